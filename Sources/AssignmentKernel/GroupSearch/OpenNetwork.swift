/// The network that is left once every column is open or closed.
///
/// A column whose rules nest is split into one network column for each set of rows, in groups with
/// the rules' bounds, so that those rules are kept. Companies and rules that cross are not.
struct OpenNetwork {
  /// The problem, or nil where the arcs that must be taken already break an upper bound.
  let problem: AssignmentProblem?
  /// The constraint that those arcs break, or -1.
  private(set) var brokenConstraint = -1
  /// The arc for each arc of the network.
  private let arcs: [Int]
  private let forced: [Int]
  /// The column of each network column.
  let columns: [Int]

  /// - Parameters:
  ///   - isOpen: The open columns.
  ///   - keepsLower: Whether columns that may close have their lower bounds.
  ///   - tiers: The weights of all arcs of the whole problem.
  init(
    _ model: GroupModel, isOpen: [Bool], state: SearchState, keepsLower: Bool, tiers: [[Int64]]
  ) {
    var draft = NetworkDraft(model)
    for column in isOpen.indices where isOpen[column] {
      draft.add(column, marks: state.marks(of: column, model), keepsLower: keepsLower)
    }
    arcs = draft.arcsOfRows.flatMap { row in row.map(\.arc) }
    forced = draft.forced
    columns = draft.columns
    brokenConstraint = draft.brokenConstraint
    let arcs = arcs
    problem =
      draft.brokenConstraint >= 0 || draft.isBroken
      ? nil
      : try? AssignmentProblem(
        arcs: ArcPattern(
          columnsOfRows: draft.arcsOfRows.map { $0.map(\.column) }, columns: draft.load.count),
        tiers: tiers.map { tier in arcs.map { tier[$0] } }, rowDemand: draft.rowDemand,
        columnLoad: draft.load,
        rowForest: GroupForest(
          bounds: draft.rowGroups, parentOfMember: model.assignment.rowGroups.parentOfMember,
          parentOfGroup: model.assignment.rowGroups.parentOfGroup),
        columnForest: GroupForest(
          bounds: draft.groups, parentOfMember: draft.parentOfColumn,
          parentOfGroup: draft.parentOfGroup))
  }

  /// The arcs of the whole problem for a choice in the network, ascending.
  func lifted(_ chosen: [Int]) -> [Int] { (forced + chosen.map { arcs[$0] }).sorted() }
}

extension OpenNetwork {
  /// What an answer to a like network leaves to start from.
  ///
  /// - Parameters:
  ///   - chosen: Arcs of the whole problem, ascending.
  ///   - potentials: Those of the other network, a column's once for all of its network columns.
  func start(from chosen: [Int], _ potentials: Potentials) -> WarmStart? {
    guard let problem else { return nil }
    var lowered: [Int] = []
    var next = 0
    for arc in chosen {
      while next < arcs.count, arcs[next] < arc { next += 1 }
      if next < arcs.count, arcs[next] == arc { lowered.append(next) }
    }
    var groups = potentials.columnGroups
    groups += Array(repeating: 0, count: max(0, problem.columnGroups.count - groups.count))
    return WarmStart(
      arcs: lowered,
      potentials: Potentials(
        rows: potentials.rows, columns: columns.map { potentials.columns[$0] },
        rowGroups: potentials.rowGroups, columnGroups: groups))
  }

  /// The potentials of an answer by the columns of the whole problem.
  func lifted(_ potentials: Potentials, in model: GroupModel) -> Potentials {
    var whole = [Int128](repeating: 0, count: model.columnCount)
    for (node, column) in columns.enumerated() { whole[column] = potentials.columns[node] }
    return Potentials(
      rows: potentials.rows, columns: whole, rowGroups: potentials.rowGroups,
      columnGroups: Array(
        potentials.columnGroups.prefix(model.firstLimit - model.firstColumnGroup)))
  }
}

