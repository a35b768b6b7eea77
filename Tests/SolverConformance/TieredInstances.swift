import AssignmentKernel

extension NamedInstance {
  /// Several tiers of weights, compared one after the other.
  static let tiered: [NamedInstance] = [
    NamedInstance(
      "pairs first, then quality", [[1, 1], [1, nil]], [[9, 1], [1, nil]],
      answer: .optimal([2, 2])),
    NamedInstance(
      "the second tier decides among equals", [[1, 1, 1], [1, 1, 1]], [[5, 3, 1], [6, 5, 2]],
      answer: .optimal([2, 10])),
    NamedInstance(
      "the second tier can't buy back the first", [[3, 2]], [[0, 1_000_000]],
      answer: .optimal([3, 0])),
    NamedInstance(
      "a negative second tier leaves free pairs out", [[0, 1]], [[-5, -5]],
      answer: .optimal([1, -5])),
    NamedInstance(
      "an indifferent first tier", [[0, 0], [0, 0]], [[4, 3], [4, 1]], answer: .optimal([0, 7])),
    NamedInstance(
      "three tiers", [[1, 1], [1, 1], [1, 1]], [[2, 2], [2, 2], [2, 1]],
      [[0, 3], [4, 0], [9, 9]], answer: .optimal([2, 4, 12])),
    NamedInstance(
      "tiers with groups and lower bounds", [[1, 1, 1], [1, 1, 1], [1, 1, 1]],
      [[9, 8, 1], [8, 9, 2], [7, 7, 3]], columnLoad: .all(.upTo(2), 3),
      rowGroups: [NodeGroup([0, 1], Bounds(lower: 1, upper: 2))],
      columnGroups: [NodeGroup([0, 1], .upTo(2))], answer: .optimal([3, 21])),
    NamedInstance(
      "tiers of an infeasible problem", [[1], [1]], [[2], [3]],
      rowDemand: .all(.exactly(1), 2), answer: .infeasible),
    NamedInstance(
      "large weights below small ones", [[1, 2], [2, 3]], [[1 << 40, 0], [0, (1 << 40) + 1]],
      answer: .optimal([4, (1 << 41) + 1])),
  ]
}
