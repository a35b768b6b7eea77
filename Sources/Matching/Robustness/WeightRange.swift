public import AssignmentKernel
public import MentoringModel

/// How far one weight can go with the plan staying as it is.
public struct WeightRange: Sendable, Hashable {
  /// What is beyond an end of a range.
  public enum End: Sendable, Hashable {
    /// Nothing: the share is none or all.
    case whole
    /// At the next whole percent the mentor of so many request profiles changes.
    case changes(Int)
    /// It is not known: the time was up before the best plan at the next whole percent was proved.
    case unknown
  }

  /// Where the weight stands.
  public var scope: WeightingScope
  /// The criterion.
  public var criterion: CriterionID
  /// Its share now, in hundredths of a percent.
  public var share: Int
  /// The least share in whole percent at which the plan is known to be the same, as at every whole
  /// percent between; the share itself where nothing is known of the next percent below, or it changes
  /// the plan.
  public var lowest: Int
  /// The greatest such share.
  public var highest: Int
  /// What is below it.
  public var below: End
  /// What is above it.
  public var above: End

  /// Whether the time was up before both ends were found.
  public var wasStopped: Bool { below == .unknown || above == .unknown }
}

extension ReweighedMatching {
  /// How far each weight can go with the plan staying as it is, pair by pair.
  ///
  /// One weight changes and the others keep their proportions. From the share as it is the weight
  /// goes down and up to the next whole percents, one by one, each with a proved best plan, until
  /// the plan changes, or where forms make groups, until a better one is found. So the answer holds
  /// for every whole percent of the range without any assumption on what lies between two of them.
  ///
  /// All weights go one percent at a time, so that where the time is up each is known about as far as
  /// the others.
  ///
  /// - Parameters:
  ///   - threads: The most threads at work, or nil for one a core.
  ///   - limits: When to stop: ends that are not found by then are told to be unknown. No percent
  ///     takes more than a quarter of the time that is left.
  ///   - progress: Is told after each weight that is done, of how many.
  /// - Returns: A range for each weight that counts.
  /// - Throws: ``QuestionFailure``.
  /// - Complexity: at most a hundred solves for each weight, from the plan as it is; where weights
  ///   decide about rules or groups, as many whole runs.
  public func weightRanges(
    threads: Int? = nil, limits: SolveLimits = .none,
    progress: @Sendable (_ total: Int) -> Void = { _ in }
  ) throws(QuestionFailure) -> [WeightRange] {
    let weights = programme.weightingScopes(of: base.matcher.forms).flatMap { scope in
      CriterionID.allCases
        .filter { (1..<CriterionWeights.total).contains(programme.weights(in: scope)[$0]) }
        .map { (scope, $0, programme.weights(in: scope)[$0]) }
    }
    var ways = weights.flatMap { scope, criterion, share in
      [WeightWay.Direction.down, .up].map { WeightWay($0, scope, criterion, share) }
    }
    while true {
      let open = ways.indices.filter { ways[$0].end == nil }
      guard !open.isEmpty else { break }
      let steps = InParallel.map(open.count, threads: threads) { [ways] index in
        Result { () throws(QuestionFailure) in try step(ways[open[index]], limits.part(of: 4)) }
      }
      for (index, step) in zip(open, steps) { ways[index] = try step.get() }
      for weight in weights.indices where ways[2 * weight].end != nil {
        let pair = [2 * weight, 2 * weight + 1]
        guard ways[pair[1]].end != nil, pair.contains(where: open.contains) else { continue }
        progress(weights.count)
      }
    }
    return weights.enumerated().map { index, weight in
      let (down, up) = (ways[2 * index], ways[2 * index + 1])
      return WeightRange(
        scope: weight.0, criterion: weight.1, share: weight.2, lowest: down.last, highest: up.last,
        below: down.end ?? .unknown, above: up.end ?? .unknown)
    }
  }

  /// The way with its next percent tried.
  private func step(
    _ way: WeightWay, _ limits: SolveLimits
  ) throws(QuestionFailure) -> WeightWay {
    var way = way
    guard let points = way.next,
      let weights = programme.weights(in: way.scope).giving(points, to: way.criterion)
    else {
      way.end = .whole
      return way
    }
    guard let other = try plan(for: programme.reweighed([way.scope: weights]), limits: limits)
    else {
      way.end = .unknown
      return way
    }
    let changes = zip(other, plan).count { $0 != $1 }
    if changes > 0 { way.end = .changes(changes) } else { way.last = points }
    return way
  }
}

/// The way from a weight as it is, down or up, percent by percent.
private struct WeightWay {
  enum Direction { case down, up }

  let direction: Direction
  let scope: WeightingScope
  let criterion: CriterionID
  /// The last share with the plan as it is.
  var last: Int
  var end: WeightRange.End?

  init(
    _ direction: Direction, _ scope: WeightingScope, _ criterion: CriterionID, _ share: Int
  ) {
    self.direction = direction
    self.scope = scope
    self.criterion = criterion
    last = share
  }

  /// The next whole percent, or nil where the share is none or all.
  var next: Int? {
    let percent = 100
    switch direction {
    case .down: return last > 0 ? (last - 1) / percent * percent : nil
    case .up: return last < CriterionWeights.total ? last / percent * percent + percent : nil
    }
  }
}
