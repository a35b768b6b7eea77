/// A choice of arcs as the search counts it: whether it keeps everything, and what it comes to.
struct CountedChoice {
  /// A rule or company that a column breaks.
  struct Fault {
    var column: Int
    /// Places of the column, from its first, of which too many or too few are taken.
    var places: [Int]
    var bounds: Bounds
    var isCompany: Bool
  }

  private(set) var isOpen: [Bool]
  private(set) var fault: Fault?
  private let model: GroupModel
  private var placesOfColumn: [[Int]]

  init(_ model: GroupModel) {
    self.model = model
    isOpen = model.problem.mayClose.map { !$0 }
    placesOfColumn = Array(repeating: [], count: model.columnCount)
  }

  /// The total in each tier, or nil where the choice breaks something; sets ``fault`` where that is
  /// a rule or a company.
  mutating func totals(of arcs: [Int]) -> [Int128]? {
    let assignment = model.assignment
    var use = [Int](repeating: 0, count: model.constraints.count)
    var last = -1
    for arc in arcs {
      guard arc > last, arc < assignment.arcs.count else { return nil }
      last = arc
      let column = assignment.arcs.column(ofArc: arc)
      let place = model.placeOfArc[arc]
      placesOfColumn[column].append(place - model.start[column])
      isOpen[column] = true
      use[Int(model.rows[place])] += 1
    }
    for row in 0..<model.rowCount { model.add(use[row], from: model.outer[row], to: &use) }
    for column in 0..<model.columnCount {
      let load = placesOfColumn[column].count
      model.add(load, from: model.outerOfColumn(column), to: &use)
      guard isOpen[column] else { continue }
      guard model.load[column].lower <= load, load <= model.load[column].upper else { return nil }
      for limit in model.limitsOfColumn[column] { use[model.firstLimit + Int(limit)] += 1 }
    }
    for (constraint, bounds) in model.constraints[..<model.firstRule].enumerated() {
      guard bounds.lower <= use[constraint], use[constraint] <= bounds.upper else { return nil }
    }
    for column in 0..<model.columnCount where isOpen[column] {
      if let kit = model.kits[column], let broken = broken(kit, column) {
        fault = broken
        return nil
      }
    }
    return assignment.tiers.indices.map { tier in
      var sum = arcs.reduce(Int128(0)) { $0 + Int128(assignment.tiers[tier][$1]) }
      for column in isOpen.indices where isOpen[column] {
        sum += Int128(model.problem.opening[tier][column])
      }
      return sum
    }
  }

  private func broken(_ kit: ColumnKit, _ column: Int) -> Fault? {
    let taken = Set(placesOfColumn[column])
    for (unit, places) in kit.units.enumerated() where places.count > 1 || kit.isBroken[unit] {
      let count = places.count { taken.contains($0) }
      let most = kit.isBroken[unit] ? 0 : places.count
      if count != 0, count != most {
        return Fault(
          column: column, places: places, bounds: .exactly(most), isCompany: true)
      }
    }
    for rule in kit.looseRules {
      let count = rule.places.count { taken.contains($0) }
      if count < rule.bounds.lower || count > rule.bounds.upper {
        return Fault(
          column: column, places: rule.places, bounds: rule.bounds, isCompany: false)
      }
    }
    for nest in kit.nests {
      let places = kit.places(of: nest)
      let count = places.count { taken.contains($0) }
      if count < nest.bounds.lower || count > nest.bounds.upper {
        return Fault(column: column, places: places, bounds: nest.bounds, isCompany: false)
      }
    }
    return nil
  }

  /// The arcs on which to insist or to which to say no, so that the fault goes away.
  func repair(
    of fault: Fault, _ arcs: [Int], _ state: SearchState, attempt: Int
  ) -> [(arc: Int, isTaken: Bool)] {
    let first = model.start[fault.column]
    let taken = Set(placesOfColumn[fault.column])
    let weights = model.assignment.tiers
    func isFree(_ place: Int) -> Bool { state.marks.isEmpty || state.marks[first + place] == 0 }
    func precedes(_ one: Int, _ other: Int) -> Bool {
      let (left, right) = (model.arcs[first + one], model.arcs[first + other])
      for tier in weights where tier[left] != tier[right] { return tier[left] < tier[right] }
      return left < right
    }
    let inside = fault.places.filter { taken.contains($0) && isFree($0) }.sorted(by: precedes)
    let outside = fault.places.filter { !taken.contains($0) && isFree($0) }.sorted(by: precedes)
    let count = fault.places.count { taken.contains($0) }
    if fault.isCompany {
      let insists = attempt % 3 == 1 && fault.bounds.upper > 0 && 2 * count >= fault.places.count
      guard let place = inside.first ?? outside.first else { return [] }
      return [(model.arcs[first + place], insists)]
    }
    if count > fault.bounds.upper {
      return inside.prefix(count - fault.bounds.upper).map { (model.arcs[first + $0], false) }
    }
    return outside.suffix(fault.bounds.lower - count).map { (model.arcs[first + $0], true) }
  }
}
