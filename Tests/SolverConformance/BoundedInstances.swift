import AssignmentKernel

extension NamedInstance {
  /// Rows and columns that are used several times, or at least so often.
  static let bounded: [NamedInstance] = [
    NamedInstance(
      "a row that asks three times, columns that take four",
      [[5, 4, 3, 2], [5, 4, 3, 2], [5, 4, 3, 2], [5, 4, 3, 2], [5, 4, 3, 2]],
      rowDemand: .all(.upTo(3), 5), columnLoad: .all(.upTo(4), 4), answer: .optimal([54])),
    NamedInstance(
      "an arc is used once even if both ends have room", [[9, 1]],
      rowDemand: [.upTo(3)], columnLoad: .all(.upTo(4), 2), answer: .optimal([10])),
    NamedInstance(
      "a row that must ask more often than it has arcs", [[9, 1], [1, 1]],
      rowDemand: [.exactly(3), .upTo(1)], columnLoad: .all(.upTo(4), 2), answer: .infeasible),
    NamedInstance(
      "no bound can bind", [[5, -3], [2, 8]],
      rowDemand: .all(.upTo(9), 2), columnLoad: .all(.upTo(9), 2), answer: .optimal([15])),
    NamedInstance(
      "a column of capacity 0", [[9, 1], [9, 2]], columnLoad: [.upTo(0), .upTo(2)],
      answer: .optimal([3])),
    NamedInstance(
      "all columns of capacity 0", [[9, 1], [9, 2]], columnLoad: .all(.upTo(0), 2),
      answer: .optimal([0])),
    NamedInstance(
      "all columns of capacity 0, every row once", [[9, 1], [9, 2]],
      rowDemand: .all(.exactly(1), 2), columnLoad: .all(.upTo(0), 2), answer: .infeasible),
    NamedInstance(
      "a row of demand 0", [[9, 1], [8, 2]], rowDemand: [.upTo(0), .upTo(1)],
      answer: .optimal([8])),
    NamedInstance(
      "a column that must be used although it is poor", [[9, 1], [9, 2], [9, 4]],
      rowDemand: .all(.exactly(1), 3), columnLoad: [.upTo(3), Bounds(lower: 2, upper: 3)],
      answer: .optimal([15])),
    NamedInstance(
      "a column that must be used at a loss", [[3, -5], [4, -2]],
      columnLoad: [.upTo(2), .exactly(1)], answer: .optimal([1])),
    NamedInstance(
      "columns that need more than the rows have", [[1, 1], [1, 1]],
      columnLoad: .all(Bounds(lower: 2, upper: 3), 2), answer: .infeasible),
    NamedInstance(
      "rows that need at least two of three", [[5, -1, -2], [5, -1, -2], [-1, -1, 4]],
      rowDemand: .all(Bounds(lower: 2, upper: 3), 3), columnLoad: .all(.upTo(2), 3),
      answer: .optimal([10])),
    NamedInstance(
      "lower bounds on both sides", [[4, nil, 1], [nil, 3, 1], [2, 2, 1]],
      rowDemand: .all(Bounds(lower: 1, upper: 2), 3),
      columnLoad: [.upTo(1), .upTo(1), Bounds(lower: 2, upper: 3)], answer: .optimal([10])),
    NamedInstance(
      "lower bounds that contradict each other", [[4, nil], [nil, 3], [nil, 2]],
      rowDemand: .all(.exactly(1), 3), columnLoad: [Bounds(lower: 2, upper: 3), .upTo(3)],
      answer: .infeasible),
    NamedInstance(
      "one column takes all", [[6, 5], [7, 5], [8, 5], [9, 5]],
      columnLoad: [.upTo(4), .upTo(4)], answer: .optimal([30])),
    NamedInstance(
      "bounds far above any use", [[6, 5], [7, 5]],
      rowDemand: .all(.upTo(1_000_000), 2), columnLoad: .all(.upTo(Int(Int32.max)), 2),
      answer: .optimal([23])),
  ]
}
