public import Matching
import MentoringModel
import Wording

/// Why this pair, why not that one, why nobody: for the terminal.
public struct ExplanationReport: TerminalReport, Sendable {
  let names: ReportNames
  let page: TerminalPage

  /// Creates a report that calls people by these names.
  public init(_ names: ReportNames, on page: TerminalPage) {
    self.names = names
    self.page = page
  }

  private var scores: ScoreTables { ScoreTables(page: page) }
  var differences: DifferenceTables { DifferenceTables(names: names, page: page) }

  /// The answers about a mentee, one after the other.
  public func rendered(_ answers: [MenteeAnswer]) -> String {
    answers.map { answer in
      switch answer {
      case .paired(let explanation): rendered(explanation)
      case .unmatched(let explanation):
        UnmatchedReport(names, on: page).rendered([explanation])
      }
    }.joined(separator: "\n")
  }

  /// The answers about a mentee and a mentor, one after the other.
  public func rendered(_ answers: [PairAnswer]) -> String {
    answers.map { answer in
      switch answer.obstacle {
      case .none(let explanation): line(answer.text) + "\n" + rendered(explanation)
      case .rules(let objections):
        heading(answer) + line(answer.text)
          + objections.map { line(Text(same: "— ") + $0.advice) }.joined() + "\n"
          + scores.parts(answer.score)
      case .noGroup, .noPlan: heading(answer) + line(answer.text)
      case .cost(let difference):
        heading(answer) + line(answer.text) + "\n"
          + differences.rendered(difference, other: .withPair) + "\n" + scores.parts(answer.score)
          + requests(answer.requests)
      }
    }.joined(separator: "\n")
  }

  private func rendered(_ explanation: PairExplanation) -> String {
    let match = explanation.match
    let title = heading(
      match.form, match.mentees, match.group, match.mentor, match.score.total)
    let remarks = match.remarks.map { line(Text(same: "! ") + $0.text) }.joined()
    let opened = match.opened.map { line($0.reason) } ?? ""
    let pinned = match.isPinned ? line(.pinnedByCurator) : ""
    let margin =
      explanation.margin.map { "\n" + differences.rendered($0, other: .withoutPair) } ?? ""
    return title + opened + pinned + remarks + "\n" + scores.parts(match.score)
      + requests(explanation.requests) + "\n" + line(explanation.marginText) + margin + "\n"
      + alternates(explanation.alternates)
  }

  private func requests(_ answers: [RequestAnswer]) -> String {
    answers.isEmpty ? "" : "\n" + scores.requests(answers)
  }

  private func alternates(_ alternates: [Alternate]) -> String {
    guard !alternates.isEmpty else { return line(.noAlternate) }
    var table = TextTable([
      .init(Text.mentorHeading[language], .elastic), .init(Text.fit[language], .right),
      .init(Text.change[language], .elastic), .init(Text.why[language], .elastic),
    ])
    for alternate in alternates {
      table.add([
        names.name(of: alternate.mentor), Text.percent(alternate.score.total)[language],
        alternate.difference.text[language],
        alternate.score.strongest.prefix(2).map(\.reason).joined(separator: "; ")[language],
      ])
    }
    return line(.alternates) + "\n" + table.rendered(width: width)
  }

  private func heading(_ answer: PairAnswer) -> String {
    heading(answer.form, answer.mentees, answer.group, answer.mentor, answer.score.total)
  }

  private func heading(
    _ form: FormID, _ mentees: [PersonID], _ group: String?, _ mentor: PersonID, _ fit: Int
  ) -> String {
    line(
      names.title(of: form)
        + Text(
          same: ": \(names.names(of: mentees, group: group)) — \(names.name(of: mentor)), ")
        + .percent(fit))
  }
}

extension Text {
  fileprivate static let withoutPair = Text(ru: "Без этой пары", en: "Without this pair")
  fileprivate static let withPair = Text(ru: "С этой парой", en: "With this pair")
  fileprivate static let pinnedByCurator = Text(
    ru: "Пара закреплена куратором.", en: "The pair is fixed by the curator.")
  fileprivate static let alternates = Text(
    ru: "Запасные наставники: место есть, остальные пары остаются.",
    en: "Alternates: there is a place, and all other pairs stay.")
  fileprivate static let noAlternate = Text(
    ru: "Запасных наставников со свободным местом нет.",
    en: "No other suitable mentor has a free place.")
}
