public import Matching
import MentoringModel

extension CertificateInstance {
  /// The instance of a programme: rows are request profiles, columns mentors in a form.
  public init(_ problem: MatchingProblem) {
    self.init(
      problem: problem.assignment,
      rowLabels: problem.profiles.map { profile in
        "\(profile.form): " + profile.members.map(\.rawValue).joined(separator: " + ")
      },
      columnLabels: problem.seats.map { seat in
        let number = seat.number > 1 ? " \(seat.number)" : ""
        return "\(seat.form): \(seat.mentor)" + (seat.topic.map { ": \($0)\(number)" } ?? "")
      },
      tierNames: problem.tiers.map(\.rawValue))
  }
}
