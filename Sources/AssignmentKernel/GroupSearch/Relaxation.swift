/// The Lagrangian relaxation at given prices: each column by itself, each constraint at the better
/// end of its bounds.
///
/// With `Double` it steers, with `Int128` it is exact.
struct Relaxation<Scalar: SignedNumeric & Comparable> {
  /// The bound, or nil where some column can be neither open nor closed.
  private(set) var value: Scalar?
  /// What each column gains by being open rather than closed, or nil where it can't be open.
  private(set) var openGain: [Scalar?]
  /// Whether each column is open in the best choice.
  private(set) var isOpen: [Bool]
  /// The places taken in columns that are open, column by column.
  private(set) var taken: [Int] = []

  private let model: GroupModel
  private var choice = ColumnChoice<Scalar>()
  private var values: [Scalar]
  /// The worth of each place before prices, and of opening each column.
  private var worth: [Scalar]
  private var opening: [Scalar]

  init(_ model: GroupModel) {
    self.model = model
    openGain = Array(repeating: nil, count: model.columnCount)
    isOpen = Array(repeating: false, count: model.columnCount)
    values = Array(repeating: 0, count: model.arcs.count)
    worth = values
    opening = Array(repeating: 0, count: model.columnCount)
  }

  /// Sets what a unit of each tier counts.
  mutating func weigh(_ units: [Scalar], _ convert: (Int64) -> Scalar) {
    let assignment = model.assignment
    for place in worth.indices { worth[place] = 0 }
    for column in opening.indices { opening[column] = 0 }
    for (tier, unit) in units.enumerated() where unit != 0 {
      let weights = assignment.tiers[tier]
      for place in worth.indices { worth[place] += unit * convert(weights[model.arcs[place]]) }
      for column in opening.indices {
        opening[column] += unit * convert(model.problem.opening[tier][column])
      }
    }
  }

  /// Evaluates the relaxation at the constraints' prices.
  mutating func evaluate(
    _ prices: [Scalar], _ state: SearchState, _ convert: (Int) -> Scalar
  ) {
    let sums = model.summed(prices)
    taken.removeAll(keepingCapacity: true)
    var total: Scalar = 0
    for (constraint, price) in prices[..<model.firstRule].enumerated() where price != 0 {
      let bounds = model.constraints[constraint]
      total += price * convert(price > 0 ? bounds.upper : bounds.lower)
    }
    value = state.isEmpty ? nil : total
    for column in 0..<model.columnCount {
      let status = state.open[column]
      isOpen[column] = false
      openGain[column] = nil
      guard status >= 0 else {
        if hasForcedPlace(column, state) { value = nil }
        continue
      }
      let gain = gain(of: column, sums, state, convert)
      openGain[column] = gain
      if status > 0 || hasForcedPlace(column, state) {
        guard let gain else {
          value = nil
          continue
        }
        total += gain
      } else {
        guard let gain, gain > 0 else { continue }
        total += gain
      }
      isOpen[column] = true
      let first = model.start[column]
      for place in choice.taken { taken.append(first + place) }
    }
    if value != nil { value = total }
  }

  private func hasForcedPlace(_ column: Int, _ state: SearchState) -> Bool {
    state.markedColumns.contains(column) && state.marks(of: column, model).contains(1)
  }

  private mutating func gain(
    of column: Int, _ sums: [Scalar], _ state: SearchState, _ convert: (Int) -> Scalar
  ) -> Scalar? {
    let places = model.places(of: column)
    let group = model.outerOfColumn(column)
    let charge = group < 0 ? 0 : sums[group]
    for place in places {
      values[place] = worth[place] - sums[Int(model.rows[place])] - charge
    }
    var added = opening[column]
    for limit in model.limitsOfColumn[column] { added -= sums[model.firstLimit + Int(limit)] }
    for rule in model.rulesOfColumn[column] where sums[rule] != 0 {
      let price = sums[rule]
      let bounds = model.constraints[rule]
      added += price * convert(price > 0 ? bounds.upper : bounds.lower)
      for place in model.places(ofRule: rule) {
        values[places.lowerBound + place] -= price
      }
    }
    return choice.choose(
      values[places], marks: state.marks(of: column, model), load: model.load[column],
      kit: model.kits[column]
    ).map { $0 + added }
  }
}

extension Relaxation {
  /// How often each constraint is used, how many columns of each limit are open, and how many
  /// places of each rule are taken.
  func use() -> [Int] {
    var use = [Int](repeating: 0, count: model.constraints.count)
    for place in taken { use[Int(model.rows[place])] += 1 }
    for row in 0..<model.rowCount where use[row] > 0 {
      var group = model.outer[row]
      while group >= 0 {
        use[group] += use[row]
        group = model.outer[group]
      }
    }
    guard model.firstColumnGroup < model.constraints.count else { return use }
    var place = 0
    for column in 0..<model.columnCount where isOpen[column] {
      let end = model.start[column + 1]
      let first = place
      while place < taken.count, taken[place] < end { place += 1 }
      var group = model.outerOfColumn(column)
      while group >= 0 {
        use[group] += place - first
        group = model.outer[group]
      }
      for limit in model.limitsOfColumn[column] { use[model.firstLimit + Int(limit)] += 1 }
      for rule in model.rulesOfColumn[column] {
        let places = model.places(ofRule: rule)
        use[rule] = taken[first..<place].count { places.contains($0 - model.start[column]) }
      }
    }
    return use
  }

  /// The sum of one tier's weights over what is taken.
  func total(of tier: Int) -> Int128 {
    let weights = model.assignment.tiers[tier]
    var sum = taken.reduce(Int128(0)) { $0 + Int128(weights[model.arcs[$1]]) }
    for column in isOpen.indices where isOpen[column] {
      sum += Int128(model.problem.opening[tier][column])
    }
    return sum
  }
}
