/// Trees of questions with prices at their leaves, which together bound every plan.
///
/// Every plan answers each question with yes or no and so belongs to one leaf of a tree. At a leaf
/// the prices stand in for all that ties columns to each other; what every column can make of its
/// best choice at those prices, with what the questions on the way have settled, adds up to a bound
/// on the plans of the leaf (Lagrangian relaxation: A. M. Geoffrion, doi:10.1007/BFb0120690). The
/// worst of the leaves bounds all plans.
///
/// A tree of tier *t* bounds that tier among the plans that reach the bounds of the tiers before,
/// so that no weight has to outweigh another. Any prices give a bound that is true; bad ones give a
/// weak one.
///
/// Where columns are alike, some plan that is as good as any opens them in the order of their
/// numbers. The proof speaks of such plans: an answer that a column is closed closes the like
/// columns after it, and an answer that it is open opens those before.
public struct GroupProof: Sendable, Hashable {
  /// A node of a tree.
  public enum Branch: Sendable, Hashable {
    /// A question; the tree for yes follows, then the tree for no.
    case question(Question)
    /// The number of the prices that bound the plans which answer all questions on the way as they
    /// were answered.
    case leaf(Int)
  }

  /// What a plan can be asked.
  public enum Question: Sendable, Hashable {
    /// Is the column open?
    case opens(column: Int)
    /// Is the arc taken?
    case takes(arc: Int)
  }

  /// A tree a tier, each in preorder; the last one serves the tiers after it as well.
  ///
  /// Empty where nothing is proved. An infeasible problem has one tree, whose leaves hold no plan.
  public var trees: [[Branch]]
  /// The prices that the leaves name.
  public var prices: [GroupPrices]

  /// Creates a proof.
  public init(trees: [[Branch]] = [], prices: [GroupPrices] = []) {
    self.trees = trees
    self.prices = prices
  }

  /// A proof of one leaf.
  public init(_ prices: GroupPrices) {
    self.init(trees: [[.leaf(0)]], prices: [prices])
  }
}

/// What a proof charges for all that ties the columns of a ``GroupProblem`` to each other.
///
/// Potentials are as in ``Potentials``, with none for a column: a column makes its best choice
/// between its rows and the group around it. The bound is
///
/// ```
/// Σ over columns: closed 0, or open: what opening adds, less its limits' prices, and the best
///                 choice of arcs by (weight − row + group around the column − its rules' prices)
/// Σ over rows:               the better end of the demand · (row − group around the row)
/// Σ over groups of rows:     the better end of the bounds · (group − group around it)
/// Σ over groups of columns:  the better end of the bounds · (group around it − group)
/// Σ over limits:             the better end of the bounds · price
/// Σ over priced rules, in open columns: the better end of the bounds · price
/// ```
///
/// where a weight is the sum over the tiers of `tiers[t] · weights[t]`.
public struct GroupPrices: Sendable, Hashable {
  /// What a unit of each tier counts.
  ///
  /// For the tree of tier *t* the leaf's bound, less what the bounds of the other tiers count, is
  /// divided by `tiers[t]`. Where that is 0 and the rest is below 0, the leaf holds no plan.
  public var tiers: [Int128]
  /// The profit of each row.
  public var rows: [Int128]
  /// The potential of each group of rows.
  public var rowGroups: [Int128]
  /// Minus the price of a place in each group of columns.
  public var columnGroups: [Int128]
  /// What each limit on open columns charges an open column.
  public var openLimits: [Int128]
  /// What composition rules charge their rows; others are charged nothing.
  public var rules: [RulePrice]

  /// Creates prices.
  public init(
    tiers: [Int128], rows: [Int128], rowGroups: [Int128] = [], columnGroups: [Int128] = [],
    openLimits: [Int128] = [], rules: [RulePrice] = []
  ) {
    self.tiers = tiers
    self.rows = rows
    self.rowGroups = rowGroups
    self.columnGroups = columnGroups
    self.openLimits = openLimits
    self.rules = rules
  }
}

/// What a composition rule charges each of its rows in one column.
public struct RulePrice: Sendable, Hashable {
  /// The rule.
  public var rule: Int
  /// The column.
  public var column: Int
  /// The charge.
  public var price: Int128

  /// Creates a price.
  public init(rule: Int, column: Int, price: Int128) {
    self.rule = rule
    self.column = column
    self.price = price
  }
}
