public import AssignmentKernel
public import MentoringModel

/// An assignment problem with the people that its rows and columns stand for.
public struct MatchingProblem: Sendable, Hashable {
  /// The mathematics.
  public var assignment: AssignmentProblem
  /// The request profile of each row.
  public var profiles: [RequestProfile]
  /// The seat of each column.
  public var seats: [Seat]
  /// The goal of each tier of weights.
  public var tiers: [ObjectiveTier]
  /// Whom each group of columns limits.
  public var limits: [SeatLimit]
}

/// Whom a limit over several seats binds.
public enum SeatLimit: Sendable, Hashable {
  /// A mentor over all forms.
  case mentor(PersonID)
  /// An organization with all that belongs to it.
  case organization(OrganizationID)
}

/// A mentor in one form: a column of the problem.
public struct Seat: Sendable, Hashable {
  /// The mentor.
  public var mentor: PersonID
  /// The form.
  public var form: FormID

  /// Creates a seat.
  public init(mentor: PersonID, form: FormID) {
    self.mentor = mentor
    self.form = form
  }
}
