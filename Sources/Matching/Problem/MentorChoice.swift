import AssignmentKernel
import MentoringModel

/// Which mentors have anybody, as columns that open: few of them is then a weight, and at most so
/// many a limit on open columns.
///
/// All seats of mentors may close. A mentor with one seat works where it is open. One with several
/// gets a column of his own for being at rest, which a row of its own alone can open, and of which
/// with each of his seats at most one is open: so he rests or has somebody, whatever the seats.
///
/// A fixed charge for whoever is used at all makes no network, so that a `GroupSolver` decides.
struct MentorChoice {
  /// The seats of each mentor.
  private let owners: [[Int]]
  /// The column for being at rest of each mentor who needs one, and nil of the others.
  private let rest: [Int?]
  private let most: Int?
  private let seatCount: Int

  /// - Parameters:
  ///   - seats: The seats.
  ///   - most: The most mentors, or nil for no limit.
  init(_ seats: [Seat], most: Int?) {
    var placeOf: [PersonID: Int] = [:]
    var owners: [[Int]] = []
    for (column, seat) in seats.enumerated() {
      if let place = placeOf[seat.mentor] {
        owners[place].append(column)
      } else {
        placeOf[seat.mentor] = owners.count
        owners.append([column])
      }
    }
    let limit = most.flatMap { $0 < owners.count ? $0 : nil }
    // A limit counts columns of one kind: open seats where all have one, and those at rest else.
    let counted = limit != nil && owners.contains { $0.count > 1 }
    var next = seats.count
    rest = owners.map { columns in
      guard columns.count > 1 || counted else { return nil }
      defer { next += 1 }
      return next
    }
    self.owners = owners
    self.most = limit
    seatCount = seats.count
  }

  private var resting: [Int] { rest.compactMap(\.self) }

  /// What is added to the sum of the goal of few mentors, which counts those at rest as well.
  var offset: Int { -resting.count }

  /// The problem with columns for being at rest after its own rows, columns and arcs.
  ///
  /// - Throws: `ProblemError` where it grows too large.
  func added(
    to people: AssignmentProblem, tiers: [ObjectiveTier], rowGroups: [NodeGroup],
    columnGroups: [NodeGroup]
  ) throws(ProblemError) -> AssignmentProblem {
    let count = resting.count
    var rowStart = people.arcs.rowStart
    for row in 0..<count { rowStart.append(people.arcs.count + row + 1) }
    return try AssignmentProblem(
      arcs: ArcPattern(
        rowStart: rowStart, columns: people.arcs.columns + resting.map { Int32($0) },
        columnCount: seatCount + count),
      tiers: zip(tiers, people.tiers).map { goal, weights in
        weights + Array(repeating: goal == .fewestMentors ? 1 : 0, count: count)
      },
      rowDemand: people.rowDemand + Array(repeating: .upTo(1), count: count),
      columnLoad: people.columnLoad + Array(repeating: .exactly(1), count: count),
      rowGroups: rowGroups, columnGroups: columnGroups)
  }

  /// The arc by which the mentor of each seat rests, after so many; empty where he needs none.
  func arcs(after count: Int) -> [Range<Int>] {
    var arcs = [Range<Int>](repeating: 0..<0, count: seatCount)
    for (columns, rest) in zip(owners, rest) {
      guard let rest else { continue }
      let arc = count + rest - seatCount
      for column in columns { arcs[column] = arc..<arc + 1 }
    }
    return arcs
  }

  /// What an open column adds to the goal of few mentors.
  var opening: [Int64] {
    var opening = [Int64](repeating: 0, count: seatCount + resting.count)
    for (columns, rest) in zip(owners, rest) where rest == nil {
      for column in columns { opening[column] = -1 }
    }
    return opening
  }

  /// Nobody is at rest and has somebody, and no more mentors have somebody than may.
  var limits: [OpenLimit] {
    let either = zip(owners, rest).flatMap { columns, rest -> [OpenLimit] in
      guard let rest else { return [] }
      return columns.map { OpenLimit(columns: [$0, rest], .upTo(1)) }
    }
    guard let most else { return either }
    let limit =
      resting.isEmpty
      ? OpenLimit(columns: owners.flatMap(\.self), .upTo(most))
      : OpenLimit(
        columns: resting, Bounds(lower: resting.count - most, upper: resting.count))
    return either + [limit]
  }
}
