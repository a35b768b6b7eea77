import AssignmentKernel
public import MentoringModel
import Synchronization

/// A single change with what it brings, by a solve of the changed banks.
public struct Remedy: Sendable, Hashable {
  /// The change.
  public var change: SingleChange
  /// What it brings.
  public var gain: Gain
}

/// What changed banks bring against the plan as it is.
public struct Gain: Sendable, Hashable {
  /// The mentees who find a mentor, form by form.
  public var found: [FormMentee]
  /// The mentees who lose theirs.
  public var lost: [FormMentee]
  /// What each goal gains, in the order of the programme.
  public var goals: [GoalChange]

  /// How many more mentees have a mentor; a mentee counts in each form.
  public var mentees: Int { found.count - lost.count }
}

/// A mentee in a form.
public struct FormMentee: Sendable, Hashable, Comparable {
  /// The form.
  public var form: FormID
  /// The mentee.
  public var mentee: PersonID

  /// Orders by form and then by mentee.
  public static func < (left: Self, right: Self) -> Bool {
    (left.form, left.mentee) < (right.form, right.mentee)
  }
}

extension SolvedMatching {
  /// The single changes that let most mentees find a mentor, most important goal first.
  ///
  /// Every gain is the difference of two proved plans. Only changes that let somebody more find a
  /// mentor are told. New competencies are tried in the order of what they can bring at most, until
  /// `count` changes bring as much; the others are all tried.
  ///
  /// - Parameters:
  ///   - mentee: Only changes by which this mentee finds a mentor; nil for all.
  ///   - count: How many changes to tell.
  ///   - most: The longest that one change is tried; one that takes longer is left out.
  ///   - progress: Told the number of changes, or rows of like ones, that were tried.
  /// - Returns: The changes, those that bring most first; where the limits of the matching end
  ///   before all were tried, those that were found.
  /// - Throws: ``QuestionFailure``.
  /// - Complexity: a solve from the plan for each change that is tried.
  public func remedies(
    for mentee: PersonID? = nil, count: Int = 10, within most: Duration? = nil,
    progress: @Sendable (_ tried: Int) -> Void = { _ in }
  ) throws(QuestionFailure) -> [Remedy] {
    let candidates = CandidateChanges(self, for: mentee)
    let ladders = candidates.ladders
    let tried = Atomic(0)
    let firsts = InParallel.map(ladders.count) { index -> Result<Remedy?, QuestionFailure> in
      defer { progress(tried.add(1, ordering: .relaxed).newValue) }
      return Result { () throws(QuestionFailure) in
        try firstRemedy(of: ladders[index], for: mentee, within: most)
      }
    }
    var remedies: [Remedy] = []
    for first in firsts { if let remedy = try first.get() { remedies.append(remedy) } }
    if mentee == nil, !limits.isOver, let enough = try enoughMentors(),
      let remedy = try remedy(enough, for: nil, within: most)
    {
      remedies.append(remedy)
    }
    for candidate in candidates.competencies where !limits.isOver {
      let enough = remedies.count { $0.gain.mentees >= candidate.most } >= count
      if enough { break }
      progress(tried.add(1, ordering: .relaxed).newValue)
      if let remedy = try remedy(candidate.change, for: mentee, within: most) {
        remedies.append(remedy)
      }
    }
    let order = remedies.indices.sorted { left, right in
      let (a, b) = (remedies[left].gain, remedies[right].gain)
      return a.rank == b.rank ? left < right : b.rank.lexicographicallyPrecedes(a.rank)
    }
    return order.prefix(count).map { remedies[$0] }
  }

  /// As many mentors as everybody needs who stays without one for their limit; nil where one more
  /// than now is enough.
  private func enoughMentors() throws(QuestionFailure) -> SingleChange? {
    guard let most = matcher.programme.maximumMentors,
      plan.unmatched.contains(where: { $0.code == "mentorsLimited" })
    else { return nil }
    var programme = matcher.programme
    programme.maximumMentors = nil
    programme.tiers = [.pins, .coverage, .fewestMentors]
    let needed = try variant(programme, matcher.bank).value(of: .fewestMentors).map { -$0 }
    return needed.flatMap { $0 > most + 1 ? .maximumMentors($0) : nil }
  }

