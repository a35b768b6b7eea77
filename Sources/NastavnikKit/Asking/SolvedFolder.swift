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

  /// Reads, matches, solves and verifies.
  ///
  /// - Parameters:
  ///   - request: What to match.
  ///   - form: The form to be asked about, by id, title or alias.
  /// - Throws: ``RunFailure``, ``RunFailure/unproved`` where the time was up before the best plan
  ///   was proved.
  public init(_ request: MatchRequest, form: String? = nil) throws(RunFailure) {
    let result = try MatchRun.solvePairs(request)
    self.form =
      if let form { try result.prepared.programme.formID(named: form) } else { nil }
    guard
      let solved = SolvedMatching(
        result.prepared.problem, solution: result.verified.solution, by: result.prepared.matcher)
    else { throw .unproved }
    self.solved = solved
    names = ReportNames(
      programme: result.prepared.programme, bank: result.prepared.folder.bank)
    findings = result.prepared.findings + solved.plan.findings
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
    for mentee: PersonID? = nil, count: Int
  ) throws(RunFailure) -> [Remedy] {
    do { return try solved.remedies(for: mentee, count: count) } catch { throw RunFailure(error) }
  }

  /// The competencies that are short; see `SolvedMatching`.
  public func competencyGaps() throws(RunFailure) -> [CompetencyGap] {
    do { return try solved.competencyGaps() } catch { throw RunFailure(error) }
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
