import SolverConformance
import Testing

@testable import AssignmentKernel

/// Rows that each bid once for one column, and columns in nested groups.
private struct Bidding {
  let problem: AssignmentProblem
  let columnOfRow: [Int]
  /// Distinct amounts, so that which bids are kept is not left open.
  let amounts: [Int64]

  init(seed: UInt64) throws {
    var source = SplitMix64(seed: seed)
    let columns = Int.random(in: 1...8, using: &source)
    columnOfRow = (0..<40).map { _ in Int.random(in: 0..<columns, using: &source) }
    amounts = (1...40).map { Int64($0) }.shuffled(using: &source)
    let inner = (0..<columns).filter { $0 % 3 != 2 }
    let middle = inner + [columns - 1].filter { !inner.contains($0) }
    problem = try AssignmentProblem(
      arcs: ArcPattern(columnsOfRows: columnOfRow.map { [$0] }, columns: columns),
      tiers: [amounts], rowDemand: Array(repeating: .upTo(1), count: 40),
      columnLoad: (0..<columns).map { _ in .upTo(Int.random(in: 0...5, using: &source)) },
      columnGroups: [
        NodeGroup(inner, .upTo(Int.random(in: 0...9, using: &source))),
        NodeGroup(middle, .upTo(Int.random(in: 0...12, using: &source))),
        NodeGroup(Array(0..<columns), .upTo(Int.random(in: 1...20, using: &source))),
      ])
  }

  /// The nodes around a column from inside out, by their numbers on the board.
  func nodes(around column: Int) -> [Int] {
    var nodes = [column]
    var group = problem.columnGroups.parentOfMember[column]
    while group >= 0 {
      nodes.append(problem.columnCount + Int(group))
      group = problem.columnGroups.parentOfGroup[Int(group)]
    }
    return nodes
  }

  var upper: [Int] { (problem.columnLoad + problem.columnGroups.bounds).map(\.upper) }

  /// The rows whose bids are kept when the highest are taken first, and what each node holds.
  func best(among rows: Range<Int>) -> (rows: Set<Int>, held: [[Int64]]) {
    var held = [[Int64]](repeating: [], count: upper.count)
    var kept: Set<Int> = []
    for row in rows.sorted(by: { amounts[$0] > amounts[$1] }) {
      let nodes = nodes(around: columnOfRow[row])
      guard nodes.allSatisfy({ held[$0].count < upper[$0] }) else { continue }
      for node in nodes { held[node].append(amounts[row]) }
      kept.insert(row)
    }
    return (kept, held)
  }
}

@Suite struct BidBoardTests {
  private func board(_ bidding: Bidding) -> BidBoard<Int64> {
    BidBoard(
      ResidualNetwork(bidding.problem, weights: bidding.amounts, bonus: Int64(0)))
  }

  @Test(arguments: seeds(40))
  func `columns and groups keep the highest bids that their bounds allow`(seed: UInt64) throws {
    let bidding = try Bidding(seed: seed)
    var board = board(bidding)
    for row in 0..<40 {
      let column = bidding.columnOfRow[row]
      // No one bids where there is no place at all.
      guard bidding.nodes(around: column).allSatisfy({ bidding.upper[$0] > 0 }) else { continue }
      let before = board.price
      if bidding.amounts[row] > board.fullPrice(of: column) {
        let bid = BidBoard.Bid(amount: bidding.amounts[row], row: Int32(row), offset: 0)
        _ = board.place(bid, in: column)
      }
      let best = bidding.best(among: 0..<row + 1)
      var kept: Set<Int> = []
      board.forEachHeld { column, bid in
        #expect(bidding.columnOfRow[Int(bid.row)] == column)
        kept.insert(Int(bid.row))
      }
      #expect(kept == best.rows, "row \(row)")
      for (node, held) in best.held.enumerated() where bidding.upper[node] > 0 {
        let isFull = held.count == bidding.upper[node]
        #expect(board.price[node] == (isFull ? held.min() : 0), "row \(row), node \(node)")
      }
      for column in 0..<board.columnCount {
        let dearest = bidding.nodes(around: column).map { board.price[$0] }.max()
        #expect(board.fullPrice(of: column) == dearest)
        let earlier = bidding.nodes(around: column).map { before[$0] }.max() ?? 0
        #expect(board.fullPrice(of: column) >= earlier, "a place never becomes cheaper")
      }
    }
  }

