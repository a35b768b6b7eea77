/// The best choice of arcs in one open column of which rules or companies ask something.
///
/// Tables of the best for each number of places, from the inner nests out, and the way back. What
/// the tables stand in is kept from one choice to the next.
///
/// - Complexity: O(units · load + nests · load²) for a choice.
struct KitChoice<Scalar: SignedNumeric & Comparable> {
  /// A unit of several places, or an inner nest, as a nest takes it in.
  private struct Step {
    var unit: Int
    var nest: Int
  }

  private var answers: [Int8] = []
  /// One table a nest, each with an entry a number of places from 0 to the load.
  private var tables: [Scalar?] = []
  private var joined: [Scalar?] = []
  /// The free units of one place that may be taken, nest by nest, the best of a nest first.
  private var free: [Int] = []
  private var firstFree: [Int] = []
  /// The number of units of one place that a nest must take.
  private var forced: [Int] = []
  private var steps: [Step] = []
  private var firstStep: [Int] = []
  /// How many places each step fills, for each number of places after it.
  private var filled: [Int] = []
  private var pending: [(nest: Int, count: Int)] = []

  /// What the column makes at best, or nil where it can't be open; appends the places to `taken`.
  mutating func choose(
    _ values: ArraySlice<Scalar>, marks: ArraySlice<Int8>, load: Bounds, kit: ColumnKit,
    taken: inout [Int]
  ) -> Scalar? {
    guard answer(marks, kit) else { return nil }
    let width = load.upper + 1
    clear()
    tables.append(contentsOf: repeatElement(nil, count: width * kit.nests.count))
    for (index, nest) in kit.nests.enumerated() {
      fill(nest, index, width, values, kit)
      for count in 0..<width where count < nest.bounds.lower || count > nest.bounds.upper {
        tables[index * width + count] = nil
      }
    }
    let last = (kit.nests.count - 1) * width
    var best: (count: Int, value: Scalar)?
    for count in 0..<width {
      guard let value = tables[last + count] else { continue }
      if best.map({ $0.value < value }) ?? true { best = (count, value) }
    }
    guard let best else { return nil }
    collect(best.count, width, values.startIndex, kit, &taken)
    return best.value
  }

  /// Which units must be taken and which must not; whether these can be met.
  private mutating func answer(_ marks: ArraySlice<Int8>, _ kit: ColumnKit) -> Bool {
    answers.removeAll(keepingCapacity: true)
    for isBroken in kit.isBroken { answers.append(isBroken ? -1 : 0) }
    for (place, mark) in marks.enumerated() where mark != 0 {
      let unit = kit.unitOfPlace[place]
      if answers[unit] == -mark { return false }
      answers[unit] = mark
    }
    return kit.canMeetLooseRules(answers)
  }

  private mutating func clear() {
    tables.removeAll(keepingCapacity: true)
    free.removeAll(keepingCapacity: true)
    firstFree.removeAll(keepingCapacity: true)
    forced.removeAll(keepingCapacity: true)
    steps.removeAll(keepingCapacity: true)
    firstStep.removeAll(keepingCapacity: true)
    filled.removeAll(keepingCapacity: true)
  }

  /// The table of one nest, before its bounds.
  private mutating func fill(
    _ nest: ColumnKit.Nest, _ index: Int, _ width: Int, _ values: ArraySlice<Scalar>,
    _ kit: ColumnKit
  ) {
    let table = index * width
    func worth(_ unit: Int) -> Scalar { values[values.startIndex + kit.units[unit][0]] }
    firstFree.append(free.count)
    firstStep.append(steps.count)
    var sum: Scalar = 0
    var count = 0
    for unit in nest.units where kit.units[unit].count == 1 {
      if answers[unit] > 0 {
        sum += worth(unit)
        count += 1
      } else if answers[unit] == 0 {
        free.keepBest(unit, from: firstFree[index], most: width - 1, by: worth)
      }
    }
    forced.append(count)
    if count < width { tables[table + count] = sum }
    for unit in free[firstFree[index]...] where count + 1 < width {
      sum += worth(unit)
      count += 1
      tables[table + count] = sum
    }
    for unit in nest.units where kit.units[unit].count > 1 && answers[unit] >= 0 {
      take(unit, into: table, width, values, kit)
    }
    for inner in nest.inner { take(inner, into: table, width) }
  }

  /// Joins a unit of several places to a table.
  private mutating func take(
    _ unit: Int, into table: Int, _ width: Int, _ values: ArraySlice<Scalar>, _ kit: ColumnKit
  ) {
    let size = kit.units[unit].count
    let value = kit.units[unit].reduce(Scalar.zero) { $0 + values[values.startIndex + $1] }
    let first = filled.count
    filled.append(contentsOf: repeatElement(0, count: width))
    for count in (0..<width).reversed() {
      let without = answers[unit] > 0 ? nil : tables[table + count]
      let with = count < size ? nil : tables[table + count - size].map { $0 + value }
      tables[table + count] = without
      guard let with, without.map({ $0 < with }) ?? true else { continue }
      tables[table + count] = with
      filled[first + count] = size
    }
    steps.append(Step(unit: unit, nest: -1))
  }

  /// Joins the table of an inner nest to a table.
  private mutating func take(_ nest: Int, into table: Int, _ width: Int) {
    let first = filled.count
    filled.append(contentsOf: repeatElement(0, count: width))
    joined.removeAll(keepingCapacity: true)
    joined.append(contentsOf: repeatElement(nil, count: width))
    for more in 0..<width {
      guard let added = tables[nest * width + more] else { continue }
      for count in 0..<(width - more) {
        guard let value = tables[table + count] else { continue }
        if joined[count + more].map({ $0 < value + added }) ?? true {
          joined[count + more] = value + added
          filled[first + count + more] = more
        }
      }
    }
    for count in 0..<width { tables[table + count] = joined[count] }
    steps.append(Step(unit: -1, nest: nest))
  }

  /// Goes back from the best number of places to the places.
  private mutating func collect(
    _ count: Int, _ width: Int, _ first: Int, _ kit: ColumnKit, _ taken: inout [Int]
  ) {
    firstStep.append(steps.count)
    pending.append((kit.nests.count - 1, count))
    while let (nest, whole) = pending.popLast() {
      var count = whole
      for index in (firstStep[nest]..<firstStep[nest + 1]).reversed() {
        let more = filled[index * width + count]
        count -= more
        if steps[index].nest >= 0 {
          pending.append((steps[index].nest, more))
        } else if more > 0 {
          taken += kit.units[steps[index].unit]
        }
      }
      for unit in kit.nests[nest].units where kit.units[unit].count == 1 && answers[unit] > 0 {
        taken.append(kit.units[unit][0])
      }
      for unit in free[firstFree[nest]...].prefix(count - forced[nest]) {
        taken.append(kit.units[unit][0])
      }
    }
  }
}
