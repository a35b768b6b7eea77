/// The best choice of arcs in one open column at given values.
struct ColumnChoice<Scalar: SignedNumeric & Comparable> {
  /// The places taken, counted from the column's first.
  private(set) var taken: [Int] = []
  private var order: [Int] = []

  /// What an open column makes at best, or nil where it can't be open; sets ``taken``.
  ///
  /// - Parameters:
  ///   - values: What each place is worth.
  ///   - marks: For each place 1 where it must be taken, -1 where it must not, else 0; or empty.
  mutating func choose(
    _ values: ArraySlice<Scalar>, marks: ArraySlice<Int8>, load: Bounds, kit: ColumnKit?
  ) -> Scalar? {
    taken.removeAll(keepingCapacity: true)
    if let kit { return choose(values, marks, load, kit) }
    if marks.isEmpty, load.upper <= 24 { return chooseFew(values, load) }
    order.removeAll(keepingCapacity: true)
    var sum: Scalar = 0
    let first = values.startIndex
    for place in values.indices {
      let mark = marks.isEmpty ? 0 : marks[marks.startIndex + place - first]
      if mark == 0 { order.append(place) }
      if mark > 0 {
        taken.append(place - first)
        sum += values[place]
      }
    }
    guard taken.count <= load.upper, taken.count + order.count >= load.lower else { return nil }
    order.sort { values[$0] > values[$1] || (values[$0] == values[$1] && $0 < $1) }
    for place in order {
      guard taken.count < load.upper, taken.count < load.lower || values[place] > 0 else { break }
      taken.append(place - first)
      sum += values[place]
    }
    return sum
  }

  /// With few places in the column: one pass that keeps the best so far in order.
  private mutating func chooseFew(_ values: ArraySlice<Scalar>, _ load: Bounds) -> Scalar? {
    guard values.count >= load.lower, load.upper >= load.lower else { return nil }
    let first = values.startIndex
    order.removeAll(keepingCapacity: true)
    for place in values.indices {
      let value = values[place]
      guard value > 0 || load.lower > 0 else { continue }
      if order.count == load.upper {
        guard let worst = order.last, value > values[worst] else { continue }
        order.removeLast()
      }
      var position = order.count
      order.append(place)
      while position > 0, values[order[position - 1]] < value {
        order[position] = order[position - 1]
        position -= 1
      }
      order[position] = place
    }
    var sum: Scalar = 0
    for place in order {
      guard taken.count < load.lower || values[place] > 0 else { break }
      taken.append(place - first)
      sum += values[place]
    }
    return sum
  }
}

extension ColumnChoice {
  /// One step of filling a nest: a unit, or what an inner nest holds.
  private struct Step {
    var unit: Int
    var nest: Int
    /// For each count how many places the step fills.
    var filled: [Int32]
  }

  /// Tables of the best for each number of places, from the inner nests out, and the way back.
  private mutating func choose(
    _ values: ArraySlice<Scalar>, _ marks: ArraySlice<Int8>, _ load: Bounds, _ kit: ColumnKit
  ) -> Scalar? {
    let first = values.startIndex
    var isForced = [Bool](repeating: false, count: kit.units.count)
    var isBarred = kit.isBroken
    if !marks.isEmpty {
      for (place, mark) in marks.enumerated() where mark != 0 {
        if mark > 0 {
          isForced[kit.unitOfPlace[place]] = true
        } else {
          isBarred[kit.unitOfPlace[place]] = true
        }
      }
      for unit in isForced.indices where isForced[unit] && isBarred[unit] { return nil }
    }
    guard kit.canMeetLooseRules(isForced, isBarred) else { return nil }
    var tables: [[Scalar?]] = []
    var steps: [[Step]] = []
    for nest in kit.nests {
      var table: [Scalar?] = [0]
      var way: [Step] = []
      for unit in nest.units where !isBarred[unit] {
        let value = kit.units[unit].reduce(Scalar.zero) { $0 + values[first + $1] }
        let size = kit.units[unit].count
        let alone: [Scalar?] =
          [isForced[unit] ? nil : 0] + Array(repeating: nil, count: size - 1) + [value]
        way.append(Step(unit: unit, nest: -1, filled: []))
        table = Self.joined(table, alone, most: load.upper, &way[way.count - 1].filled)
      }
      for inner in nest.inner {
        way.append(Step(unit: -1, nest: inner, filled: []))
        table = Self.joined(table, tables[inner], most: load.upper, &way[way.count - 1].filled)
      }
      for count in table.indices where count < nest.bounds.lower || count > nest.bounds.upper {
        table[count] = nil
      }
      tables.append(table)
      steps.append(way)
    }
    var best: (count: Int, value: Scalar)?
    for (count, value) in (tables.last ?? []).enumerated() {
      if let value, best.map({ $0.value < value }) ?? true { best = (count, value) }
    }
    guard let best else { return nil }
    var pending = [(nest: kit.nests.count - 1, count: best.count)]
    while let (nest, whole) = pending.popLast() {
      var count = whole
      for step in steps[nest].reversed() {
        let filled = Int(step.filled[count])
        if step.unit >= 0 {
          if filled > 0 { taken += kit.units[step.unit] }
        } else {
          pending.append((step.nest, filled))
        }
        count -= filled
      }
    }
    return best.value
  }

  private static func joined(
    _ one: [Scalar?], _ other: [Scalar?], most: Int, _ filled: inout [Int32]
  ) -> [Scalar?] {
    let length = min(one.count + other.count - 1, most + 1)
    var table = [Scalar?](repeating: nil, count: length)
    filled = Array(repeating: 0, count: length)
    for (more, added) in other.enumerated() {
      guard let added else { continue }
      for (count, value) in one.enumerated() where count + more < length {
        guard let value else { continue }
        if table[count + more].map({ $0 < value + added }) ?? true {
          table[count + more] = value + added
          filled[count + more] = Int32(more)
        }
      }
    }
    return table
  }
}
