import AssignmentKernel
import MentoringModel
import Wording

extension PlanBuilder {
  /// Mentors with fewer mentees than the programme asks for and than they have places, and what
  /// could be asked.
  func unmetMinimum(in matches: [ProposedMatch]) -> [Finding] {
    guard isBest, problem.tiers.contains(.minimumLoad),
      let minimum = matcher.programme.minimumLoad
    else { return [] }
    var load: [PersonID: Int] = [:]
    for match in matches { load[match.mentor, default: 0] += 1 }
    let places = Dictionary(
      zip(problem.seats, problem.idleArcs).map { ($0.mentor, $1.count) },
      uniquingKeysWith: { first, _ in first })
    let short = matcher.bank.mentors.map(\.id).filter {
      load[$0, default: 0] < min(minimum, places[$0] ?? 0)
    }
    guard !short.isEmpty else { return [] }
    let least = short.map { load[$0, default: 0] }.min() ?? 0
    return [.unmetMinimum(minimum, for: short, reachable: least)]
  }
}

extension Finding {
  private static let mostNames = 5

  fileprivate static func unmetMinimum(
    _ minimum: Int, for mentors: [PersonID], reachable: Int
  ) -> Finding {
    let names =
      mentors.prefix(mostNames).map(\.rawValue).joined(separator: ", ")
      + (mentors.count > mostNames ? ", …" : "")
    let count = Noun.ofMentors.counted(mentors.count)
    return Finding(
      .warning, code: "minimumLoadUnmet", at: SourceLocation(file: "programme.yaml"),
      value: "\(minimum)",
      Text(
        ru: "минимум \(minimum) у наставника недостижим для \(count.ru) (\(names)); "
          + "достижимо \(reachable)",
        en: "a minimum of \(minimum) is out of reach for \(count.en) (\(names)); "
          + "\(reachable) can be reached"),
      advice: reachable == 0
        ? Text(
          ru: "Уберите minimumLoad или найдите для них заявки: сейчас хотя бы один остаётся без "
            + "наставляемых в любом плане с тем же охватом.",
          en: "Take out minimumLoad, or find requests for them: some mentor has no mentee in any "
            + "plan with the same coverage.")
        : Text(
          ru: "Наименьшее послабление: «minimumLoad: \(reachable)».",
          en: "The smallest relaxation: “minimumLoad: \(reachable)”."))
  }
}

extension Noun {
  /// наставника, in the genitive after «для».
  fileprivate static let ofMentors = Noun(
    one: "наставника", few: "наставников", many: "наставников", singular: "mentor",
    plural: "mentors")
}
