public import AssignmentKernel
public import MentoringModel
public import Wording

/// Proposed pairs and groups for every form, who is left without, and the proof.
public struct Plan: Sendable, Hashable {
  /// The programme's short name.
  public var programme: String
  /// One a form, in the order of the programme.
  public var forms: [FormPlan]
  /// What was reached in each tier, with the proved bound.
  public var tiers: [TierResult]
  /// How far each coverage target is reached.
  public var coverage: [CoverageResult]
  /// Mentors who are in no pair and could be, now or in a cycle to come.
  public var reserve: [PersonID]
  /// Fixed pairs that found no place.
  public var findings: [Finding]
  /// What the solver claims of the plan.
  public var status: SolveStatus
  /// What the verifier found.
  public var verification: PlanVerification

  /// All pairs and groups, form by form.
  public var matches: [ProposedMatch] { forms.flatMap(\.matches) }
  /// All profiles left without a mentor, form by form.
  public var unmatched: [UnmatchedProfile] { forms.flatMap(\.unmatched) }
  /// Whether the plan is proved to be the best in every goal, by a checker that shares no code with
  /// the solver; where groups are made, the choice among equals may not be.
  public var isProvedOptimal: Bool {
    switch verification {
    case .pairs: status == .optimal && verification.provesGoals(tiers.map(\.tier))
    case .groups:
      [.optimal, .feasible].contains(status) && verification.provesGoals(tiers.map(\.tier))
    }
  }
}

/// The part of a plan that belongs to one form.
public struct FormPlan: Sendable, Hashable {
  /// The form.
  public var form: FormID
  /// Its pairs and groups, by mentor and then by mentee, in the order of the banks.
  public var matches: [ProposedMatch]
  /// Its profiles left without a mentor: first those that a rule leaves out, then those that found
  /// no place, each in the order of the bank.
  public var unmatched: [UnmatchedProfile]
  /// Mentors who can take part in the form.
  public var mentorCount: Int
  /// Places that these mentors have in this form.
  public var placeCount: Int

  /// The mean fit of the matches in hundredths of a percent, rounded down; 0 where there is none.
  public var meanFit: Int {
    matches.isEmpty ? 0 : matches.reduce(0) { $0 + $1.score.total } / matches.count
  }
}

/// A mentor with a mentee, with a group of mentees formed beforehand, or with a group that opened.
public struct ProposedMatch: Sendable, Hashable {
  /// An id that stays the same over runs: it depends only on the form and the people.
  public var id: String
  /// The form.
  public var form: FormID
  /// The mentor.
  public var mentor: PersonID
  /// The mentees: one, or a group.
  public var mentees: [PersonID]
  /// The name of the group, where it is one.
  public var group: String?
  /// The fit; of a group that opened, the mean over its members, rounded down part by part.
  public var score: Score
  /// Whether a curator fixed the pair.
  public var isPinned: Bool
  /// What keeps the pair from standing in an order today, or is to be seen to.
  public var remarks: [Remark]
  /// What a group that opened is about, and who stands in it; nil for all others.
  public var opened: OpenedGroup?
}

/// What is to be said of a group that opened.
public struct OpenedGroup: Sendable, Hashable {
  /// What it is about.
  public var topic: CompetencyID
  /// The title of the topic.
  public var title: Text
  /// Which of the mentor's groups about the topic it is, from 1.
  public var number: Int
  /// The members with their own scores, in the order of the bank; they add up to the fit tier.
  public var members: [GroupMember]
  /// How many ask for the topic in the form, and how many of them can go to this mentor.
  public var asked: Int
  /// Those of them who can go to this mentor.
  public var eligible: Int
  /// Why it opened, in words.
  public var reason: Text
}

/// A mentee in a group that opened.
public struct GroupMember: Sendable, Hashable {
  /// Who it is.
  public var mentee: PersonID
  /// The fit with the mentor and the topic.
  public var score: Score
  /// Whether a curator fixed the mentor for this mentee.
  public var isPinned: Bool
}

/// Something to see to before a proposed pair stands in an order.
public struct Remark: Sendable, Hashable {
  /// A stable code for programs: `dutiesConsentMissing`, `mentorUntrained`.
  public var code: String
  /// Whom it concerns.
  public var person: PersonID
  /// In words.
  public var text: Text

  /// Creates a remark.
  public init(code: String, person: PersonID, text: Text) {
    self.code = code
    self.person = person
    self.text = text
  }
}

/// A request profile without a mentor: a result, not an error.
public struct UnmatchedProfile: Sendable, Hashable {
  /// The form.
  public var form: FormID
  /// The mentees.
  public var mentees: [PersonID]
  /// The name of the group, where it is one.
  public var group: String?
  /// A stable code for programs: `noDataConsent`, `capacityExhausted`, ….
  public var code: String
  /// Why, in words.
  public var reason: Text
  /// What would help.
  public var advice: Text
  /// The mentor who came nearest.
  public var nearest: NearestMentor?
}

/// The mentor who came nearest to an unmatched profile, and what stood between.
public struct NearestMentor: Sendable, Hashable {
  /// The mentor.
  public var mentor: PersonID
  /// The fit the pair would have.
  public var fit: Int
  /// What stands between them.
  public var obstacle: Text
}

/// What a plan reaches in one tier.
public struct TierResult: Sendable, Hashable {
  /// The tier.
  public var tier: ObjectiveTier
  /// The sum over the plan.
  public var value: Int
  /// What no plan can pass, given the tiers before; nil where nothing is proved.
  public var bound: Int?
  /// What is reached as a curator counts it, or nil where the sum is a count already.
  public var plain: PlainGoal?
}

/// How far a coverage target is reached over the roster.
public struct CoverageResult: Sendable, Hashable {
  /// The target.
  public var target: CoverageTarget
  /// The counts of each organization, in the order of the registry; nil stands for no organization.
  public var organizations: [OrganizationCoverage]

  /// All whom the target counts.
  public var total: Int { organizations.reduce(0) { $0 + $1.total } }
  /// Those of them who have a mentor in the plan or are one.
  public var covered: Int { organizations.reduce(0) { $0 + $1.covered } }
  /// Whether the share is reached; with nobody to count it is.
  public var isReached: Bool { covered * 100 >= target.percent * total }
}

/// Coverage within one organization.
public struct OrganizationCoverage: Sendable, Hashable {
  /// The organization.
  public var organization: OrganizationID?
  /// Those whom the target counts.
  public var total: Int
  /// Those of them who take part.
  public var covered: Int
}
