/// How the values of the chosen arcs in one tier make a plan better.
///
/// The tiers before it come first in each case, and the tiers after it decide what it leaves open.
public enum Fairness: String, Sendable, Hashable, Codable, CaseIterable {
  /// The greatest sum.
  case sum
  /// As many arcs as possible, then the greatest lowest value.
  case bottleneck
  /// As many arcs as possible, then the greatest lowest value, then the greatest sum.
  case bottleneckThenSum
  /// As many arcs as possible, then the list of their values, ascending: the greatest first value,
  /// among those plans the greatest second value, and so on.
  case leximin
}

/// A plan for a fairness objective, with the problem of plain tiers that it solves.
///
/// ``Verifier`` proves ``solution`` against ``problem`` as any other. The tiers of ``problem`` are
///
/// 1. the tiers that come first, as given;
/// 2. a weight of 1 on every arc, where the rest does not fix the number of arcs;
/// 3. for ``Fairness/bottleneck`` and ``Fairness/bottleneckThenSum``, −1 on every arc below the lowest value of the plan: the
///    total is 0; then, for the latter, the values themselves;
///    for ``Fairness/leximin``, for each value of the plan that is still open, ascending: −1 on
///    every arc of this value, and less than all of those in the plan together on an arc between
///    this value and the one before. Several values share a tier, each multiplied by more than all
///    later ones of the tier can add up to. Above the last of these values nothing is open;
/// 4. the tiers that come after, as given.
public struct FairSolution: Sendable, Hashable {
  /// A problem and its solution.
  public struct Claim: Sendable, Hashable {
    /// The problem.
    public var problem: AssignmentProblem
    /// Its solution.
    public var solution: Solution
  }

  /// The problem of plain tiers, with the bounds and arcs of the one that was given.
  public var problem: AssignmentProblem
  /// Its solution.
  public var solution: Solution
  /// The lowest value of the plan in the fair tier, or nil where no arc is chosen.
  public var worst: Int64?
  /// For the bottleneck, the proof that ``worst`` can't be higher: the tiers that
  /// come first, then −1 on every arc up to it; the total of the last is below 0.
  public var ceiling: Claim?

  init(
    problem: AssignmentProblem, solution: Solution, values: ArraySlice<Int64>,
    ceiling: Claim? = nil
  ) {
    self.problem = problem
    self.solution = solution
    worst = solution.arcs.lazy.filter(values.indices.contains).map { values[$0] }.min()
    self.ceiling = ceiling
  }
}
