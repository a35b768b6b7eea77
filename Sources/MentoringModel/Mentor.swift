/// A person who offers to mentor: competencies, experience and capacity.
public struct Mentor: Sendable, Hashable {
  /// The person.
  public var person: Person
  /// What the mentor can pass on, with a level of 1…5.
  public var competencies: [CompetencyID: Int]
  /// The forms the mentor takes part in; empty means every form whose roles fit.
  public var forms: Set<FormID>
  /// Mentees over all forms, or nil where only the programme limits them.
  public var capacity: Int?
  /// Mentees in single forms.
  public var capacityByForm: [FormID: Int]
  /// Whether the mentor was trained for the work.
  public var isTrained: Bool
  /// Whether other organizations may turn to this mentor.
  public var isMunicipal: Bool
  /// Competitions won.
  public var awards: [String]
  /// The qualification category: none, first, highest.
  public var category: QualificationCategory
  /// The ages of mentees the mentor prefers.
  public var preferredAges: ClosedRange<Int>?

  /// Creates a mentor of whom only the person is known.
  public init(_ person: Person) {
    self.person = person
    competencies = [:]
    forms = []
    capacityByForm = [:]
    isTrained = false
    isMunicipal = false
    awards = []
    category = .none
  }

  /// Who it is.
  public var id: PersonID { person.id }
}

/// The qualification category of an educator.
public enum QualificationCategory: Int, Sendable, Hashable, Comparable, CaseIterable {
  /// None, or compliance with the post.
  case none
  /// The first category.
  case first
  /// The highest category.
  case highest

  /// Lower categories come first.
  public static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}
