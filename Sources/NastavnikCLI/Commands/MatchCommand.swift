import ArgumentParser
import MentoringModel
import NastavnikKit
import Reports
import Wording

/// `nastavnik match`: proposes pairs and groups.
struct MatchCommand: NastavnikCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "match",
      abstract: Text(
        ru: "Предложить пары и группы по каждой форме.",
        en: "Propose pairs and groups, form by form."
      ).help)
  }

  @OptionGroup var banks: BankOptions

  @OptionGroup var solving: SolvingOptions

  @Option(
    help: ArgumentHelp(
      ru: "Куда записать план, его доказательство и отчёты.",
      en: "Where to write the plan, its proof and the reports."))
  var out: String?

  @Option(
    help: ArgumentHelp(
      ru: "Какие отчёты записать: \(ReportChoice.words).",
      en: "Which reports to write: \(ReportChoice.words)."))
  var reports = ReportChoice.all

  @OptionGroup var overwriting: OverwriteOption

  @OptionGroup var common: CommonOptions

  var json: Bool { common.json }

  func run(in session: Session) throws -> ExitStatus {
    let (result, run) = try banks.match(solving, for: "match", in: session)
    if let out {
      try overwriting.folder(out).write(
        result.artefacts + result.reports(reports.formats, in: session.languages.tables))
    }
    session.noteErrors(among: result.findings, folder: banks.folder)
    if let run { session.note(Text.recorded(run)) }
    session.print(json ? document(result) : table(result, session))
    if result.wasStopped { return .stopped }
    return result.findings.contains { $0.severity >= .error } ? .doneWithErrors : .done
  }

  /// The plan as in `plan.json`, and where the time went.
  private func document(_ result: MatchResult) -> String {
    PlanDocument.value(of: result.subject).adding("seconds", result.timings.json).document
  }

  private func table(_ result: MatchResult, _ session: Session) -> String {
    PlanTables.rendered(
      result.subject, solver: result.verified.solver.text, in: session.languages.tables,
      width: session.width)
  }
}

extension MatchTimings {
  fileprivate var json: JSONValue {
    [
      "reading": .decimal(reading.inSeconds), "scoring": .decimal(scoring.inSeconds),
      "solving": .decimal(solving.inSeconds),
    ]
  }
}

extension Text {
  fileprivate static func recorded(_ run: Int) -> Text {
    Text(
      ru: "Подбор записан в реестр под номером \(run).", en: "The registry keeps it as run \(run).")
  }
}
