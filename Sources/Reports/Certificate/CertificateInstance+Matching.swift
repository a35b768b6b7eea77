import AssignmentKernel
public import Matching
import MentoringModel

extension CertificateInstance {
  /// The instance of a programme: rows are request profiles, columns mentors in a form.
  ///
  /// - Parameters:
  ///   - problem: The matching, over all of its pairs or over some.
  ///   - isComplete: Whether it is over all pairs that the rules allow.
  public init(_ problem: MatchingProblem, isComplete: Bool = true) {
    self.init(
      problem: problem.assignment,
      rowLabels: problem.profiles.map { profile in
        "\(profile.form): " + profile.members.map(\.rawValue).joined(separator: " + ")
      } + Self.idle(problem.profiles.count..<problem.assignment.rowCount),
      columnLabels: problem.seats.map { seat in
        let number = seat.number > 1 ? " \(seat.number)" : ""
        return "\(seat.form): \(seat.mentor)" + (seat.topic.map { ": \($0)\(number)" } ?? "")
      } + Self.idle(problem.seats.count..<problem.assignment.columnCount),
      tierNames: problem.tiers.map(\.rawValue), isComplete: isComplete)
  }

  /// What stands for spare places and not for people.
  private static func idle(_ places: Range<Int>) -> [String] {
    places.indices.map { "idle \($0 - places.lowerBound + 1)" }
  }
}
