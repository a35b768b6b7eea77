/// The best choice of arcs in one open column at given values.
struct ColumnChoice<Scalar: SignedNumeric & Comparable> {
  /// The places taken, counted from the column's first.
  private(set) var taken: [Int] = []
  private var order: [Int] = []
  private var kits = KitChoice<Scalar>()

  /// What an open column makes at best, or nil where it can't be open; sets ``taken``.
  ///
  /// - Parameters:
  ///   - values: What each place is worth.
  ///   - marks: For each place 1 where it must be taken, -1 where it must not, else 0; or empty.
  ///   - load: How many places an open column takes.
  ///   - kit: What rules and companies ask of the column.
  /// - Returns: The greatest sum.
  mutating func choose(
    _ values: ArraySlice<Scalar>, marks: ArraySlice<Int8>, load: Bounds, kit: ColumnKit?
  ) -> Scalar? {
    taken.removeAll(keepingCapacity: true)
    if let kit {
      return kits.choose(values, marks: marks, load: load, kit: kit, taken: &taken)
    }
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
