import ArgumentParser
import BankIO
import Matching
import MentoringModel
import NastavnikKit
import Reports
import Wording

/// `nastavnik whatif`: variants side by side.
struct WhatIfCommand: NastavnikCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "whatif",
      abstract: Text(
        ru: "Сравнить варианты: другие веса, пороги, места, люди.",
        en: "Compare variants: other weights, thresholds, places, people."
      ).help,
      discussion: Text(
        ru: """
          --set weights.requests=40              любой ключ programme.yaml, файл не меняется
          --set forms.ФОРМА.capacity.default=3   формы и группы — по их id
          --set forms.ФОРМА=off                  форма выключена
          --set mentors.КОД=off                  наставник ушёл (mentees.КОД=off — наставляемый)
          --set mentors.НОВЫЙ.like=КОД           пришёл такой же наставник
          --set mentors.КОД.capacity=3           и dataConsent, trained, competencies.НАЗВАНИЕ, …
          --pareto fit,fairness                  всё, чего можно достичь по двум или трём целям
          --robustness 1000 --seed 1             какие пары держатся при других весах
          """,
        en: """
          --set weights.requests=40              any key of programme.yaml; no file is changed
          --set forms.FORM.capacity.default=3    forms and groups go by their ids
          --set forms.FORM=off                   a form is switched off
          --set mentors.ID=off                   a mentor leaves (mentees.ID=off, a mentee)
          --set mentors.NEW.like=ID              another mentor like that one arrives
          --set mentors.ID.capacity=3            and dataConsent, trained, competencies.NAME, …
          --pareto fit,fairness                  all that can be had of two or three goals
          --robustness 1000 --seed 1             which pairs stand under other weights
          """
      ).help)
  }

  @Argument(help: ArgumentHelp(ru: "Папка программы.", en: "The programme folder."))
  var folder: String

  @Option(
    name: .customLong("set"),
    help: ArgumentHelp(
      ru: "Путь=значение (можно несколько раз): вместе один вариант.",
      en: "Path=value (may be repeated): together one variant."))
  var settings: [String] = []

  @Option(
    help: ArgumentHelp(
      ru: "Файл вариантов (YAML, nastavnik.scenarios/1).",
      en: "A file of variants (YAML, nastavnik.scenarios/1)."))
  var scenarios: String?

  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp(
      ru: "Разница двух вариантов пара в пару (base — как есть).",
      en: "The difference of two variants, pair by pair (base: as it is)."))
  var diff: [String] = []

  @OptionGroup var pareto: ParetoOptions

  @OptionGroup var robust: RobustnessOptions

  @Option(
    name: .customLong("form"),
    help: ArgumentHelp(
      ru: "Только эта форма (можно несколько раз).", en: "Only this form (may be repeated)."))
  var forms: [String] = []

  @OptionGroup var solving: SolvingOptions

  @OptionGroup var common: CommonOptions

  var json: Bool { common.json }

  func validate() throws {
    let questions = [!settings.isEmpty || scenarios != nil, pareto.isAsked, robust.isAsked]
    guard questions.count(where: { $0 }) == 1 else {
      throw ValidationError(
        Text(
          ru: "Нужно одно из трёх: варианты (--set, --scenarios), --pareto или --robustness.",
          en: "Ask one of three: variants (--set, --scenarios), --pareto, or --robustness."
        ).help)
    }
    guard diff.isEmpty || diff.count == 2 else {
      throw ValidationError(
        Text(ru: "--diff берёт два имени.", en: "--diff takes two names.").help)
    }
    if let setting = settings.first(where: { ScenarioSetting($0) == nil }) {
      throw ValidationError(
        Text(
          ru: "--set \(setting): нужно путь=значение.", en: "--set \(setting): give path=value."
        ).help)
    }
  }

  func run(in session: Session) throws -> ExitStatus {
    let request = MatchRequest(
      folder: folder, forms: forms.isEmpty ? nil : forms, solver: solving.solver,
      timeLimit: solving.timeLimit)
    let answer = WhatIfAnswer(session, json: json)
    if pareto.isAsked { return try answer.tell(pareto, of: request) }
    if robust.isAsked { return try answer.tell(robust, of: request) }
    let line = ProgressLine(Text(ru: "Варианты:", en: "Variants:"), in: session)
    let run = try WhatIfRun(
      folder, draft.map { [$0] } ?? [], file: scenarios, forms: request.forms,
      solver: solving.solver, timeLimit: solving.timeLimit
    ) { line.step(of: $0) }
    line.end()
    return answer.tell(run, diff: try difference(in: run))
  }

  /// The variant of the settings on the command line, which names it.
  private var draft: ScenarioDraft? {
    settings.isEmpty
      ? nil
      : ScenarioDraft(
        name: settings.joined(separator: " "), settings: settings.compactMap(ScenarioSetting.init))
  }

  /// The two variants asked for; with one variant besides the base, these two.
  private func difference(
    in run: WhatIfRun
  ) throws(RunFailure) -> (from: String, to: String, moves: [PlanMove])? {
    let results = run.comparison.results
    let names = diff.isEmpty && results.count == 2 ? results.map(\.name) : diff
    guard names.count == 2 else { return nil }
    let (first, second) = (
      try run.variant(named: names[0]), try run.variant(named: names[1])
    )
    return (names[0], names[1], run.comparison.moves(from: first, to: second))
  }
}
