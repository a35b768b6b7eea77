/// What the questions on the way to a node have settled.
struct SearchState: Sendable {
  /// For each column 1 where it is open, -1 where it is closed, 0 where that is not settled.
  var open: [Int8]
  /// For each place 1 where its arc is taken, -1 where it is not; empty where none is settled.
  var marks: [Int8] = []
  /// The columns with marks.
  var markedColumns: Set<Int> = []
  /// Whether the answers contradict each other.
  var isEmpty = false

  init(_ model: GroupModel) {
    open = model.problem.mayClose.map { $0 ? 0 : 1 }
  }

  /// Settles a column, and the like ones before or after it.
  mutating func settle(_ first: Int, isOpen: Bool, _ model: GroupModel) {
    var pending = [first]
    let answer: Int8 = isOpen ? 1 : -1
    while let column = pending.popLast() {
      if open[column] == answer { continue }
      if open[column] != 0 {
        isEmpty = true
        return
      }
      open[column] = answer
      pending += isOpen ? model.alike.before[column] : model.alike.after[column]
    }
  }

  mutating func mark(_ arc: Int, isTaken: Bool, _ model: GroupModel) {
    if marks.isEmpty { marks = Array(repeating: 0, count: model.arcs.count) }
    let column = model.assignment.arcs.column(ofArc: arc)
    let place = model.placeOfArc[arc]
    let answer: Int8 = isTaken ? 1 : -1
    if marks[place] == -answer { isEmpty = true }
    marks[place] = answer
    markedColumns.insert(column)
  }

  mutating func take(_ question: GroupProof.Question, _ answer: Bool, _ model: GroupModel) {
    switch question {
    case .opens(let column): settle(column, isOpen: answer, model)
    case .takes(let arc): mark(arc, isTaken: answer, model)
    }
  }

  /// The marks of a column's places, or nothing where there are none.
  func marks(of column: Int, _ model: GroupModel) -> ArraySlice<Int8> {
    marks.isEmpty || !markedColumns.contains(column) ? [] : marks[model.places(of: column)]
  }
}
