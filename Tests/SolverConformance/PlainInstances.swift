import AssignmentKernel

extension NamedInstance {
  /// Rows and columns that are used at most once, or exactly once.
  static let plain: [NamedInstance] = [
    NamedInstance(
      "square, every row once", [[4, 1, 3], [2, 0, 5], [3, 2, 2]],
      rowDemand: .all(.exactly(1), 3), answer: .optimal([11])),
    NamedInstance(
      "more columns than rows", [[1, 7, 3, 5], [2, 8, 4, 4]], answer: .optimal([13])),
    NamedInstance(
      "more rows than columns", [[1, 2], [7, 8], [3, 4], [5, 4]], answer: .optimal([13])),
    NamedInstance(
      "more rows than columns, every row once", [[1, 2], [7, 8], [3, 4]],
      rowDemand: .all(.exactly(1), 3), answer: .infeasible),
    NamedInstance(
      "forbidden arcs", [[nil, 5, 9], [4, nil, 9], [1, nil, nil]],
      rowDemand: .all(.exactly(1), 3), answer: .optimal([15])),
    NamedInstance(
      "two rows that want one column", [[nil, 5, nil], [nil, 6, nil], [1, nil, 2]],
      rowDemand: .all(.exactly(1), 3), answer: .infeasible),
    NamedInstance(
      "a long chain must move", [[10, 9, nil], [10, nil, 1], [nil, 10, 1]],
      rowDemand: .all(.exactly(1), 3), answer: .optimal([21])),
    NamedInstance("nothing at all", [], answer: .optimal([0])),
    NamedInstance("no rows", [], columns: 3, answer: .optimal([0])),
    NamedInstance(
      "no rows, a column that needs one", [], columns: 2,
      columnLoad: [.upTo(1), .exactly(1)], answer: .infeasible),
    NamedInstance("no columns", [[], [], []], answer: .optimal([0])),
    NamedInstance(
      "no columns, a row that needs one", [[], []], rowDemand: [.upTo(1), .exactly(1)],
      answer: .infeasible),
    NamedInstance(
      "a row without arcs that needs none", [[3, 4], [nil, nil]], answer: .optimal([4])),
    NamedInstance(
      "a row without arcs that needs one", [[3, 4], [nil, nil]],
      rowDemand: .all(.exactly(1), 2), answer: .infeasible),
    NamedInstance("one pair", [[7]], answer: .optimal([7])),
    NamedInstance("one pair not worth it", [[-7]], answer: .optimal([0])),
    NamedInstance(
      "one pair not worth it but required", [[-7]], rowDemand: [.exactly(1)],
      answer: .optimal([-7])),
    NamedInstance(
      "all weights equal", Array(repeating: Array(repeating: 3, count: 6), count: 6),
      answer: .optimal([18])),
    NamedInstance(
      "all weights zero", Array(repeating: Array(repeating: 0, count: 4), count: 5),
      answer: .optimal([0])),
    NamedInstance(
      "all weights negative", [[-1, -2], [-3, -4]], answer: .optimal([0])),
    NamedInstance(
      "all weights negative, every row once", [[-1, -2], [-3, -5]],
      rowDemand: .all(.exactly(1), 2), answer: .optimal([-5])),
    NamedInstance(
      "negative weights among others", [[5, -1], [4, -9]], answer: .optimal([5])),
    NamedInstance(
      "ties everywhere", [[1, 1, 0], [1, 1, 1], [0, 1, 1]], answer: .optimal([3])),
    NamedInstance(
      "large weights that differ by one",
      [[big, big + 1, big], [big + 1, big + 3, big], [big, big, big - 1]],
      rowDemand: .all(.exactly(1), 3), answer: .optimal([3 * Int128(big) + 3])),
    NamedInstance(
      "large weights of both signs", [[big, -big], [-big, -big + 1]],
      rowDemand: .all(.exactly(1), 2), answer: .optimal([1])),
  ]

  private static let big: Int64 = 1 << 40
}