/// The parts of an ``OpenNetwork``, column by column.
private struct NetworkDraft {
  private let model: GroupModel
  var rowDemand: [Bounds]
  var rowGroups: [Bounds]
  /// The groups of columns, and then the nests.
  var groups: [Bounds]
  var parentOfGroup: [Int32]
  var load: [Bounds] = []
  var columns: [Int] = []
  var parentOfColumn: [Int32] = []
  var arcsOfRows: [[(arc: Int, column: Int)]]
  var forced: [Int] = []
  /// Whether a column can't be open.
  var isBroken = false

  init(_ model: GroupModel) {
    self.model = model
    rowDemand = model.assignment.rowDemand
    rowGroups = model.assignment.rowGroups.bounds
    groups = model.assignment.columnGroups.bounds
    parentOfGroup = model.assignment.columnGroups.parentOfGroup
    arcsOfRows = Array(repeating: [], count: model.rowCount)
  }

  var brokenConstraint: Int {
    let bounds = rowDemand + rowGroups + groups[..<model.assignment.columnGroups.count]
    return bounds.firstIndex { $0.upper < 0 } ?? -1
  }

  mutating func add(_ column: Int, marks: ArraySlice<Int8>, keepsLower: Bool) {
    let places = model.places(of: column)
    let parent = model.assignment.columnGroups.parentOfMember[column]
    var bounds = model.load[column]
    if !keepsLower, model.problem.mayClose[column] { bounds.lower = 0 }
    isBroken = isBroken || bounds.lower > bounds.upper
    guard let kit = model.kits[column] else {
      let node = addNode(column, bounds, parent)
      for (offset, place) in places.enumerated() {
        add(place, marks.isEmpty ? 0 : marks[marks.startIndex + offset], node)
      }
      return
    }
    var unitMarks = kit.isBroken.map { $0 ? Int8(-1) : 0 }
    for (place, mark) in marks.enumerated() where mark != 0 {
      let unit = kit.unitOfPlace[place]
      isBroken = isBroken || unitMarks[unit] == -mark
      unitMarks[unit] = mark
    }
    // Outer nests first, so that a nest's parent has its number.
    var groupOfNest = [Int32](repeating: parent, count: kit.nests.count)
    for (index, nest) in kit.nests.enumerated().reversed() {
      let isWhole = index == kit.nests.count - 1
      var own = isWhole ? bounds : nest.bounds
      if !keepsLower, model.problem.mayClose[column] { own.lower = 0 }
      let isLeaf = nest.inner.isEmpty
      let node: Int
      if isLeaf {
        node = addNode(column, own, groupOfNest[index])
      } else {
        groups.append(own)
        parentOfGroup.append(groupOfNest[index])
        for inner in nest.inner { groupOfNest[inner] = Int32(groups.count - 1) }
        node = addNode(column, .upTo(places.count), Int32(groups.count - 1))
      }
      for unit in nest.units {
        for place in kit.units[unit] { add(places.lowerBound + place, unitMarks[unit], node) }
      }
    }
  }

  private mutating func addNode(_ column: Int, _ bounds: Bounds, _ parent: Int32) -> Int {
    columns.append(column)
    load.append(bounds)
    parentOfColumn.append(parent)
    return load.count - 1
  }

  private mutating func add(_ place: Int, _ mark: Int8, _ node: Int) {
    guard mark >= 0 else { return }
    let row = Int(model.rows[place])
    guard mark > 0 else {
      arcsOfRows[row].append((model.arcs[place], node))
      return
    }
    forced.append(model.arcs[place])
    rowDemand[row].drop()
    var group = Int(model.assignment.rowGroups.parentOfMember[row])
    while group >= 0 {
      rowGroups[group].drop()
      group = Int(model.assignment.rowGroups.parentOfGroup[group])
    }
    load[node].drop()
    isBroken = isBroken || load[node].upper < 0
    group = Int(parentOfColumn[node])
    while group >= 0 {
      groups[group].drop()
      if group >= model.assignment.columnGroups.count {
        isBroken = isBroken || groups[group].upper < 0
      }
      group = Int(parentOfGroup[group])
    }
  }
}

extension Bounds {
  /// What is left beside one more taken.
  fileprivate mutating func drop() {
    lower -= 1
    upper -= 1
  }
}
