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
  /// The same with columns that open or stay closed, or nil where no form makes groups.
  public var groups: GroupProblem?
  /// What the rules of composition in ``groups`` come from, one each.
  public var ruleOrigins: [RuleOrigin] = []
  /// Whom each group of columns in ``people`` limits.
  public var limits: [SeatLimit] = []
  /// What is added to the sum of each tier so that a goal is told in its own terms; empty for
  /// nothing.
  public var offsets: [Int] = []
  /// The rows and columns of mentors and mentees alone; nil where ``assignment`` has no others.
  var withoutIdle: AssignmentProblem?
  /// The arcs of idle units beside each column, or that by which its mentor rests; empty where there
  /// are none.
  var idleArcs: [Range<Int>] = []

  /// The problem of mentors and mentees alone, with all limits: the first rows, columns and arcs of
  /// ``assignment``, after which idle units (`ObjectiveTier.balance`) or mentors at rest
  /// (`ObjectiveTier.fewestMentors`) may stand.
  public var people: AssignmentProblem { withoutIdle ?? assignment }

  /// The value of a goal for a sum of weights.
  func value(_ sum: Int128, ofTier tier: Int) -> Int {
    Int(clamping: sum + Int128(offsets.isEmpty ? 0 : offsets[tier]))
  }

  /// The arcs of pairs, without those of idle units.
  func pairs(among arcs: [Int]) -> [Int] {
    guard let withoutIdle else { return arcs }
    return arcs.filter { $0 < withoutIdle.arcs.count }
  }
}

/// Whom a limit over several seats binds.
public enum SeatLimit: Sendable, Hashable {
  /// A mentor within a form, over pairs and groups.
  case mentorInForm(PersonID, FormID)
  /// A mentor over all forms.
  case mentor(PersonID)
  /// An organization with all that belongs to it.
  case organization(OrganizationID)
}

/// A mentor in one form, for pairs or for a group: a column of the problem.
public struct Seat: Sendable, Hashable {
  /// The mentor.
  public var mentor: PersonID
  /// The form.
  public var form: FormID
  /// What the group is about, or nil where the column is for pairs.
  public var topic: CompetencyID?
  /// Which of the mentor's groups about the topic it is, from 1; 0 for pairs.
  public var number: Int

  /// Creates a seat.
  public init(mentor: PersonID, form: FormID, topic: CompetencyID? = nil, number: Int = 0) {
    self.mentor = mentor
    self.form = form
    self.topic = topic
    self.number = number
  }
}

/// What a composition rule of the kernel stands for.
public enum RuleOrigin: Sendable, Hashable {
  /// A rule of a form's composition, by its place in the list, and the values that it counts.
  case composition(FormID, rule: Int, values: [String])
  /// Mentees who keep apart.
  case apart(FormID, [PersonID])
}
