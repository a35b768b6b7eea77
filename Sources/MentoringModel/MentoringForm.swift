public import Wording

/// A form of mentoring: who teaches whom, and by which rules.
public struct MentoringForm: Sendable, Hashable {
  /// The id.
  public var id: FormID
  /// The title, as the programme's documents have it.
  public var title: Text
  /// Other names of the form in banks.
  public var aliases: [String]
  /// The roles of mentors.
  public var mentorRoles: Set<RoleID>
  /// The roles of mentees.
  public var menteeRoles: Set<RoleID>
  /// The curator of this track.
  public var curator: String
  /// Mentees of one mentor where his row states no number.
  public var defaultCapacity: Int
  /// The most mentees of one mentor, whatever his row states.
  public var maximumCapacity: Int
  /// Whose mentors a mentee may turn to.
  public var scope: OrganizationScope
  /// What holds for mentors who were not trained.
  public var training: TrainingRule
  /// The experience a mentor needs.
  public var mentorExperience: ExperienceRule?
  /// The condition on mentees.
  public var menteeRule: PersonRule
  /// Whether mentor and mentee need a subject or specialty in common.
  public var requiresSameSubject: Bool
  /// Whether a direct superior may be the mentor.
  public var allowsSuperior: Bool
  /// The level that a must-have request asks of the mentor.
  public var mustHaveLevel: Int
  /// Whether the mentor must answer at least one request.
  public var requiresSharedCompetency: Bool
  /// The least fit of a pair, in hundredths of a percent; 0 for no limit.
  public var minimumFit: Int
  /// When the work of the pairs begins and ends.
  public var period: Period
  /// The type (вид) of mentoring as an order prints it; empty where pairs and groups say enough.
  public var type: String
  /// Weights of this form where they differ from the programme's.
  public var weights: CriterionWeights?
  /// The role models that the form works by, for reports.
  public var roleModels: [String]
  /// How groups open in the form, or nil where it makes pairs alone.
  public var groups: GroupFormation?

  /// Creates a form with the usual rules.
  public init(id: FormID, title: Text, mentorRoles: Set<RoleID>, menteeRoles: Set<RoleID>) {
    self.id = id
    self.title = title
    self.mentorRoles = mentorRoles
    self.menteeRoles = menteeRoles
    aliases = []
    curator = ""
    defaultCapacity = 2
    maximumCapacity = 3
    scope = .any
    training = .warn
    menteeRule = PersonRule()
    requiresSameSubject = false
    allowsSuperior = false
    mustHaveLevel = 3
    requiresSharedCompetency = true
    minimumFit = 0
    period = Period()
    type = ""
    roleModels = []
  }
}

/// What a form makes of mentors and mentees, as `mode` of the programme file says.
public enum PairingMode: String, Sendable, Hashable, CaseIterable {
  /// Pairs, and groups that were formed beforehand.
  case pairs
  /// Groups alone, those formed beforehand among them.
  case groups
  /// Pairs and groups.
  case both
}

extension MentoringForm {
  /// What the form makes.
  public var mode: PairingMode {
    groups.map { $0.allowsPairs ? .both : .groups } ?? .pairs
  }
}

/// Whose mentors a mentee may turn to.
public enum OrganizationScope: String, Sendable, Hashable, CaseIterable {
  /// Those of his own organization.
  case own
  /// Those, and the municipal mentors of others.
  case municipal
  /// Everybody's.
  case any
  /// Only those of other organizations.
  case other
}

/// What holds for mentors who were not trained.
public enum TrainingRule: String, Sendable, Hashable, CaseIterable {
  /// Nothing.
  case ignore
  /// The pair is proposed with a remark.
  case warn
  /// The mentor is left out.
  case block
}
