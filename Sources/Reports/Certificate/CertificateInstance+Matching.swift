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
      columnLabels: problem.seats.map { "\($0.form): \($0.mentor)" },
      tierNames: problem.tiers.map(\.rawValue))
  }
}
