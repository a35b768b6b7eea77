import ArgumentParser
import MentoringModel
import NastavnikKit
import Registry
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

  @Argument(help: ArgumentHelp(ru: "Папка программы.", en: "The programme folder."))
  var folder: String?

  @Option(
    help: ArgumentHelp(
      ru: "Взять базы и решения из реестра и записать в него подбор.",
      en: "Take the banks and the decisions from a registry, and record the run in it."))
  var registry: String?

  @OptionGroup var signing: SigningOptions

  @Flag(
    name: [.customLong("pseudonymise"), .customLong("pseudonymised")],
    help: ArgumentHelp(
      ru: "Псевдонимы реестра вместо кодов и имён во всём, что показано и записано.",
      en: "Pseudonyms of the registry instead of ids and names in all that is shown and written."))
  var pseudonymise = false

  @Option(
    name: .customLong("form"),
    help: ArgumentHelp(
      ru: "Только эта форма (можно несколько раз).", en: "Only this form (may be repeated)."))
  var forms: [String] = []

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

  @Flag(help: ArgumentHelp(ru: "Писать поверх файлов.", en: "Write over files."))
  var force = false

  @OptionGroup var common: CommonOptions

  var json: Bool { common.json }

  func validate() throws {
    guard (folder == nil) != (registry == nil) else {
      throw ValidationError(
        Text(
          ru: "Укажите папку программы или --registry: одно из двух.",
          en: "Name a programme folder or --registry: one of the two."
        ).help)
    }
    guard !pseudonymise || registry != nil else {
      throw ValidationError(
        Text(
          ru: "Псевдонимы хранит реестр: --pseudonymise нужен --registry.",
          en: "Pseudonyms are kept in a registry: --pseudonymise needs --registry."
        ).help)
    }
  }

  func run(in session: Session) throws -> ExitStatus {
    let (result, run) = try match(in: session)
    if let out {
      try OutputFolder(path: out, overwrites: force).write(
        result.artefacts + result.reports(reports.formats, in: session.languages.tables))
    }
    session.noteErrors(among: result.findings, folder: folder)
    if let run { session.note(Text.recorded(run)) }
    session.print(json ? document(result) : table(result, session))
    if result.wasStopped { return .stopped }
    return result.findings.contains { $0.severity >= .error } ? .doneWithErrors : .done
  }

  /// The result, with the number of the run where a registry keeps it.
  private func match(in session: Session) throws -> (MatchResult, run: Int?) {
    let request = MatchRequest(
      folder: folder ?? "", forms: forms.isEmpty ? nil : forms, solver: solving.solver,
      timeLimit: solving.timeLimit)
    guard let registry else { return (try MatchRun.run(request), nil) }
    let opened = try Registry.open(registry, by: signing.user("match", in: session))
    let match = try RegistryMatch(request, of: opened)
    guard pseudonymise else { return (match.result, match.run) }
    return (match.result.pseudonymised(by: try opened.pseudonyms()), match.run)
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

extension Session {
  /// The errors among findings, and where to see the rest.
  fileprivate func noteErrors(among findings: [Finding], folder: String?) {
    let errors = findings.filter { $0.severity >= .error }
    note(FindingsTable.rendered(errors, in: languages.messages, width: width))
    let rest = findings.count - errors.count
    if rest > 0, let folder { note(Text.rest(rest, folder: folder)) }
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

  fileprivate static func rest(_ count: Int, folder: String) -> Text {
    let finding = Noun(
      one: "замечание", few: "замечания", many: "замечаний", singular: "more remark",
      plural: "more remarks")
    let counted = finding.counted(count)
    return Text(
      ru: "И ещё \(counted.ru): nastavnik check \(folder)",
      en: "And \(counted.en): nastavnik check \(folder)")
  }
}
