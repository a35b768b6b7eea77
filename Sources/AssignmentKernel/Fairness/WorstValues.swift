/// The loss of a path as the lowest value that it takes: the widest path loses least.
struct WorstValues: EdgeLosses {
  /// Each arc's value, by rank.
  let rank: [Int32]
  /// Values up to this one are settled: every plan has the same number of them.
  let floor: Int32
  /// No arc above the floor and up to this value may be taken.
  var worst: Int32

  var none: Int32 { .min }

  func taking(_ arc: Int, row: Int, column: Int) -> Int32? {
    let rank = rank[arc]
    return rank <= floor ? none : rank <= worst ? nil : -rank
  }

  func dropping(_ arc: Int, row: Int, column: Int) -> Int32? { none }
  func climbing(_ node: Int) -> Int32 { none }
  func descending(_ node: Int) -> Int32 { none }
  func joined(_ path: Int32, _ edge: Int32) -> Int32 { max(path, edge) }
}