  @Test func `prices outlive the bids, less what is taken off`() throws {
    let bidding = try Bidding(seed: 3)
    var board = board(bidding)
    for row in 0..<40 where bidding.amounts[row] > board.fullPrice(of: bidding.columnOfRow[row]) {
      _ = board.place(
        BidBoard.Bid(amount: bidding.amounts[row], row: Int32(row), offset: 0),
        in: bidding.columnOfRow[row])
    }
    let before = board.price
    #expect(before.contains { $0 > 5 && $0 < BidBoard<Int64>.unpayable })
    board.clear(loweringBy: 5)
    for (node, price) in board.price.enumerated() {
      let lowered = before[node] == BidBoard<Int64>.unpayable ? before[node] : before[node] - 5
      #expect(price == max(0, lowered))
    }
    board.forEachHeld { _, _ in Issue.record("a bid is left") }
  }
}

@Suite struct StructuredInstanceTests {
  /// Organizations with their own columns and a ceiling, and a pool for all.
  @Test(arguments: seeds(4))
  func `ceilings and a common pool are solved and proved`(seed: UInt64) throws {
    var source = SplitMix64(seed: seed)
    let (blocks, size, own, pool) = (12, 30, 4, 20)
    var lists: [[Int]] = []
    var weights: [Int64] = []
    for row in 0..<blocks * size {
      let first = row / size * own
      let fallback = Set((0..<5).map { _ in Int.random(in: 0..<pool, using: &source) }).sorted()
      lists.append(Array(first..<first + own) + fallback.map { blocks * own + $0 })
      weights += (0..<own).map { _ in Int64.random(in: 401...1000, using: &source) }
      weights += fallback.map { _ in Int64.random(in: 1...600, using: &source) }
    }
    let problem = try AssignmentProblem(
      arcs: ArcPattern(columnsOfRows: lists, columns: blocks * own + pool), tiers: [weights],
      rowDemand: Array(repeating: .upTo(1), count: lists.count),
      columnLoad: Array(repeating: .upTo(6), count: blocks * own + pool),
      columnGroups: (0..<blocks).map { NodeGroup(Array($0 * own..<($0 + 1) * own), .upTo(17)) })
    #expect(try Conformance.faultsByProof(problem) { try HungarianSolver().solve($0) } == [])
  }

  @Test(arguments: [false, true], [0, 1] as [UInt64])
  func `loads with lower bounds are solved and proved`(isDense: Bool, seed: UInt64) throws {
    var source = SplitMix64(seed: seed)
    let (rows, columns) = (150, 30)
    let lists = (0..<rows).map { row in
      (0..<columns).filter {
        isDense || $0 == row % columns || Int.random(in: 0..<3, using: &source) == 0
      }
    }
    // Columns differ in worth, so that the lower bounds bind.
    let weights = lists.flatMap { list in
      list.map { Int64($0 * 30) + Int64.random(in: 0...300, using: &source) }
    }
    let problem = try AssignmentProblem(
      arcs: isDense
        ? ArcPattern(rows: rows, columns: columns)
        : ArcPattern(columnsOfRows: lists, columns: columns),
      tiers: [weights], rowDemand: Array(repeating: .exactly(1), count: rows),
      columnLoad: Array(repeating: Bounds(lower: 4, upper: 8), count: columns))
    #expect(try Conformance.faultsByProof(problem) { try HungarianSolver().solve($0) } == [])
  }
}
