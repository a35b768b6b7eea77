import Wording

/// A hard rule about one mentor in a form.
///
/// To add one, write a file beside this one and name it in ``mentorVetoes``.
protocol MentorVeto: Sendable {
  /// A stable code for programs.
  var code: String { get }

  /// Why the mentor can't take part in the form, or nil where he can.
  func objection(to mentor: PreparedMentor, in setting: FormSetting) -> Objection?
}

/// A hard rule about one mentee in a form; see ``menteeVetoes``.
protocol MenteeVeto: Sendable {
  /// A stable code for programs.
  var code: String { get }

  /// Why the mentee can't take part in the form, or nil where he can.
  func objection(to mentee: PreparedMentee, in setting: FormSetting) -> Objection?
}

/// A hard rule about a mentor and a mentee; see ``pairVetoes``.
protocol PairVeto: Sendable {
  /// A stable code for programs.
  var code: String { get }

  /// Whether the two must not be paired. Called for every pair: it allocates nothing.
  func forbids(_ encounter: Encounter) -> Bool

  /// Takes those out of a set of mentors whom the veto forbids a member of a profile: the same as
  /// ``forbids(_:)`` one by one, which is what happens where a veto has no quicker way.
  func strike(
    _ mentors: inout MentorSet, for member: PreparedMentee, of profile: PreparedProfile,
    in table: MentorTable)

  /// Why, once it is known that the veto forbids the pair.
  func objection(to encounter: Encounter) -> Objection
}

/// Why somebody or some pair is ruled out, and what would change that.
struct Objection: Sendable, Hashable {
  let reason: Text
  let advice: Text
}

/// The hard rules about mentors; the first that objects is told.
let mentorVetoes: [any MentorVeto] = [
  MentorDataConsent(), MentorAvailability(), MentorRole(), FormNotOffered(), MentorCapacity(),
  MentorExperience(), MentorTraining(),
]

/// The hard rules about mentees; the first that objects is told.
let menteeVetoes: [any MenteeVeto] = [
  FormRejected(), MenteeDataConsent(), MenteeAvailability(), MenteeRole(), MenteeCondition(),
]

/// The hard rules about pairs; the first that objects is told.
let pairVetoes: [any PairVeto] = [
  SamePerson(), DecidedAgainst(), ScopeOfOrganization(), DirectSuperior(), SameSubject(),
  MustHaveCompetency(), SharedCompetency(), MinimumFit(),
]
