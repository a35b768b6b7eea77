/// What it costs to send a unit over each residual edge, and how costs along a path join.
///
/// A longer path never costs less, so that Dijkstra's search applies.
protocol EdgeLosses: Sendable {
  associatedtype Loss: Comparable & Sendable

  /// The loss of a path without edges.
  var none: Loss { get }
  /// The loss of taking an arc that is not chosen, or nil where it may not be taken.
  func taking(_ arc: Int, row: Int, column: Int) -> Loss?
  /// The loss of dropping a chosen arc, or nil where it may not be dropped.
  func dropping(_ arc: Int, row: Int, column: Int) -> Loss?
  /// The loss on the way from a node up to its parent.
  func climbing(_ node: Int) -> Loss
  /// The loss on the way from its parent down to a node.
  func descending(_ node: Int) -> Loss
  /// The loss of a path with one edge more.
  func joined(_ path: Loss, _ edge: Loss) -> Loss
}
