import ArgumentParser
import NastavnikKit
import Wording

/// What every command takes.
struct CommonOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      ru: "Язык сообщений и таблиц (по умолчанию из LC_ALL и LANG).",
      en: "The language of messages and tables (default: from LC_ALL and LANG)."))
  var lang: Language?

  @Flag(help: ArgumentHelp(ru: "Вывести один документ JSON.", en: "Print one JSON document."))
  var json = false
}

/// How a command solves.
struct SolvingOptions: ParsableArguments {
  @Option(help: ArgumentHelp(ru: "Решатель.", en: "The solver."))
  var solver = SolverChoice.auto

  @Option(
    help: ArgumentHelp(
      ru: "Сколько секунд можно решать; с группами без этого — 60.",
      en: "The seconds that solving may take; with groups 60 unless given."))
  var timeLimit: Double?

  func validate() throws {
    guard let timeLimit else { return }
    guard timeLimit > 0, timeLimit <= Self.longestTimeLimit else {
      throw ValidationError(
        Text(
          ru: "--time-limit: нужно число секунд больше 0 и не больше 1000000.",
          en: "--time-limit takes seconds, more than 0 and at most 1000000."
        ).help)
    }
  }

  private static let longestTimeLimit = 1_000_000.0
}
