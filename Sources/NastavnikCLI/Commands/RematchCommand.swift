import ArgumentParser
import Matching
import MentoringModel
import NastavnikKit
import Reports
import Wording

/// `nastavnik rematch`: fewest changes after somebody left or came.
struct RematchCommand: NastavnikCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "rematch",
      abstract: Text(
        ru: "Подобрать заново, меняя прежние пары как можно меньше.",
        en: "Match again, changing as few of the old pairs as possible."
      ).help)
  }

  @Argument(help: ArgumentHelp(ru: "Папка программы.", en: "The programme folder."))
  var folder: String

  @Option(
    help: ArgumentHelp(
      ru: "Прежний план: plan.json или папка с ним.",
      en: "The old plan: plan.json or the folder that holds it."))
  var against: String

  @Option(
    help: ArgumentHelp(
      ru: "Сколько прежних пар можно изменить (по умолчанию ни одной).",
      en: "How many old pairs may change (default: none)."))
  var maxChanges: Int?

  @Option(
    help: ArgumentHelp(
      ru: "Цена изменения: сколько процентов соответствия оно должно дать.",
      en: "The price of a change: the percent of fit that it must bring."))
  var changePrice: Double?

  @Flag(
    help: ArgumentHelp(
      ru: "Показать, сколько изменений что даёт.", en: "Show what each number of changes buys."))
  var curve = false

  @Flag(
    help: ArgumentHelp(
      ru: "Утверждённые пары прежнего плана тоже можно менять.",
      en: "Approved pairs of the old plan may change too."))
  var releasePins = false

  @Option(help: ArgumentHelp(ru: "Куда записать plan.json.", en: "Where to write plan.json."))
  var out: String?

  @OptionGroup var overwriting: OverwriteOption

  @OptionGroup var solving: SolvingOptions

  @OptionGroup var common: CommonOptions

  var json: Bool { common.json }

  func validate() throws {
    guard maxChanges == nil || changePrice == nil else {
      throw ValidationError(
        Text(
          ru: "--max-changes и --change-price вместе не нужны.",
          en: "--max-changes and --change-price exclude each other."
        ).help)
    }
    guard maxChanges.map({ $0 >= 0 }) ?? true, changePrice.map({ (0...1000).contains($0) }) ?? true
    else {
      throw ValidationError(
        Text(
          ru: "--max-changes: число от 0; --change-price: проценты от 0 до 1000.",
          en: "--max-changes takes a number from 0, --change-price percent from 0 to 1000."
        ).help)
    }
  }

  func run(in session: Session) throws -> ExitStatus {
    let line = ProgressLine(Text(ru: "Решено:", en: "Solved:"), in: session)
    let run = try RematchRun(
      MatchRequest(folder: folder, solver: solving.solver, timeLimit: solving.timeLimit),
      against: against, keepingApproved: !releasePins
    ) { line.step() }
    let rematch = try run.rematch(within: limit)
    let points = curve ? try run.curve() : nil
    line.end()
    if let out {
      try overwriting.folder(out).write([
        Artefact("plan.json", PlanDocument.value(of: run.subject(of: rematch)).document)
      ])
    }
    let possible = run.rematching.possible
    if json {
      session.print(
        RematchDocument(run.names).value(of: rematch, possible: possible, curve: points).document)
    } else {
      let report = RematchReport(run.names, on: session.page)
      session.print(report.rendered(rematch, possible: possible))
      if let points { session.print("\n" + report.rendered(points)) }
    }
    guard rematch.isProved, points?.isComplete ?? true else { return .stopped }
    return run.findings.contains { $0.severity >= .error } ? .doneWithErrors : .done
  }

  private var limit: ChangeLimit {
    changePrice.map { .price(Int(($0 * 100).rounded())) } ?? .most(maxChanges ?? 0)
  }
}
