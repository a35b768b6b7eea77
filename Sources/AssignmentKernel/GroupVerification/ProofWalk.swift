/// Walks a tree of a ``GroupProof`` and prices its leaves.
///
/// The value of a column is kept for as long as no answer changes it, so that a leaf costs what the
/// answers since the last leaf have changed.
struct ProofWalk {
  private let problem: GroupProblem
  private let offers: [ColumnOffer]
  private let alike: LikeColumns
  private let prices: [GroupPrices]
  private let ranges: [TierRange]

  private var isOpen: [Bool?]
  private var answers: [[Int: Bool]]
  /// A number for what has been answered about each column.
  private var stamp: [Int]
  private var stamps = 0
  private var contradictions = 0
  private var trail: [Undo] = []
  private var cache: [Int: PricedColumns] = [:]

  private enum Undo {
    case open(column: Int, stamp: Int)
    case arc(column: Int, place: Int, stamp: Int)
    case contradiction
  }

  /// How many prices keep their values of columns.
  private static var cacheLimit: Int { 16 }

  init(
    _ problem: GroupProblem, _ offers: [ColumnOffer], _ alike: LikeColumns,
    _ prices: [GroupPrices], _ ranges: [TierRange]
  ) {
    self.problem = problem
    self.offers = offers
    self.alike = alike
    self.prices = prices
    self.ranges = ranges
    isOpen = Array(repeating: nil, count: offers.count)
    answers = Array(repeating: [:], count: offers.count)
    stamp = Array(repeating: 0, count: offers.count)
  }

  /// The greatest value of the leaves that name each price; nil where the tree proves nothing.
  ///
  /// Prices at whose leaves no plan can stand are not named.
  mutating func leafBounds(of tree: [GroupProof.Branch]) -> [Int: Int128]? {
    var bounds: [Int: Int128] = [:]
    var pending: [(question: GroupProof.Question, mark: Int, isAtNo: Bool)] = []
    for (index, branch) in tree.enumerated() {
      switch branch {
      case .question(let question):
        guard exists(question) else { return nil }
        pending.append((question, trail.count, false))
        take(question, true)
      case .leaf(let number):
        guard prices.indices.contains(number) else { return nil }
        switch value(at: number) {
        case .anything: return nil
        case .noPlan: break
        case .atMost(let value): bounds[number] = max(bounds[number] ?? value, value)
        }
        while let last = pending.last, last.isAtNo {
          undo(to: last.mark)
          pending.removeLast()
        }
        guard let last = pending.last else { return index == tree.count - 1 ? bounds : nil }
        undo(to: last.mark)
        pending[pending.count - 1].isAtNo = true
        take(last.question, false)
      }
    }
    return nil
  }

  private func exists(_ question: GroupProof.Question) -> Bool {
    switch question {
    case .opens(let column): offers.indices.contains(column)
    case .takes(let arc): (0..<problem.assignment.arcs.count).contains(arc)
    }
  }
}

extension ProofWalk {
  private mutating func take(_ question: GroupProof.Question, _ answer: Bool) {
    switch question {
    case .opens(let column): setOpen(column, answer)
    case .takes(let arc):
      let column = problem.assignment.arcs.column(ofArc: arc)
      guard let place = offers[column].arcs.firstIndex(of: arc) else { return }
      if let known = answers[column][place] {
        if known != answer { contradict() }
        return
      }
      trail.append(.arc(column: column, place: place, stamp: stamp[column]))
      answers[column][place] = answer
      renew(column)
    }
  }

  /// Settles a column, and with it the like ones before or after it.
  private mutating func setOpen(_ first: Int, _ answer: Bool) {
    var pending = [first]
    while let column = pending.popLast() {
      if let known = isOpen[column] {
        if known != answer { contradict() }
        continue
      }
      trail.append(.open(column: column, stamp: stamp[column]))
      isOpen[column] = answer
      renew(column)
      pending += answer ? alike.before[column] : alike.after[column]
    }
  }

  private mutating func contradict() {
    contradictions += 1
    trail.append(.contradiction)
  }

  private mutating func renew(_ column: Int) {
    stamps += 1
    stamp[column] = stamps
  }

  private mutating func undo(to mark: Int) {
    while trail.count > mark, let change = trail.popLast() {
      switch change {
      case .open(let column, let old):
        isOpen[column] = nil
        stamp[column] = old
      case .arc(let column, let place, let old):
        answers[column][place] = nil
        stamp[column] = old
      case .contradiction: contradictions -= 1
      }
    }
  }

  private enum LeafValue {
    case noPlan
    case atMost(Int128)
    case anything
  }

  private mutating func value(at number: Int) -> LeafValue {
    guard contradictions == 0 else { return .noPlan }
    var priced =
      cache.removeValue(forKey: number) ?? PricedColumns(problem, offers, prices[number], ranges)
    defer {
      if cache.count >= Self.cacheLimit { cache.removeAll() }
      cache[number] = priced
    }
    guard var sum = priced.base else { return .anything }
    for column in offers.indices {
      if priced.stamps[column] != stamp[column] {
        priced.price(column, offers[column], isOpen[column], answers[column], problem)
        priced.stamps[column] = stamp[column]
      }
      guard let value = priced.values[column] else { return .noPlan }
      sum += value
    }
    return .atMost(sum)
  }
}
