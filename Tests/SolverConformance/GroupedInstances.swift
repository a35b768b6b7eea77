import AssignmentKernel

extension NamedInstance {
  /// Rows and columns in nested groups.
  static let grouped: [NamedInstance] = [
    NamedInstance(
      "a mentor over two forms", [[9, 8, 1], [8, 9, 2], [7, 7, 3]],
      columnLoad: .all(.upTo(2), 3), columnGroups: [NodeGroup([0, 1], .upTo(2))],
      answer: .optimal([21])),
    NamedInstance(
      "a person over two forms", [[9, 8], [8, 9], [7, 6]],
      columnLoad: .all(.upTo(3), 2), rowGroups: [NodeGroup([0, 1], .upTo(1))],
      answer: .optimal([16])),
    NamedInstance(
      "groups of columns nested two deep",
      [[9, 8, 7, 1], [9, 8, 7, 1], [9, 8, 7, 1], [9, 8, 7, 1]],
      columnLoad: .all(.upTo(2), 4),
      columnGroups: [NodeGroup([0, 1], .upTo(2)), NodeGroup([0, 1, 2], .upTo(3))],
      answer: .optimal([26])),
    NamedInstance(
      "groups of rows nested two deep",
      [[9, 8], [9, 7], [5, 6], [1, 2]], columnLoad: .all(.upTo(4), 2),
      rowGroups: [NodeGroup([0, 1, 2], .upTo(2)), NodeGroup([0, 1], .upTo(1))],
      answer: .optimal([17])),
    NamedInstance(
      "nested groups on both sides",
      [[9, 8, 7], [8, 8, 2], [6, 7, 7], [5, 5, 5]],
      rowDemand: .all(.upTo(2), 4), columnLoad: .all(.upTo(3), 3),
      rowGroups: [NodeGroup([0, 1], .upTo(3)), NodeGroup([0, 1, 2], .upTo(4))],
      columnGroups: [NodeGroup([1, 2], .upTo(3)), NodeGroup([0, 1, 2], .upTo(5))],
      answer: .optimal([37])),
    NamedInstance(
      "a group of columns that must be used", [[9, 1, 2], [9, 3, 1]],
      columnLoad: .all(.upTo(2), 3),
      columnGroups: [NodeGroup([1, 2], Bounds(lower: 1, upper: 2))], answer: .optimal([12])),
    NamedInstance(
      "a group of rows that must be used at a loss", [[-4, -6], [-5, -3], [2, 2]],
      rowGroups: [NodeGroup([0, 1], .exactly(1))], answer: .optimal([-1])),
    NamedInstance(
      "nested lower bounds", [[1, 5, 9], [2, 5, 9], [3, 5, 9], [4, 5, 9]],
      rowDemand: .all(.exactly(1), 4), columnLoad: .all(.upTo(4), 3),
      columnGroups: [
        NodeGroup([0, 1], Bounds(lower: 3, upper: 4)), NodeGroup([0], Bounds(lower: 1, upper: 4)),
      ], answer: .optimal([23])),
    NamedInstance(
      "a group that needs more than its members take", [[5, 5], [5, 5], [5, 5]],
      columnGroups: [NodeGroup([0], Bounds(lower: 2, upper: 2))], answer: .infeasible),
    NamedInstance(
      "a group of capacity 0", [[5, 4], [5, 4]], columnGroups: [NodeGroup([0], .upTo(0))],
      answer: .optimal([4])),
    NamedInstance(
      "an empty group", [[5, 4]], rowGroups: [NodeGroup([], .upTo(1))], answer: .optimal([5])),
    NamedInstance(
      "an empty group that needs one", [[5, 4]], columnGroups: [NodeGroup([], .exactly(1))],
      answer: .infeasible),
    NamedInstance(
      "two groups with the same members", [[5, 4], [3, 3]],
      columnGroups: [NodeGroup([0, 1], .upTo(2)), NodeGroup([0, 1], .upTo(1))],
      answer: .optimal([5])),
  ]
}
