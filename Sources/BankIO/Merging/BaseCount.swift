public import MentoringModel

/// What became of the rows of one base: a file of mentors or of mentees of the folder.
///
/// A row of mentors is a person; a row of mentees is what a person asks for in one form. Every row
/// is counted once: ``rows`` is the sum of ``kept``, ``merged`` and ``leftOut``, and ``laureates``
/// is that of ``laureatesKept``, ``laureatesMerged`` and ``laureatesLeftOut``.
public struct BaseCount: Sendable, Hashable {
  /// The file.
  public var base: String
  /// The organization whose base it is, where its name says so.
  public var organization: OrganizationID?
  /// The rows with something in them.
  public var rows = 0
  /// Rows that stand in the one base.
  public var kept = 0
  /// Rows about somebody who stands there by another row.
  public var merged = 0
  /// Rows that cannot be used: a finding says why.
  public var leftOut = 0
  /// Rows with awards.
  public var laureates = 0
  /// Rows with awards that stand in the one base.
  public var laureatesKept = 0
  /// Rows with awards that were merged into others, which took the awards over.
  public var laureatesMerged = 0
  /// Rows with awards that cannot be used.
  public var laureatesLeftOut = 0

  /// Counts nothing yet.
  public init(base: String, organization: OrganizationID? = nil) {
    self.base = base
    self.organization = organization
  }

  /// Whether every row and every laureate was counted once.
  public var addsUp: Bool {
    rows == kept + merged + leftOut
      && laureates == laureatesKept + laureatesMerged + laureatesLeftOut
  }

  /// The counts of all bases together.
  public static func total(of counts: [BaseCount]) -> BaseCount {
    counts.reduce(into: BaseCount(base: "")) { sum, count in
      for field in fields { sum[keyPath: field] += count[keyPath: field] }
    }
  }

  private static var fields: [WritableKeyPath<BaseCount, Int>] {
    [
      \.rows, \.kept, \.merged, \.leftOut, \.laureates, \.laureatesKept, \.laureatesMerged,
      \.laureatesLeftOut,
    ]
  }
}

/// Counts the rows of bases while they are read.
struct BaseTally {
  /// What became of a row.
  enum Fate: Hashable {
    case kept
    /// It is kept, and an earlier row is merged into it.
    case keptInstead(of: SourceLocation)
    case merged
    case leftOut
  }

  private var counts: [String: BaseCount] = [:]
  /// The rows with awards that are kept.
  private var laureates: Set<SourceLocation> = []

  /// Counts a row.
  mutating func add(_ fate: Fate, at place: SourceLocation, isLaureate: Bool = false) {
    counts[place.file, default: BaseCount(base: place.file)]
      .count(fate, isLaureate: isLaureate, by: 1)
    if case .keptInstead(let earlier) = fate { merge(earlier) }
    if isLaureate, fate != .merged, fate != .leftOut { laureates.insert(place) }
  }

  /// Counts a row that was kept as one that is merged into another.
  mutating func merge(_ place: SourceLocation) {
    let isLaureate = laureates.remove(place) != nil
    counts[place.file, default: BaseCount(base: place.file)]
      .count(.kept, isLaureate: isLaureate, by: -1)
    counts[place.file, default: BaseCount(base: place.file)]
      .count(.merged, isLaureate: isLaureate, by: 1)
  }

  /// The counts by file.
  func counts(homes: [String: OrganizationID]) -> [BaseCount] {
    counts.values.sorted { $0.base < $1.base }.map { count in
      var count = count
      count.organization = homes[count.base]
      return count
    }
  }
}

extension BaseCount {
  fileprivate mutating func count(_ fate: BaseTally.Fate, isLaureate: Bool, by step: Int) {
    let laureate = isLaureate ? step : 0
    rows += step
    laureates += laureate
    switch fate {
    case .kept, .keptInstead:
      kept += step
      laureatesKept += laureate
    case .merged:
      merged += step
      laureatesMerged += laureate
    case .leftOut:
      leftOut += step
      laureatesLeftOut += laureate
    }
  }
}
