import AssignmentKernel

extension NamedGroupInstance {
  /// Every instance of the suite.
  public static let all = bounds + composition + openings

  /// Lower bounds, groups, tiers.
  static let bounds: [NamedGroupInstance] = [
    NamedGroupInstance(
      "too few for any group", [[5, 4], [5, 4]], load: .all(Bounds(lower: 3, upper: 5), 2),
      answer: .optimal([0])),
    NamedGroupInstance(
      "one group of two topics opens", [[9, 1], [9, 1], [1, 9], [2, 1]],
      load: .all(Bounds(lower: 3, upper: 4), 2), answer: .optimal([21])),
    NamedGroupInstance(
      "a group that loses opens no more than it must", [[-1], [-2], [4]],
      load: [Bounds(lower: 2, upper: 3)], answer: .optimal([3])),
    NamedGroupInstance(
      "an open column has at least one even where its lower bound is 0", [[-5], [-7]],
      load: [.upTo(2)], openLimits: [OpenLimit(columns: [0], .exactly(1))],
      answer: .optimal([-5])),
    NamedGroupInstance(
      "rows that must stand somewhere open a group", [[1, 2], [1, 2], [1, 2]],
      load: .all(Bounds(lower: 3, upper: 3), 2), rowDemand: .all(.exactly(1), 3),
      answer: .optimal([6])),
    NamedGroupInstance(
      "rows that must stand somewhere and no group that can open", [[1, 2], [1, 2]],
      load: .all(Bounds(lower: 3, upper: 3), 2), rowDemand: .all(.exactly(1), 2),
      answer: .infeasible),
    NamedGroupInstance(
      "a mentor over two topics has room for one group",
      [[5, 4], [5, 4], [4, 5], [4, 5]], load: .all(Bounds(lower: 2, upper: 4), 2),
      columnGroups: [NodeGroup([0, 1], .upTo(3))], answer: .optimal([14])),
    NamedGroupInstance(
      "columns that close beside columns that don't", [[9, 1], [8, 1], [7, 9]],
      load: [Bounds(lower: 3, upper: 3), Bounds(lower: 1, upper: 3)], mayClose: [true, false],
      answer: .optimal([11])),
    NamedGroupInstance(
      "the first tier first", [[1, 1], [1, 1], [1, 1]], [[0, 9], [0, 9], [5, 9]],
      load: [Bounds(lower: 3, upper: 3), Bounds(lower: 1, upper: 2)], answer: .optimal([3, 5])),
    NamedGroupInstance(
      "a row in two groups", [[5, 5], [4, 4], [3, 0]], load: .all(.exactly(2), 2),
      rowDemand: [.upTo(2), .upTo(2), .upTo(1)], answer: .optimal([18])),
    NamedGroupInstance(
      "weights of nearly 64 bits",
      [[Int64.max, Int64.max - 1], [Int64.max - 2, Int64.max]],
      load: .all(.exactly(2), 2), answer: .optimal([2 * Int128(Int64.max) - 1])),
  ]

