import ArgumentParser
import Matching
import MentoringModel
import NastavnikKit
import Reports
import Wording

/// `nastavnik explain`: why this pair, why not that one, why nobody.
struct ExplainCommand: NastavnikCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "explain",
      abstract: Text(
        ru: "Объяснить план: почему эта пара, почему не другая, почему никто.",
        en: "Explain the plan: why this pair, why not that one, why nobody."
      ).help,
      discussion: Text(
        ru: """
          --mentee КОД — почему у наставляемого этот наставник или почему никого;
          --mentee КОД --mentor КОД — почему не этот наставник и чего он стоит;
          --topic ТЕМА [--mentor КОД] — какие группы открылись и почему нет других;
          --coverage — чего не хватает целевому охвату и кого взять;
          без них — почему заявки остались без наставника и что поможет больше всего.
          """,
        en: """
          --mentee ID: why the mentee has this mentor, or none;
          --mentee ID --mentor ID: why not that mentor, and what he would cost;
          --topic TOPIC [--mentor ID]: which groups opened, and why no others;
          --coverage: what the coverage targets lack, and whom it would take;
          without them: why requests have no mentor, and what would help most.
          """
      ).help)
  }

  @Argument(help: ArgumentHelp(ru: "Папка программы.", en: "The programme folder."))
  var folder: String

  @Option(
    help: ArgumentHelp(
      ru: "Наставляемый: код или полное имя.", en: "The mentee: an id or a full name."))
  var mentee: String?

  @Option(
    help: ArgumentHelp(
      ru: "Наставник: код или полное имя.", en: "The mentor: an id or a full name."))
  var mentor: String?

  @Option(
    help: ArgumentHelp(
      ru: "Тема групп: название или код.", en: "A topic of groups: its title or id."))
  var topic: String?

  @Flag(
    help: ArgumentHelp(
      ru: "Целевой охват: достигнут ли, по организациям, кого взять.",
      en: "Coverage targets: reached or not, by organization, whom it would take."))
  var coverage = false

  @Option(help: ArgumentHelp(ru: "Только эта форма.", en: "Only this form."))
  var form: String?

  @Option(
    help: ArgumentHelp(
      ru: "Сколько назвать запасных наставников.", en: "How many alternates to name."))
  var alternates = 3

  @Option(
    help: ArgumentHelp(
      ru: "Сколько назвать изменений, которые помогут.",
      en: "How many changes that help to name."))
  var changes = 10

  @OptionGroup var solving: SolvingOptions

  @OptionGroup var common: CommonOptions

  var json: Bool { common.json }

  func validate() throws {
    guard mentor == nil || mentee != nil || topic != nil else {
      throw ValidationError(
        Text(
          ru: "--mentor требует --mentee или --topic.", en: "--mentor needs --mentee or --topic."
        ).help)
    }
    guard [mentee != nil, topic != nil, coverage].count(where: { $0 }) < 2 else {
      throw ValidationError(
        Text(
          ru: "--mentee, --topic и --coverage — разные вопросы: задайте один.",
          en: "--mentee, --topic and --coverage are different questions: ask one of them."
        ).help)
    }
    guard (0...1000).contains(alternates), (0...1000).contains(changes) else {
      throw ValidationError(
        Text(
          ru: "--alternates и --changes: число от 0 до 1000.",
          en: "--alternates and --changes take a number from 0 to 1000."
        ).help)
    }
  }

  func run(in session: Session) throws -> ExitStatus {
    let asked = try SolvedFolder(
      MatchRequest(folder: folder, solver: solving.solver, timeLimit: solving.timeLimit),
      form: form)
    let answer = ExplainAnswer(asked, session)
    if coverage {
      answer.tell(try asked.coverageNeeds(), json: json)
    } else if let topic {
      let mentor = try mentor.map { name in try asked.mentor(named: name) }
      try answer.tell(about: asked.topic(named: topic), of: mentor, json: json)
    } else if let mentee, let mentor {
      try answer.tell(
        asked.solved.answers(
          about: asked.mentee(named: mentee), with: asked.mentor(named: mentor), in: asked.form,
          alternates: alternates), json: json)
    } else if let mentee {
      let isComplete = try answer.tell(
        about: asked.mentee(named: mentee), alternates: alternates, changes: changes, json: json)
      guard isComplete else { return .stopped }
    } else {
      guard try answer.tellOfUnmatched(changes: changes, json: json) else { return .stopped }
    }
    return asked.findings.contains { $0.severity >= .error } ? .doneWithErrors : .done
  }
}