  /// The first change that helps.
  private func firstRemedy(
    of ladder: [SingleChange], for mentee: PersonID?, within most: Duration?
  ) throws(QuestionFailure) -> Remedy? {
    for change in ladder where !limits.isOver {
      if let remedy = try remedy(change, for: mentee, within: most) { return remedy }
    }
    return nil
  }

  /// What a change brings, or nil where nobody more finds a mentor by it, or it takes too long.
  private func remedy(
    _ change: SingleChange, for mentee: PersonID?, within most: Duration?
  ) throws(QuestionFailure) -> Remedy? {
    let changed = change.applied(to: matcher.programme, matcher.bank)
    guard let variant = try variant(changed.programme, changed.bank, orNilWithin: most) else {
      return nil
    }
    let gain = gain(of: variant)
    let isWanted = mentee.map { mentee in gain.found.contains { $0.mentee == mentee } } ?? true
    return gain.mentees > 0 && isWanted ? Remedy(change: change, gain: gain) : nil
  }

  /// The best plan for a changed programme and changed banks, starting from this one; with groups
  /// the choice among equals is left to the solver.
  ///
  /// - Throws: ``QuestionFailure``.
  public func variant(
    _ programme: Programme, _ bank: Bank, needingProof needsProof: Bool = true
  ) throws(QuestionFailure) -> Variant {
    try variant(programme, bank, needingProof: needsProof, limits)
  }

  /// The same, or nil where it is not proved within a time.
  func variant(
    _ programme: Programme, _ bank: Bank, orNilWithin most: Duration?
  ) throws(QuestionFailure) -> Variant? {
    do {
      return try variant(
        programme, bank, needingProof: true, most.map { limits.ending(within: $0) } ?? limits)
    } catch .unproved where most != nil || limits.isOver {
      return nil
    } catch {
      throw error
    }
  }

  private func variant(
    _ programme: Programme, _ bank: Bank, needingProof needsProof: Bool, _ limits: SolveLimits
  ) throws(QuestionFailure) -> Variant {
    try matcher.variant(
      programme, bank, from: (problem, solution),
      groupSolver: exchanges?.solver ?? GroupSearch(), choosingAmongEquals: false,
      needingProof: needsProof, limits: limits)
  }

  /// What a variant brings against this plan; the goals are compared where both have them.
  public func gain(of variant: Variant) -> Gain {
    let before = problem.matchedMentees(by: solution)
    let after = variant.problem.matchedMentees(by: variant.solution)
    let (found, lost) = (after.subtracting(before).sorted(), before.subtracting(after).sorted())
    let groups = coverageChange(lost: lost, found: found, in: variant.matcher)
    return Gain(
      found: found, lost: lost,
      goals: plan.tiers.compactMap { result in
        variant.value(of: result.tier).map { value in
          let plain = PlainChange(
            result.plain,
            variant.problem.plain(
              result.tier, ofArcs: variant.solution.arcs, in: variant.matcher.programme))
          return GoalChange(
            goal: result.tier, before: result.value, after: value,
            text: GoalWording(
              goal: result.tier, change: value - result.value, groups: groups, plain: plain
            ).text, plain: plain)
        }
      })
  }
}

extension Gain {
  /// Mentees first, then the goals but for the choice among equals.
  fileprivate var rank: [Int] {
    [mentees] + goals.filter { $0.goal != .tieBreak }.map(\.change)
  }
}

extension MatchingProblem {
  /// The mentees who have a mentor in a solution.
  func matchedMentees(by solution: Solution) -> Set<FormMentee> {
    Set(
      pairs(among: solution.arcs).flatMap { arc in
        let profile = profiles[assignment.arcs.row(ofArc: arc)]
        return profile.members.map { FormMentee(form: profile.form, mentee: $0) }
      })
  }
}
