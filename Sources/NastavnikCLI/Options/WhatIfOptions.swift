import ArgumentParser
import Matching
import Wording

/// What is asked of several goals at once.
struct ParetoOptions: ParsableArguments {
  @Option(
    name: .customLong("pareto"),
    help: ArgumentHelp(
      ru: "Две или три цели через запятую: \(Self.names).",
      en: "Two or three goals, with commas between: \(Self.names)."))
  var goalNames: String?

  @Option(
    help: ArgumentHelp(
      ru: "Для цели changes: прежний план (plan.json или папка с ним).",
      en: "For the goal changes: the old plan (plan.json or the folder that holds it)."))
  var against: String?

  @Option(
    help: ArgumentHelp(
      ru: "Куда записать рисунок (SVG).", en: "Where to write a picture (SVG)."))
  var plot: String?

  @OptionGroup var overwriting: OverwriteOption

  var isAsked: Bool { goalNames != nil }

  var goals: [ParetoGoal] {
    (goalNames ?? "").split(separator: ",").compactMap { ParetoGoal(rawValue: String($0)) }
  }

  private static var names: String {
    ParetoGoal.allCases.map(\.rawValue).joined(separator: ", ")
  }

  func validate() throws {
    guard let goalNames else {
      guard plot == nil, against == nil else {
        throw ValidationError(
          Text(
            ru: "--plot и --against нужны вместе с --pareto.",
            en: "--plot and --against go with --pareto."
          ).help)
      }
      return
    }
    let words = goalNames.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    if let unknown = words.first(where: { ParetoGoal(rawValue: $0) == nil }) {
      throw ValidationError(
        Text(
          ru: "Цели «\(unknown)» нет. Есть: \(Self.names).",
          en: "There is no goal “\(unknown)”, but \(Self.names)."
        ).help)
    }
    guard (2...3).contains(words.count), Set(words).count == words.count else {
      throw ValidationError(
        Text(
          ru: "--pareto берёт две или три разные цели.",
          en: "--pareto takes two or three different goals."
        ).help)
    }
    guard goals.contains(.changes) == (against != nil) else {
      throw ValidationError(
        Text(
          ru: "Цель changes и --against нужны вместе: изменения считаются от прежнего плана.",
          en: "The goal changes and --against go together: changes are counted from an old plan."
        ).help)
    }
  }
}

/// How sure the plan is under other weights.
struct RobustnessOptions: ParsableArguments {
  @Option(
    name: .customLong("robustness"),
    help: ArgumentHelp(
      ru: "Сколько правдоподобных наборов весов проверить.",
      en: "How many plausible weightings to try."))
  var weightings: Int?

  @Option(
    help: ArgumentHelp(
      ru: "Из чего взяты наборы весов: тот же seed — те же наборы.",
      en: "What the weightings are drawn from: the same seed, the same weightings."))
  var seed: UInt64 = 1

  var isAsked: Bool { weightings != nil }

  func validate() throws {
    guard weightings.map({ (1...1_000_000).contains($0) }) ?? true else {
      throw ValidationError(
        Text(
          ru: "--robustness: число от 1 до 1000000.",
          en: "--robustness takes a number from 1 to 1000000."
        ).help)
    }
  }
}
