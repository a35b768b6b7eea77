import AssignmentKernel
import BankIO
import Matching
public import MentoringModel
import Reports
public import Wording

/// What a rule of composition costs: the goals with it and without it, both solved and verified.
///
/// ```swift
/// let cost = try CompositionCost(ofRule: 1, in: "educator-pupil", of: MatchRequest(folder: folder))
/// print(cost.text[.en])  // without rule 1: mentees matched 12 instead of 10
/// ```
public struct CompositionCost: Sendable, Hashable {
  /// The form.
  public var form: FormID
  /// The number of the rule in the form's list, from 1.
  public var rule: Int
  /// The goals, in their order.
  public var tiers: [ObjectiveTier]
  /// What the goals reach with the rule.
  public var kept: [Int128]
  /// What they reach without it.
  public var lifted: [Int128]
  /// Whether both are proved to be best; otherwise the difference is that of what was found.
  public var isProved: Bool

  /// Solves a programme with a rule and without it.
  ///
  /// - Parameters:
  ///   - rule: The number of the rule in the form's list, from 1.
  ///   - form: The form, by id, title or alias.
  ///   - request: The run; its time limit holds for each of the two.
  /// - Throws: ``RunFailure``, of which ``RunFailure/noSuchRule(_:form:rules:)`` where the form has
  ///   no such rule.
  public init(
    ofRule rule: Int, in form: String, of request: MatchRequest
  ) throws(RunFailure) {
    let prepared = try PreparedMatching(request)
    let id = try prepared.programme.formID(named: form)
    var programme = prepared.programme
    let place = programme.forms.firstIndex { $0.id == id }
    let rules = place.flatMap { programme.forms[$0].groups?.composition.count } ?? 0
    // Where a form makes groups all pairs are listed.
    guard let place, (1...max(1, rules)).contains(rule), rules > 0,
      case .listed(let whole) = prepared.pairs
    else {
      throw .noSuchRule(rule, form: id, rules: rules)
    }
    programme.forms[place].groups?.composition.remove(at: rule - 1)
    let matcher = Matcher(
      programme: programme, bank: prepared.folder.bank, forms: prepared.forms.map { Set($0) })
    let problem: MatchingProblem
    do {
      problem = try matcher.makeProblem()
    } catch {
      throw .problem(error)
    }
    let kept = try VerifiedMatching.solve(
      whole, by: request.solver, limits: SolveLimits(seconds: request.timeLimit))
    let lifted = try VerifiedMatching.solve(
      problem, by: request.solver, limits: SolveLimits(seconds: request.timeLimit))
    self.form = id
    self.rule = rule
    tiers = whole.tiers
    self.kept = kept.objective
    self.lifted = lifted.objective
    isProved = !kept.wasStopped && !lifted.wasStopped
  }

  /// The first goal that the rule costs something, with what it reaches without the rule; nil where
  /// the rule costs nothing but the choice among equals.
  public var firstLoss: (tier: ObjectiveTier, kept: Int128, lifted: Int128)? {
    tiers.indices.first { tiers[$0] != .tieBreak && kept[$0] != lifted[$0] }
      .map { (tiers[$0], kept[$0], lifted[$0]) }
  }

  /// The cost in a sentence.
  public var text: Text {
    let caveat =
      isProved
      ? Text(same: "")
      : Text(ru: " (не доказано: время вышло)", en: " (not proved: the time was up)")
    guard let loss = firstLoss else {
      return Text(ru: "Правило состава \(rule) ничего не стоит", en: "Rule \(rule) costs nothing")
        + caveat + Text(same: ".")
    }
    let sign: Int128 = loss.tier == .fewestGroups ? -1 : 1
    return Text(ru: "Без правила состава \(rule): ", en: "Without rule \(rule): ")
      + loss.tier.title
      + Text(
        ru: " \(loss.lifted * sign) вместо \(loss.kept * sign)",
        en: " \(loss.lifted * sign) instead of \(loss.kept * sign)")
      + caveat + Text(same: ".")
  }
}