/// Prints answers as tables or as JSON.
private struct ExplainAnswer {
  private let asked: SolvedFolder
  private let session: Session
  private let report: ExplanationReport
  private let document: ExplanationDocument

  init(_ asked: SolvedFolder, _ session: Session) {
    self.asked = asked
    self.session = session
    report = ExplanationReport(asked.names, on: session.page)
    document = ExplanationDocument(asked.names)
  }

  func tell(_ answers: [PairAnswer], json: Bool) throws {
    if answers.isEmpty, !json { session.note(.nothingAsked) }
    session.print(json ? document.value(of: answers).document : report.rendered(answers))
  }

  func tell(_ needs: [CoverageNeed], json: Bool) {
    guard !json else { return session.print(document.value(of: needs).document) }
    guard !needs.isEmpty else {
      return session.print(Text.noTargets[session.languages.tables] + "\n")
    }
    session.print(
      CoverageReport(asked.names, on: session.page)
        .rendered(needs))
  }

  func tell(about topic: CompetencyID, of mentor: PersonID?, json: Bool) throws {
    let line = ProgressLine(.tried, in: session)
    let answers = try asked.groups(about: topic, of: mentor) { line.step() }
    line.end()
    if answers.isEmpty, !json { session.note(.notATopic) }
    session.print(json ? document.value(of: answers).document : report.rendered(answers))
  }

  /// Each profile of the mentee; for one without a mentor also what would help, which is all there is
  /// unless the time was up.
  func tell(
    about mentee: PersonID, alternates: Int, changes: Int, json: Bool
  ) throws -> Bool {
    let answers = asked.solved.answers(about: mentee, in: asked.form, alternates: alternates)
    if answers.isEmpty, !json { session.note(.nothingAsked) }
    let isUnmatched = answers.contains { if case .unmatched = $0 { true } else { false } }
    let line = ProgressLine(.tried, in: session)
    let remedies =
      isUnmatched ? try asked.remedies(for: mentee, count: changes) { line.step() } : Tried()
    line.end()
    if json {
      session.print(document.value(of: answers, remedies: remedies).document)
    } else {
      session.print(report.rendered(answers))
      if isUnmatched { session.print("\n" + unmatchedReport.rendered(remedies)) }
    }
    return remedies.isComplete
  }

  /// Those without a mentor and what would help, which is all there is unless the time was up.
  func tellOfUnmatched(changes: Int, json: Bool) throws -> Bool {
    let explanations = asked.solved.unmatched(in: asked.form, tallyingRules: json)
    let line = ProgressLine(.tried, in: session)
    let remedies =
      explanations.isEmpty ? Tried() : try asked.remedies(count: changes) { line.step() }
    let gaps = explanations.isEmpty ? Tried() : try asked.competencyGaps { line.step() }
    line.end()
    if json {
      session.print(document.value(of: explanations, remedies: remedies, gaps: gaps).document)
    } else if explanations.isEmpty {
      session.print(Text.allMatched[session.languages.tables] + "\n")
    } else {
      let parts = [
        unmatchedReport.summary(explanations), unmatchedReport.rendered(remedies),
        unmatchedReport.rendered(gaps),
      ]
      session.print(parts.filter { !$0.isEmpty }.joined(separator: "\n"))
    }
    return remedies.isComplete && gaps.isComplete
  }

  private var unmatchedReport: UnmatchedReport {
    UnmatchedReport(asked.names, on: session.page)
  }
}

extension Text {
  fileprivate static let tried = Text(ru: "Изменений проверено:", en: "Changes tried:")
  fileprivate static let nothingAsked = Text(
    ru: "В этих формах у наставляемого нет заявки, или наставника в них нет.",
    en: "The mentee has no request in these forms, or the mentor is not in them.")
  fileprivate static let notATopic = Text(
    ru: "В этих формах по этой теме групп не собирают, или её никто не просит.",
    en: "These forms make no groups about the topic, or nobody asks for it.")
  fileprivate static let noTargets = Text(
    ru: "В programme.yaml нет целевого охвата (coverageTargets).",
    en: "programme.yaml has no coverage targets (coverageTargets).")
  fileprivate static let allMatched = Text(
    ru: "Заявок без наставника нет.", en: "No request is without a mentor.")
}
