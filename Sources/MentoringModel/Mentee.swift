/// A person who asks for a mentor.
public struct Mentee: Sendable, Hashable {
  /// The person.
  public var person: Person
  /// Marks that a programme may put first: new to the post, an orphan, ….
  public var marks: Set<String>

  /// Creates a mentee of whom only the person is known.
  public init(_ person: Person) {
    self.person = person
    marks = []
  }

  /// Who it is.
  public var id: PersonID { person.id }
}

/// One wish of a mentee: a competency, how much it matters, and whether he can do without.
public struct Request: Sendable, Hashable {
  /// What is asked for.
  public var competency: CompetencyID
  // A byte each: banks hold several requests a person.
  private var priorityNumber: Int8
  private var levelNumber: Int8?
  /// Whether a mentor without it is no mentor for this profile.
  public var isMustHave: Bool

  /// 1 is the most important, 3 the least.
  public var priority: Int {
    get { Int(priorityNumber) }
    set { priorityNumber = Int8(clamping: newValue) }
  }

  /// How far the mentee is in it himself, 1…5, where the bank says so.
  public var level: Int? {
    get { levelNumber.map { Int($0) } }
    set { levelNumber = newValue.map { Int8(clamping: $0) } }
  }

  /// Creates a request.
  public init(
    _ competency: CompetencyID, priority: Int = 1, isMustHave: Bool = false, level: Int? = nil
  ) {
    self.competency = competency
    priorityNumber = Int8(clamping: priority)
    levelNumber = level.map { Int8(clamping: $0) }
    self.isMustHave = isMustHave
  }
}

/// What is matched: the requests of one mentee, or of a group of mentees that was formed
/// beforehand and takes one mentor together, in one form.
public struct RequestProfile: Sendable, Hashable {
  /// The mentees; more than one where they take a mentor together.
  public var members: [PersonID]
  /// The form.
  public var form: FormID
  /// The name of the group, where the mentees take a mentor together.
  public var group: String?
  /// The requests, in the order of the bank.
  public var requests: [Request]
  /// Where the first row stands, for findings.
  public var source: SourceLocation

  /// Creates a profile.
  public init(
    members: [PersonID], form: FormID, group: String? = nil, requests: [Request],
    source: SourceLocation = SourceLocation()
  ) {
    self.members = members
    self.form = form
    self.group = group
    self.requests = requests
    self.source = source
  }
}
