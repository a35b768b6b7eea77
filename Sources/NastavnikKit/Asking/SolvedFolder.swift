import AssignmentKernel
import BankIO
public import Matching
public import MentoringModel
public import Reports
import Wording

/// A programme folder with its proved plan, ready to be asked.
///
/// ```swift
/// let folder = try SolvedFolder(MatchRequest(folder: "datasets/tpu-lyceum"))
/// let mentee = try folder.mentee(named: "E-12")
/// folder.solved.answers(about: mentee)
/// ```
public struct SolvedFolder: Sendable {
  /// The names of people, organizations and forms.
  public let names: ReportNames
  /// The plan and what can be asked of it.
  public let solved: SolvedMatching
  /// What was found in the data.
  public let findings: [Finding]
  /// The form asked about, or nil for all; the others stay in the plan.
  public let form: FormID?
  /// When answers are to end.
  private let limits: SolveLimits

  /// How long answers that take solves are looked for, unless the request says.
  public static let patience = Duration.seconds(60)

  /// Reads, matches, solves and verifies.
  ///
  /// The time limit of the request holds for all of it and the answers together. Without one, answers
  /// that take solves are looked for ``patience`` from when the plan is there.
  ///
  /// - Parameters:
  ///   - request: What to match.
  ///   - form: The form to be asked about, by id, title or alias.
  /// - Throws: ``RunFailure``, ``RunFailure/unproved`` where the time was up before the best plan
  ///   was proved.
  public init(_ request: MatchRequest, form: String? = nil) throws(RunFailure) {
    let given = SolveLimits(seconds: request.timeLimit)
    let prepared = try PreparedMatching(request, listedLimit: .max)
    self.form = if let form { try prepared.programme.formID(named: form) } else { nil }
    guard let solved = try Self.solved(prepared, request, given) else { throw .unproved }
    limits = request.timeLimit == nil ? SolveLimits().ending(within: Self.patience) : given
    self.solved = solved.asked(within: limits)
    names = ReportNames(programme: prepared.programme, bank: prepared.folder.bank)
    findings = prepared.findings + solved.plan.findings
  }

  /// The matching with its best plan; nil where the time was up before that was proved.
  private static func solved(
    _ prepared: PreparedMatching, _ request: MatchRequest, _ limits: SolveLimits
  ) throws(RunFailure) -> SolvedMatching? {
    guard case .listed(let problem) = prepared.pairs else { return nil }
    switch try VerifiedMatching.solve(problem, by: request.solver, limits: limits) {
    case .pairs(let verified):
      return SolvedMatching(problem, solution: verified.solution, by: prepared.matcher)
    case .groups(let verified):
      return SolvedMatching(
        problem, solution: verified.solution, by: prepared.matcher,
        asking: DispatchedGroupSolver(choice: request.solver, seconds: request.timeLimit))
    }
  }

  /// The competency that goes by an id, a title or a synonym.
  public func topic(named name: String) throws(RunFailure) -> CompetencyID {
    let vocabulary = names.programme.vocabulary
    guard let topic = vocabulary.competency(named: name) else {
      let topics = Set(solved.groupTopics).map(vocabulary.title).sorted { $0.ru < $1.ru }
      throw .unknownTopic(
        name, suggestion: nearMiss(of: name, among: topics.map(\.ru)), topics: topics)
    }
    return topic
  }

  /// The mentee who goes by an id, or alone by a full name.
  public func mentee(named name: String) throws(RunFailure) -> PersonID {
    try person(named: name, among: solved.matcher.bank.mentees.map(\.person))
  }

  /// The mentor who goes by an id, or alone by a full name.
  public func mentor(named name: String) throws(RunFailure) -> PersonID {
    try person(named: name, among: solved.matcher.bank.mentors.map(\.person))
  }

  /// The single changes that let most mentees find a mentor; see `SolvedMatching`.
  public func remedies(
    for mentee: PersonID? = nil, count: Int, progress: @Sendable () -> Void = {}
  ) throws(RunFailure) -> Tried<Remedy> {
    // What is short is looked for after it, and takes far less.
    let limits = mentee == nil ? limits.firstPart(3, of: 4) : limits
    do {
      return try solved.asked(within: limits)
        .remedies(for: mentee, count: count, within: longest) { _ in progress() }
    } catch {
      throw RunFailure(error)
    }
  }

  /// The competencies that are short; see `SolvedMatching`.
  public func competencyGaps(
    progress: @Sendable () -> Void = {}
  ) throws(RunFailure) -> Tried<CompetencyGap> {
    do {
      return try solved.competencyGaps(within: longest) { _ in progress() }
    } catch {
      throw RunFailure(error)
    }
  }

  /// Which groups about a topic opened and why no others, and what the rules of composition cost; see
  /// `SolvedMatching`.
  public func groups(
    about topic: CompetencyID, of mentor: PersonID?, progress: @Sendable () -> Void = {}
  ) throws(RunFailure) -> [TopicExplanation] {
    do {
      return try solved.groups(about: topic, of: mentor, in: form) { _ in progress() }
    } catch {
      throw RunFailure(error)
    }
  }

  /// What each coverage target lacks, and whom it would take; see `SolvedMatching`.
  public func coverageNeeds() throws(RunFailure) -> [CoverageNeed] {
    do { return try solved.coverageNeeds() } catch { throw RunFailure(error) }
  }

  /// The longest that one change is tried where that can take any time: one of them is not to take
  /// it all.
  private var longest: Duration? {
    guard solved.matcher.isIntegerProgram, let end = limits.deadline else { return nil }
    return ContinuousClock.now.duration(to: end) / 12
  }

  private func person(named name: String, among people: [Person]) throws(RunFailure) -> PersonID {
    let id = PersonID(rawValue: name)
    if people.contains(where: { $0.id == id }) { return id }
    let namesakes = Set(people.filter { folded($0.name) == folded(name) }.map(\.id))
    if let only = namesakes.first, namesakes.count == 1 { return only }
    let known = people.map(\.id.rawValue) + people.map(\.name)
    throw .unknownPerson(
      name, suggestion: namesakes.min()?.rawValue ?? nearMiss(of: name, among: known))
  }
}
