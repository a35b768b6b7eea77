public import Matching
import MentoringModel
import Wording

/// What coverage targets lack and whom it would take, for the terminal.
public struct CoverageReport: TerminalReport, Sendable {
  private let names: ReportNames
  let page: TerminalPage

  /// Creates a report that calls people by these names.
  public init(_ names: ReportNames, on page: TerminalPage) {
    self.names = names
    self.page = page
  }

  /// Target by target: reached or not, what could be reached and at what cost, and who is left out.
  public func rendered(_ needs: [CoverageNeed]) -> String {
    needs.map { need in
      let head = line(need.text) + (need.most.map { mostLines(need, $0) } ?? "")
      return need.outside.isEmpty ? head : head + "\n" + table(need)
    }.joined(separator: "\n")
  }

  private func mostLines(_ need: CoverageNeed, _ most: MostCovered) -> String {
    let people = most.found.map(names.nameWithID).joined(separator: ", ")
    return line(need.reach(most))
      + (people.isEmpty
        ? "" : line(Text(ru: "Кого взять: ", en: "Whom to take: ") + Text(same: people)))
      + (most.cost.map(line) ?? "")
  }

  private func table(_ need: CoverageNeed) -> String {
    var table = TextTable([
      .init(Text.homeHeading[language], .elastic), .init(Text.personHeading[language], .elastic),
      .init(Text.obstacle[language], .elastic),
    ])
    for person in need.outside {
      table.add([
        person.organization.map(names.name(of:)) ?? Text.noOrganization[language],
        names.nameWithID(person.person), person.text[language],
      ])
    }
    return line(.outside) + table.rendered(width: width)
  }
}

extension ExplanationDocument {
  /// What coverage targets lack, and whom it would take.
  public func value(of needs: [CoverageNeed]) -> JSONValue {
    [
      "format": .string(Self.format), "answers": JSONValue([]),
      "coverage": JSONValue(needs.map(value)),
    ]
  }

  private func value(of need: CoverageNeed) -> JSONValue {
    [
      "target": .string(need.result.target.id), "percent": JSONValue(need.result.target.percent),
      "total": JSONValue(need.result.total), "covered": JSONValue(need.result.covered),
      "reached": .bool(need.result.isReached), "missing": JSONValue(need.missing),
      "organizations": JSONValue(
        need.result.organizations.map {
          [
            "organization": JSONValue($0.organization?.rawValue), "total": JSONValue($0.total),
            "covered": JSONValue($0.covered),
          ]
        }),
      "outside": JSONValue(
        need.outside.map {
          [
            "person": values.person($0.person),
            "organization": JSONValue($0.organization?.rawValue),
            "code": JSONValue($0.request?.code), "text": JSONValue($0.text),
          ]
        }),
      "most": need.most.map { value(of: $0, text: need.reach($0)) } ?? .null,
    ]
  }

  private func value(of most: MostCovered, text: Text) -> JSONValue {
    [
      "reach": JSONValue(most.reach), "covered": JSONValue(most.covered), "text": JSONValue(text),
      "found": values.people(most.found), "lost": values.people(most.lost),
      "matched": JSONValue(most.then.matched), "totalFit": JSONValue(most.then.totalFit),
      "moves": JSONValue(most.moves.map(values.move)),
    ]
  }
}

extension CoverageNeed {
  /// Whether the target is reached, and what is missing.
  var text: Text {
    let counts = Text.counts(result.covered, of: result.total)
    let people = Noun.personMissing.counted(missing)
    let head =
      result.target.title + Text(same: ": ") + counts
      + Text(ru: ", цель \(result.target.percent) %", en: ", target \(result.target.percent)%")
    return missing == 0
      ? head + Text(ru: " достигнута.", en: " reached.")
      : head
        + Text(ru: ": не хватает \(people.ru).", en: ": \(people.en) missing.")
  }

  /// How much can be reached, and where that is too little the smallest relaxation.
  func reach(_ most: MostCovered) -> Text {
    let counts = Text.counts(most.reach, of: result.total)
    guard most.reach < needed else {
      let enough = Text.counts(most.covered, of: result.total)
      return Text(
        ru: "Цель достижима с теми же людьми: до \(counts.ru). Лучший план, который её достигает, "
          + "охватывает \(enough.ru).",
        en:
          "The target is within reach with the same people: up to \(counts.en). The best plan that "
          + "reaches it covers \(enough.en).")
    }
    let percent = result.total == 0 ? 100 : most.reach * 100 / result.total
    let people = Noun.personMore.counted(needed - most.reach)
    return Text(
      ru: "С этими базами больше, чем \(counts.ru), не охватит ни один план. Наименьшее "
        + "послабление: «percent: \(percent)»; иначе нужно ввести в пары ещё \(people.ru) — новыми "
        + "заявками или наставниками.",
      en:
        "With these banks no plan covers more than \(counts.en). The smallest relaxation: “percent: "
        + "\(percent)”; otherwise \(people.en) more must come into pairs, by new requests or mentors."
    )
  }
}

extension MostCovered {
  /// What it takes away elsewhere, or nil where it takes nothing.
  var cost: Text? {
    var parts: [Text] = []
    if then.matched != now.matched {
      parts.append(
        Text(
          ru: "с наставником \(then.matched) вместо \(now.matched)",
          en: "\(then.matched) with a mentor instead of \(now.matched)"))
    }
    if then.totalFit != now.totalFit {
      let (after, before) = (Text.hundredths(then.totalFit), Text.hundredths(now.totalFit))
      parts.append(
        Text(
          ru: "сумма соответствий \(after.ru) вместо \(before.ru)",
          en: "a total fit of \(after.en) instead of \(before.en)"))
    }
    if !lost.isEmpty {
      let people = Noun.personMissing.counted(lost.count)
      parts.append(
        Text(
          ru: "без пары останутся \(people.ru) из охваченных сейчас",
          en: "\(people.en) of those covered now left out"))
    }
    guard !parts.isEmpty else { return nil }
    return Text(ru: "Что изменится: ", en: "What changes: ") + parts.joined(separator: "; ")
      + Text(same: ".")
  }
}

extension UncoveredPerson {
  /// Why the person is in no pair.
  var text: Text {
    if let request { return request.reason }
    if isIdleMentor {
      return Text(ru: "наставник без наставляемых", en: "a mentor without mentees")
    }
    return objection.map {
      Text(ru: "наставник, но не может участвовать: ", en: "a mentor who cannot take part: ") + $0
    }
      ?? Text(
        ru: "нет ни заявки, ни готовности быть наставником",
        en: "neither a request nor willing to mentor")
  }
}

extension Text {
  fileprivate static let homeHeading = Text(ru: "Организация", en: "Organization")
  fileprivate static let personHeading = Text(ru: "Кто", en: "Who")
  fileprivate static let obstacle = Text(ru: "Почему не в паре", en: "Why in no pair")
  fileprivate static let outside = Text(
    ru: "Не охвачены, сначала организации с наименьшим охватом:",
    en: "Not covered, the organizations that are covered least first:")
}

extension Noun {
  /// человека, in the genitive after «не хватает».
  fileprivate static let personMissing = Noun(
    one: "человека", few: "человек", many: "человек", singular: "person", plural: "people")
  /// человека, in the accusative after «ещё».
  fileprivate static let personMore = Noun(
    one: "человека", few: "человека", many: "человек", singular: "person", plural: "people")
}
