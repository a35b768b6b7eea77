/// How a form makes groups: one mentor, one topic, and so many mentees who ask for it.
///
/// A group opens or does not; what it is about is a competency that its mentor has and all of its
/// members ask for.
public struct GroupFormation: Sendable, Hashable {
  /// Whether the form makes pairs beside its groups.
  public var allowsPairs: Bool
  /// How many mentees stand in a group.
  public var size: ClosedRange<Int>
  /// The most groups that one mentor leads in the form.
  public var perMentor: Int
  /// What groups may be about; empty means whatever is asked for.
  public var topics: [CompetencyID]
  /// Whether no more groups are to open than are needed.
  public var opensFewest: Bool
  /// Who stands together in a group, and in which number.
  public var composition: [CompositionRequirement]
  /// Mentees who keep together or apart.
  public var companions: [Companions]
  /// Where the setting stands, for findings.
  public var source: SourceLocation

  /// Creates the usual setting: groups of three to five, one a mentor, about whatever is asked for.
  public init(allowsPairs: Bool = false, size: ClosedRange<Int> = 3...5) {
    self.allowsPairs = allowsPairs
    self.size = size
    perMentor = 1
    topics = []
    opensFewest = false
    composition = []
    companions = []
    source = SourceLocation()
  }

  /// Whether a group may be about a competency.
  public func admits(topic: CompetencyID) -> Bool { topics.isEmpty || topics.contains(topic) }
}

/// Mentees whom somebody keeps together or apart.
public struct Companions: Sendable, Hashable {
  /// The kinds.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    /// All go to one mentor, in one group or all as his pairs, or none to any.
    case together
    /// No two of them stand in one group.
    case apart
  }

  /// The kind.
  public var kind: Kind
  /// The form, or nil for every form that makes groups.
  public var form: FormID?
  /// The mentees.
  public var people: [PersonID]
  /// Where it stands, for findings.
  public var source: SourceLocation

  /// Creates companions.
  public init(
    _ kind: Kind, form: FormID? = nil, people: [PersonID],
    source: SourceLocation = SourceLocation()
  ) {
    self.kind = kind
    self.form = form
    self.people = people
    self.source = source
  }

  /// Whether they are meant in `other`'s form.
  public func concerns(_ other: FormID) -> Bool { form.map { $0 == other } ?? true }
}
