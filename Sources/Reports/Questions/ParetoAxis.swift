public import Matching

/// The values of one goal of a front along a line of a picture.
public struct ParetoAxis: Sendable, Hashable {
  private static let mostMarks = 6

  private let least: Int
  private let greatest: Int
  /// The values to be written beside the line: at most six of those that occur, so that their words
  /// do not meet.
  public let marks: [Int]

  /// Creates the axis of a goal.
  ///
  /// - Complexity: O(*p* log *p*) time for *p* points.
  public init(_ front: ParetoFront, goal: Int) {
    let values = Set(front.points.map { $0.values[goal] }).sorted()
    least = values.first ?? 0
    greatest = values.last ?? 0
    let step = max(1, (values.count + Self.mostMarks - 1) / Self.mostMarks)
    marks = stride(from: 0, to: values.count, by: step).map { values[$0] }
  }

  /// Where a value stands between two ends, in the middle where there is only one; rounded to tenths,
  /// so that the same front gives the same bytes.
  public func place(_ value: Int, from start: Double, to end: Double) -> Double {
    let share = greatest == least ? 0.5 : Double(value - least) / Double(greatest - least)
    return ((start + (end - start) * share) * 10).rounded() / 10
  }
}
