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
  /// mentor are told. They are tried in the order of what they can bring at most, and not where `count`
  /// others bring more mentees than that; new competencies, which come last, not where `count` others
  /// bring as many.
  ///
  /// - Parameters:
  ///   - mentee: Only changes by which this mentee finds a mentor; nil for all.
  ///   - count: How many changes to tell.
  ///   - most: The longest that one change is tried; one that takes longer is left out.
  ///   - progress: Told the number of changes, or rows of like ones, that were tried.
  /// - Returns: The changes, those that bring most first; where the limits of the matching end
  ///   before all were tried, or a change was left out, those that were found.
  /// - Throws: ``QuestionFailure``.
  /// - Complexity: a solve from the plan for each change that is tried.
  public func remedies(
    for mentee: PersonID? = nil, count: Int = 10, within most: Duration? = nil,
    progress: @Sendable (_ tried: Int) -> Void = { _ in }
  ) throws(QuestionFailure) -> Tried<Remedy> {
    let candidates = CandidateChanges(self, for: mentee)
    let tried = Atomic(0)
    let best = BestGains(count)
    let ladders = candidates.ladders
    let order = ladders.indices.sorted { (ladders[$1].most, $0) < (ladders[$0].most, $1) }
    var trials = try trials(
      order.map { ladders[$0].steps }, for: mentee, within: most,
      unless: { place in best.exceed(ladders[order[place]].most) },
      done: { remedy in
        if let remedy { best.add(remedy.gain.mentees) }
        progress(tried.add(1, ordering: .relaxed).newValue)
      })
    trials = trials.backInPlace(from: order)
    if mentee == nil { trials.append(try trialOfEnoughMentors(within: most)) }
    let competencies = candidates.competencies
    for start in stride(from: 0, to: competencies.count, by: Self.togetherTried) {
      let brought = trials.compactMap { $0.remedy?.gain.mentees }
      if brought.count(where: { $0 >= competencies[start].most }) >= count { break }
      let some = competencies[start..<min(start + Self.togetherTried, competencies.count)]
      trials += try self.trials(some.map { [$0.change] }, for: mentee, within: most) { _ in
        progress(tried.add(1, ordering: .relaxed).newValue)
      }
    }
    let remedies = trials.compactMap(\.remedy)
    let ranked = remedies.indices.sorted { left, right in
      let (a, b) = (remedies[left].gain, remedies[right].gain)
      return a.rank == b.rank ? left < right : b.rank.lexicographicallyPrecedes(a.rank)
    }
    return Tried(
      found: ranked.prefix(count).map { remedies[$0] },
      isComplete: trials.allSatisfy { !$0.isOpen })
  }

  /// How many competencies are tried before it is looked whether more are needed: not a matter of the
  /// number of cores, so that the same are told everywhere.
  private static let togetherTried = 4

  /// What came of trying the steps of a ladder.
  private enum Trial {
    case helps(Remedy)
    case helpsNobody
    case open

    var remedy: Remedy? { if case .helps(let remedy) = self { remedy } else { nil } }
    var isOpen: Bool { if case .open = self { true } else { false } }
  }

  /// Tries ladders side by side, but for those that are not needed.
  private func trials(
    _ ladders: [[SingleChange]], for mentee: PersonID?, within most: Duration?,
    unless isNeedless: @Sendable (_ place: Int) -> Bool = { _ in false },
    done: @Sendable (Remedy?) -> Void
  ) throws(QuestionFailure) -> [Trial] {
    let results = InParallel.map(ladders.count) { place -> Result<Trial, QuestionFailure> in
      guard !isNeedless(place) else { return .success(.helpsNobody) }
      return Result { () throws(QuestionFailure) in
        let trial = try trial(ladders[place], for: mentee, within: most)
        done(trial.remedy)
        return trial
      }
    }
    return try results.map { result throws(QuestionFailure) in try result.get() }
  }

  /// Tries as many mentors as everybody needs who stays without one for their limit, where one more than
  /// now is not enough.
  private func trialOfEnoughMentors(within longest: Duration?) throws(QuestionFailure) -> Trial {
    guard let most = matcher.programme.maximumMentors,
      plan.unmatched.contains(where: { $0.code == "mentorsLimited" })
    else { return .helpsNobody }
    var programme = matcher.programme
    programme.maximumMentors = nil
    programme.tiers = [.pins, .coverage, .fewestMentors]
    guard !limits.isOver,
      let needing = try variant(programme, matcher.bank, orNilWithin: longest)
    else { return .open }
    guard let needed = needing.value(of: .fewestMentors).map({ -$0 }), needed > most + 1 else {
      return .helpsNobody
    }
    return try trial([.maximumMentors(needed)], for: nil, within: longest)
  }

  /// The first change that helps.
  private func trial(
    _ ladder: [SingleChange], for mentee: PersonID?, within most: Duration?
  ) throws(QuestionFailure) -> Trial {
    for change in ladder {
      guard !limits.isOver else { return .open }
      let changed = change.applied(to: matcher.programme, matcher.bank)
      guard let variant = try variant(changed.programme, changed.bank, orNilWithin: most) else {
        return .open
      }
      let gain = gain(of: variant)
      let isWanted = mentee.map { mentee in gain.found.contains { $0.mentee == mentee } } ?? true
      if gain.mentees > 0, isWanted { return .helps(Remedy(change: change, gain: gain)) }
    }
    return .helpsNobody
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

/// The mentees that the best changes so far bring, told by several threads.
private final class BestGains: Sendable {
  private let wanted: Int
  private let gains = Mutex<[Int]>([])

  init(_ wanted: Int) { self.wanted = wanted }

  func add(_ mentees: Int) { gains.withLock { $0.append(mentees) } }

  /// Whether as many as are wanted bring more than so many mentees.
  func exceed(_ most: Int) -> Bool {
    gains.withLock { $0.count { $0 > most } >= wanted }
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
