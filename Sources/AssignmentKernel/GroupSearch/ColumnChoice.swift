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
      guard values[place] > 0 || load.lower > 0 else { continue }
      order.keepBest(place, from: 0, most: load.upper) { values[$0] }
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

extension [Int] {
  /// Takes an item in among those from `first` on, of which the best few are kept, the best first
  /// and of equals the earlier one.
  ///
  /// - Complexity: O(most).
  @inline(__always)
  mutating func keepBest<Scalar: Comparable>(
    _ item: Int, from first: Int, most: Int, by worth: (Int) -> Scalar
  ) {
    let value = worth(item)
    if count - first == most {
      guard most > 0, value > worth(self[count - 1]) else { return }
      removeLast()
    }
    var position = count
    append(item)
    while position > first, worth(self[position - 1]) < value {
      self[position] = self[position - 1]
      position -= 1
    }
    self[position] = item
  }
}
