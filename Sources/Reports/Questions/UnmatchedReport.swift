public import Matching
import MentoringModel
import Wording

/// Why requests have no mentor, and what single change would help most: for the terminal.
public struct UnmatchedReport: TerminalReport, Sendable {
  private let names: ReportNames
  let page: TerminalPage

  /// Creates a report that calls people by these names.
  public init(_ names: ReportNames, on page: TerminalPage) {
    self.names = names
    self.page = page
  }

  /// Each request with the smallest set that blocks it and what the rules do.
  public func rendered(_ explanations: [UnmatchedExplanation]) -> String {
    explanations.map { explanation in
      let profile = explanation.profile
      let title =
        heading(profile.form)
        + Text(same: names.names(of: profile.mentees, group: profile.group) + " — ")
        + .withoutMentor
      let lines = [reason(explanation)] + (explanation.rules?.lines ?? [])
      return line(title) + (lines + advice(explanation)).map(item).joined()
    }.joined(separator: "\n")
  }

  /// The requests of one form that have the same reason together, most first.
  public func summary(_ explanations: [UnmatchedExplanation]) -> String {
    var together: [(form: FormID, reason: Text, of: [UnmatchedExplanation])] = []
    for explanation in explanations {
      let (form, reason) = (explanation.profile.form, reason(explanation))
      if let index = together.firstIndex(where: { $0.form == form && $0.reason == reason }) {
        together[index].of.append(explanation)
      } else {
        together.append((form, reason, [explanation]))
      }
    }
    let order = together.indices.sorted {
      (together[$1].of.count, $0) < (together[$0].of.count, $1)
    }
    return order.map { together[$0] }.map { form, reason, explanations in
      let count = Noun.request.counted(explanations.count)
      let people = explanations.map {
        names.names(of: $0.profile.mentees, group: $0.profile.group)
      }
      return line(
        heading(form) + Text(ru: "без наставника \(count.ru)", en: "\(count.en) without a mentor"))
        + item(reason) + explanations[0...0].flatMap(advice).map(item).joined()
        + item(.listed(people))
    }.joined(separator: "\n")
  }

  private func heading(_ form: FormID) -> Text { names.title(of: form) + Text(same: ": ") }

  private func reason(_ explanation: UnmatchedExplanation) -> Text {
    explanation.blocking.map { $0.text(naming: names.name(of:)) } ?? explanation.profile.reason
  }

  private func advice(_ explanation: UnmatchedExplanation) -> [Text] {
    explanation.blocking == nil ? [explanation.profile.advice] : []
  }

  private func item(_ text: Text) -> String { line(Text(same: "— ") + text) }

  /// The single changes, those that help most first.
  public func rendered(_ remedies: Tried<Remedy>) -> String {
    guard !remedies.found.isEmpty else {
      return line(remedies.isComplete ? .noRemedy : .noRemedyYet)
    }
    var table = TextTable([
      .init(Text.singleChange[language], .elastic), .init(Text.foundCount[language], .right),
      .init(Text.whoFinds[language], .elastic),
    ])
    for remedy in remedies.found {
      table.add([
        names.text(of: remedy.change)[language], gained(remedy.gain), found(remedy.gain),
      ])
    }
    return line(.remedies) + "\n" + table.rendered(width: width)
      + (remedies.isComplete ? "" : "\n" + line(.notAllTried))
  }

  /// The competencies that are short.
  public func rendered(_ gaps: Tried<CompetencyGap>) -> String {
    guard !gaps.found.isEmpty else { return gaps.isComplete ? "" : line(.noGapsYet) }
    var table = TextTable([
      .init(Text.competency[language], .elastic), .init(Text.form[language], .elastic),
      .init(Text.askedCount[language], .right), .init(Text.unmetCount[language], .right),
      .init(Text.mentorCount[language], .right), .init(Text.placeCount[language], .right),
      .init(Text.oneMore[language], .right),
    ])
    for gap in gaps.found {
      table.add([
        names.programme.vocabulary.title(of: gap.competency)[language],
        names.title(of: gap.form)[language], "\(gap.asked)", "\(gap.unmet)", "\(gap.mentors)",
        "\(gap.places)", gained(gap.gain),
      ])
    }
    return line(.gaps) + "\n" + table.rendered(width: width)
      + (gaps.isComplete ? "" : "\n" + line(.notAllLookedInto))
  }

