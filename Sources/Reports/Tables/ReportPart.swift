import Matching
import Wording

/// A part of a report that is about all forms together.
struct ReportPart: Sendable {
  /// What the parts are about.
  enum Kind: String, Sendable, CaseIterable {
    /// Groups with their members.
    case groups
    /// Competencies that are short.
    case shortages
    /// Coverage by organization.
    case coverage
    /// The load of mentors.
    case load
    /// Settings, proof and inputs.
    case settings
  }

  /// What it is about.
  let kind: Kind
  /// What it shows.
  let table: ReportTable
  /// What is to be known when reading it.
  let note: Text?

  /// The title.
  var title: Text { kind.title }
}

extension ReportPart.Kind {
  /// The title of the part, and the name of its sheet.
  var title: Text {
    switch self {
    case .groups: Text(ru: "Группы", en: "Groups")
    case .shortages: Text(ru: "Нехватка компетенций", en: "Shortages")
    case .coverage: Text(ru: "Охват по организациям", en: "Coverage by organization")
    case .load: Text(ru: "Нагрузка наставников", en: "Load of mentors")
    case .settings: Text(ru: "Настройки и доказательство", en: "Settings and proof")
    }
  }
}

extension PlanReport {
  /// The parts about all forms together, to be read.
  var parts: [ReportPart] { ReportPart.Kind.allCases.map(part) }

  private func part(_ kind: ReportPart.Kind) -> ReportPart {
    switch kind {
    case .groups: ReportPart(kind: kind, table: groups.withoutDetails, note: nil)
    case .shortages: ReportPart(kind: kind, table: demands(shortAlone: true), note: .aboutShortages)
    case .coverage: ReportPart(kind: kind, table: organizations, note: .aboutCoverage)
    case .load: ReportPart(kind: kind, table: loads.withoutDetails, note: nil)
    case .settings: ReportPart(kind: kind, table: settings, note: nil)
    }
  }
}

extension Text {
  fileprivate static let aboutShortages = Text(
    ru: "Компетенции, которые просят и получили не все: сначала те, без которых больше всего "
      + "заявок осталось без наставника. Считаются заявки тех, кого правила допускают.",
    en: "Competencies that not all who ask for them get, those first that most of the unmatched "
      + "ask for. Counted are requests of those whom the rules admit.")
  fileprivate static let aboutCoverage = Text(
    ru: "Человек считается один раз, сколько бы заявок у него ни было.",
    en: "A person counts once, however many requests there are.")
}
