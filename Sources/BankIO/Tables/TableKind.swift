public import Wording

/// The tables of a programme folder.
public enum TableKind: String, CaseIterable, Sendable {
  /// The bank of mentors.
  case mentors
  /// The bank of mentees.
  case mentees
  /// The registry of organizations.
  case organizations
  /// Everybody over whom coverage counts.
  case roster
  /// What the curator decided.
  case decisions
  case duplicates

  /// The name, as the tab of a sheet has it.
  public var title: Text {
    switch self {
    case .mentors: Text(ru: "Наставники", en: "Mentors")
    case .mentees: Text(ru: "Наставляемые", en: "Mentees")
    case .organizations: Text(ru: "Организации", en: "Organizations")
    case .roster: Text(ru: "Список для охвата", en: "Roster")
    case .decisions: Text(ru: "Решения", en: "Decisions")
    case .duplicates: Text(ru: "Двойники", en: "Duplicates")
    }
  }

  /// The names that its file may have, without the ending.
  var fileNames: [String] {
    switch self {
    case .mentors: ["mentors", "наставники", "база наставников", "банк наставников"]
    case .mentees: ["mentees", "наставляемые", "база наставляемых", "банк наставляемых"]
    case .organizations: ["organizations", "организации", "реестр организаций"]
    case .roster: ["roster", "список для охвата"]
    case .decisions: ["decisions", "решения"]
    case .duplicates: ["duplicates", "двойники", "возможные двойники"]
    }
  }

  /// Whether a curator fills it in from the beginning; the table of duplicates is written when
  /// there are any.
  public var hasTemplate: Bool { self != .duplicates }

  /// Whether nothing can be matched without it.
  var isNeeded: Bool { self == .mentors || self == .mentees }

  /// Columns without which the table says nothing; of each list one is enough.
  var neededColumns: [[Column]] {
    switch self {
    case .mentors: [[.name, .id], [.roles, .forms]]
    case .mentees: [[.name, .id], [.form]]
    case .organizations, .roster: [[.id]]
    case .decisions: [[.kind], [.mentor], [.mentee]]
    case .duplicates: [[.first], [.second], [.same]]
    }
  }

  /// Columns without which the table can be read and yet few or no pairs can come of it.
  var expectedColumns: [Column] {
    switch self {
    case .mentors: [.competencies, .dataConsent]
    case .mentees: [.requests, .dataConsent]
    case .organizations, .roster, .decisions, .duplicates: []
    }
  }

  /// The columns in the order in which they are written.
  var columns: [Column] {
    switch self {
    case .mentors:
      Column.whoAndWhere + [
        .competencies, .forms, .capacity, .capacityByForm, .trained, .municipal, .awards,
        .category, .preferredAges,
      ] + Column.taste + Column.paperwork
    case .mentees:
      Column.whoAndWhere + [.form, .requests, .group, .marks] + Column.taste + Column.paperwork
    case .organizations: [.id, .name, .parent, .curator, .capacity]
    case .roster: [.id, .organization, .roles, .birth]
    case .decisions: [.kind, .form, .mentor, .mentee, .decidedBy, .decidedOn]
    case .duplicates: [.first, .second, .same]
    }
  }
}
