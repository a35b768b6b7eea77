/// What an earlier answer leaves to start from: a choice of arcs, and potentials.
///
/// It need not be feasible, or optimal for anything; the nearer it is, the less is to be done.
public struct WarmStart: Sendable, Hashable {
  /// The arcs, by their numbers in the problem to be solved.
  public var arcs: [Int]
  /// The potentials of one tier.
  public var potentials: Potentials

  /// Creates a start.
  public init(arcs: [Int], potentials: Potentials) {
    self.arcs = arcs
    self.potentials = potentials
  }
}