  /// Rules on who stands in a column.
  static let composition: [NamedGroupInstance] = [
    NamedGroupInstance(
      "at most one of a school", [[9], [8], [2], [1]], load: [Bounds(lower: 2, upper: 3)],
      rules: [CompositionRule(columns: [0], rows: [0, 1], .upTo(1))], answer: .optimal([12])),
    NamedGroupInstance(
      "at least two of a year", [[9], [8], [2], [1]], load: [Bounds(lower: 2, upper: 3)],
      rules: [CompositionRule(columns: [0], rows: [2, 3], Bounds(lower: 2, upper: 2))],
      answer: .optimal([12])),
    NamedGroupInstance(
      "rules that cross", [[9], [8], [7], [6]], load: [Bounds(lower: 2, upper: 4)],
      rules: [
        CompositionRule(columns: [0], rows: [0, 1], .upTo(1)),
        CompositionRule(columns: [0], rows: [1, 2], .upTo(1)),
        CompositionRule(columns: [0], rows: [2, 3], .upTo(1)),
      ], answer: .optimal([16])),
    NamedGroupInstance(
      "a rule that nobody can meet closes the group", [[9], [8], [7]],
      load: [Bounds(lower: 2, upper: 3)],
      rules: [CompositionRule(columns: [0], rows: [0], Bounds(lower: 2, upper: 2))],
      answer: .optimal([0])),
    NamedGroupInstance(
      "a rule that nobody can meet where the group must open", [[9], [8], [7]],
      load: [Bounds(lower: 2, upper: 3)], mayClose: [false],
      rules: [CompositionRule(columns: [0], rows: [0], Bounds(lower: 2, upper: 2))],
      answer: .infeasible),
    NamedGroupInstance(
      "friends go together or not at all", [[9, 1], [1, 2], [5, 5], [5, 5]],
      load: .all(Bounds(lower: 2, upper: 2), 2),
      companies: [Company(rows: [0, 1], columns: [0, 1])], answer: .optimal([20])),
    NamedGroupInstance(
      "friends of whom one can't come", [[9], [nil], [5], [5]],
      load: [Bounds(lower: 2, upper: 3)], companies: [Company(rows: [0, 1], columns: [0])],
      answer: .optimal([10])),
    NamedGroupInstance(
      "friends who must be apart", [[9], [8], [5]], load: [Bounds(lower: 1, upper: 3)],
      rules: [CompositionRule(columns: [0], rows: [0, 1], .upTo(1))],
      companies: [Company(rows: [0, 1], columns: [0])], answer: .optimal([5])),
  ]

  /// Opening weights, limits, like columns.
  static let openings: [NamedGroupInstance] = [
    NamedGroupInstance(
      "no more groups than needed", [[5, 5], [5, 5], [5, 5], [5, 5]],
      load: .all(Bounds(lower: 2, upper: 4), 2), opening: [[-3, -3]], answer: .optimal([17])),
    NamedGroupInstance(
      "as many groups as can be", [[5, 5], [5, 5], [5, 5], [5, 5]],
      load: .all(Bounds(lower: 2, upper: 4), 2), opening: [[3, 3]], answer: .optimal([26])),
    NamedGroupInstance(
      "an opening weight outweighs losses", [[-1], [-1]], load: [Bounds(lower: 2, upper: 2)],
      opening: [[3]], answer: .optimal([1])),
    NamedGroupInstance(
      "fewest groups in the last tier", [[1, 1, 1], [1, 1, 1], [1, 1, 1], [1, 1, 1]],
      [[0, 0, 0], [0, 0, 0], [0, 0, 0], [0, 0, 0]], load: .all(Bounds(lower: 2, upper: 4), 3),
      opening: [[0, 0, 0], [-1, -1, -1]], answer: .optimal([4, -1])),
    NamedGroupInstance(
      "one group a mentor", [[5, 4, 1], [5, 4, 1], [1, 5, 4], [1, 5, 4]],
      load: .all(Bounds(lower: 2, upper: 2), 3),
      openLimits: [OpenLimit(columns: [0, 1], .upTo(1))], answer: .optimal([18])),
    NamedGroupInstance(
      "more groups must open than there are people", [[5, 4], [5, 4], [5, 4]],
      load: .all(Bounds(lower: 2, upper: 3), 2),
      openLimits: [OpenLimit(columns: [0, 1], .exactly(2))], answer: .infeasible),
    NamedGroupInstance(
      "six like groups", Array(repeating: Array(repeating: 3, count: 6), count: 7),
      load: .all(Bounds(lower: 3, upper: 3), 6), answer: .optimal([18])),
    NamedGroupInstance(
      "like mentors with like topics",
      Array(repeating: Array(repeating: 3, count: 6), count: 8),
      load: .all(Bounds(lower: 3, upper: 4), 6), opening: [[-1, -1, -1, -1, -1, -1]],
      columnGroups: [
        NodeGroup([0, 1], .upTo(4)), NodeGroup([2, 3], .upTo(4)), NodeGroup([4, 5], .upTo(4)),
      ], answer: .optimal([22])),
  ]
}
