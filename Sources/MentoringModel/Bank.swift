/// Everything that the tables of a programme folder hold.
public struct Bank: Sendable, Hashable {
  /// The bank of mentors.
  public var mentors: [Mentor]
  /// The bank of mentees.
  public var mentees: [Mentee]
  /// What the mentees ask for, per form.
  public var profiles: [RequestProfile]
  /// The registry of organizations.
  public var organizations: [Organization]
  /// Everybody over whom coverage counts.
  public var roster: [RosterEntry]
  /// The curator's pins and bans.
  public var decisions: [Decision]
  /// What the curator decided about whole forms.
  public var formDecisions: [FormDecision]
  /// Mentees whom the curator keeps together or apart.
  public var companions: [Companions]

  /// Creates a bank.
  public init(
    mentors: [Mentor] = [], mentees: [Mentee] = [], profiles: [RequestProfile] = [],
    organizations: [Organization] = [], roster: [RosterEntry] = [], decisions: [Decision] = [],
    formDecisions: [FormDecision] = [], companions: [Companions] = []
  ) {
    self.mentors = mentors
    self.mentees = mentees
    self.profiles = profiles
    self.organizations = organizations
    self.roster = roster
    self.decisions = decisions
    self.formDecisions = formDecisions
    self.companions = companions
  }
}