  private func gained(_ gain: Gain) -> String {
    gain.mentees > 0 ? "+\(gain.mentees)" : "\(gain.mentees)"
  }

  /// Who finds a mentor, and who is left without one instead.
  private func found(_ gain: Gain) -> String {
    let found = named(gain.found)
    guard !gain.lost.isEmpty else { return found }
    let left = Text.leftWithout(Set(gain.lost.map(\.mentee)).count)[language]
    return found + "; " + left + " " + named(gain.lost)
  }

  private func named(_ mentees: [FormMentee]) -> String {
    var (people, requests): ([PersonID], [PersonID: Int]) = ([], [:])
    for profile in mentees {
      if requests[profile.mentee] == nil { people.append(profile.mentee) }
      requests[profile.mentee, default: 0] += 1
    }
    let shown = people.prefix(Self.mostNames).map { person in
      let count = requests[person] ?? 1
      return names.name(of: person)
        + (count > 1 ? " (" + Noun.request.counted(count)[language] + ")" : "")
    }
    return shown.joined(separator: ", ") + (people.count > Self.mostNames ? ", …" : "")
  }

  private static let mostNames = 5
}

extension Text {
  /// The most people who are named one by one.
  private static let mostListed = 30

  /// The people, the first of many with the number of the others.
  fileprivate static func listed(_ people: [String]) -> Text {
    let more = people.count - mostListed
    // One more is as short to name as to count.
    guard more > 1 else { return Text(same: people.joined(separator: "; ")) }
    let first = people.prefix(mostListed).joined(separator: "; ")
    return Text(
      ru: "\(first) и ещё \(more) (все — в ответе с --json)",
      en: "\(first) and \(more) more (all are in the answer with --json)")
  }

  fileprivate static func leftWithout(_ people: Int) -> Text {
    Text(
      ru: people == 1 ? "без наставника останется" : "без наставника останутся",
      en: "left without one:")
  }

  fileprivate static let withoutMentor = Text(ru: "без наставника", en: "no mentor")
  fileprivate static let singleChange = Text(ru: "Одно изменение", en: "Single change")
  fileprivate static let foundCount = Text(ru: "Наставляемых", en: "Mentees")
  fileprivate static let whoFinds = Text(ru: "Кто найдёт наставника", en: "Who finds a mentor")
  fileprivate static let competency = Text(ru: "Компетенция", en: "Competency")
  fileprivate static let askedCount = Text(ru: "Просят", en: "Asked")
  fileprivate static let unmetCount = Text(ru: "Без наставника", en: "Unmet")
  fileprivate static let mentorCount = Text(ru: "Наставников", en: "Mentors")
  fileprivate static let placeCount = Text(ru: "Мест", en: "Places")
  fileprivate static let oneMore = Text(ru: "Ещё один даст", en: "One more brings")
  fileprivate static let remedies = Text(
    ru: "Что поможет больше всего (одно изменение, план пересчитан):",
    en: "What helps most (one change, the plan solved again):")
  fileprivate static let notAllTried = Text(
    ru: "Время вышло: проверены не все изменения, которые могли бы помочь. Дайте больше времени "
      + "(--time-limit), чтобы проверить остальные.",
    en: "The time was up: not every change that could help was tried. Give it more time "
      + "(--time-limit) to try the others.")
  fileprivate static let noRemedyYet = Text(
    ru: "Время вышло раньше, чем нашлось изменение, которое поможет: дайте больше времени "
      + "(--time-limit).",
    en: "The time was up before a change was found that helps: give it more (--time-limit).")
  fileprivate static let notAllLookedInto = Text(
    ru: "Время вышло: проверены не все компетенции. Дайте больше времени (--time-limit), чтобы "
      + "проверить остальные.",
    en:
      "The time was up: not every competency was looked into. Give it more time (--time-limit) for "
      + "the others.")
  fileprivate static let noGapsYet = Text(
    ru:
      "Каких компетенций не хватает, не посчитано: время вышло. Дайте больше времени (--time-limit).",
    en:
      "Which competencies are short was not computed, the time was up: give it more (--time-limit)."
  )
  fileprivate static let noRemedy = Text(
    ru: "Ни одно отдельное изменение не даст наставника никому больше.",
    en: "No single change gives anybody more a mentor.")
  fileprivate static let gaps = Text(
    ru: "Каких компетенций не хватает, и что даст ещё один наставник с каждой:",
    en: "Competencies that are short, and what one more mentor with each brings:")
}
