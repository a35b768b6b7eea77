public import Wording

/// A mentoring programme: its forms, rules, weights and wording, as `programme.yaml` states them.
public struct Programme: Sendable, Hashable {
  /// The short name, part of the ids of pairs.
  public var id: String
  /// The title.
  public var title: Text
  /// The institution, as an order prints it.
  public var institution: String
  /// The day on which ages and experience are counted.
  public var asOf: CalendarDate
  /// The days that the programme sets for its steps.
  public var calendar: [Deadline]
  /// The roles people may have.
  public var roles: [Role]
  /// The forms of mentoring.
  public var forms: [MentoringForm]
  /// The competencies.
  public var vocabulary: Vocabulary
  /// What the parts of the fit count for.
  public var weights: CriterionWeights
  /// Which mentees come first, most important first.
  public var priorityGroups: [PriorityGroup]
  /// The goals in their order.
  public var tiers: [ObjectiveTier]
  /// Mentors that one mentee may have over all forms, or nil for no limit.
  public var mentorsPerMentee: Int?
  /// Mentees that every mentor is to have over all forms, or nil where the programme asks for none.
  public var minimumLoad: Int?
  /// Mentees that one mentor may have over all forms, whatever his row states, or nil for no limit.
  public var maximumLoad: Int?
  /// Mentors who may have anybody, or nil for no limit.
  public var maximumMentors: Int?
  /// Shares of a roster that the programme wants to reach.
  public var coverageTargets: [CoverageTarget]
  /// Further headings of the bank tables: heading as the user has it → the column's name.
  public var headings: [String: String]
  /// What orders say beside their pairs.
  public var order: OrderSettings

  /// Creates a programme with no forms and the usual weights and tiers.
  public init(id: String, title: Text, institution: String = "", asOf: CalendarDate) {
    self.id = id
    self.title = title
    self.institution = institution
    self.asOf = asOf
    calendar = []
    roles = []
    forms = []
    vocabulary = Vocabulary()
    weights = .standard
    priorityGroups = []
    tiers = [.pins, .coverage, .fit]
    coverageTargets = []
    headings = [:]
    order = OrderSettings()
  }

  /// Whether it is part of the answer which mentors take part at all: few distinct ones are a goal,
  /// or only so many may.
  public var choosesMentors: Bool { maximumMentors != nil || tiers.contains(.fewestMentors) }

  /// The form with an id.
  public func form(_ id: FormID) -> MentoringForm? { forms.first { $0.id == id } }
}

/// A day by which a step is done.
public struct Deadline: Sendable, Hashable {
  /// The step.
  public var title: Text
  /// The last day.
  public var due: CalendarDate

  /// Creates a deadline.
  public init(title: Text, due: CalendarDate) {
    self.title = title
    self.due = due
  }
}

/// A role with the words that name it.
public struct Role: Sendable, Hashable {
  /// The id.
  public var id: RoleID
  /// The title.
  public var title: Text
  /// Other words for it.
  public var aliases: [String]

  /// Creates a role.
  public init(id: RoleID, title: Text, aliases: [String] = []) {
    self.id = id
    self.title = title
    self.aliases = aliases
  }
}

/// A goal of the matching; goals are compared in the programme's order.
public enum ObjectiveTier: String, Sendable, Hashable, CaseIterable {
  /// Fixed pairs stand.
  case pins
  /// Most mentees matched, priority groups first.
  case coverage
  /// Most people of the coverage targets in a pair, on either side.
  case coverageTargets
  /// Every mentor has as many mentees as ``Programme/minimumLoad`` asks for, or comes as near as can
  /// be.
  case minimumLoad
  /// Mentees spread over the mentors as evenly as can be.
  case balance
  /// As few distinct mentors as the goals before allow.
  case fewestMentors
  /// Mentors of the mentee's own organization first.
  case ownOrganization
  /// As few groups as the goals before allow, in the forms that ask for it.
  case fewestGroups
  /// The greatest fit of the pair that is worst off.
  case worstFit
  /// The fits of all pairs from the worst upwards: the greatest first one, then the greatest second.
  case leximin
  /// Total fit.
  case fit
  /// Among equal plans, the one with the greatest sum of numbers drawn from form, mentor and
  /// mentee: always last, so that the plan depends neither on the order of rows nor on the solver.
  case tieBreak

  /// Whether the goal has a meaning only where no form makes groups, and where it is no part of the
  /// answer which mentors take part.
  public var isForPairsAlone: Bool {
    switch self {
    case .coverageTargets, .minimumLoad, .balance, .worstFit, .leximin: true
    case .pins, .coverage, .ownOrganization, .fewestGroups, .fewestMentors, .fit, .tieBreak: false
    }
  }
}

/// Mentees who come first.
public struct PriorityGroup: Sendable, Hashable {
  /// The id.
  public var id: PriorityGroupID
  /// The title.
  public var title: Text
  /// Who belongs to it: all that are stated must hold.
  public var rule: PersonRule

  /// Creates a group.
  public init(id: PriorityGroupID, title: Text, rule: PersonRule) {
    self.id = id
    self.title = title
    self.rule = rule
  }
}

/// A condition on a person; what is nil or empty asks for nothing.
public struct PersonRule: Sendable, Hashable {
  /// Any of these roles.
  public var roles: Set<RoleID>
  /// Length of service.
  public var experience: ExperienceRule?
  /// The age in whole years.
  public var age: Limit?
  /// Any of these marks.
  public var marks: Set<String>

  /// Creates a rule.
  public init(
    roles: Set<RoleID> = [], experience: ExperienceRule? = nil, age: Limit? = nil,
    marks: Set<String> = []
  ) {
    self.roles = roles
    self.experience = experience
    self.age = age
    self.marks = marks
  }
}

/// A threshold with its inclusivity, the same four signs as in the programme file.
public struct Limit: Sendable, Hashable {
  /// The comparison.
  public enum Comparison: String, Sendable, Hashable, CaseIterable {
    /// Less than.
    case below = "<"
    /// At most.
    case atMost = "<="
    /// More than.
    case above = ">"
    /// At least.
    case atLeast = ">="
  }

  /// The comparison.
  public var comparison: Comparison
  /// The threshold, in years.
  public var years: Int

  /// Creates a limit.
  public init(_ comparison: Comparison, years: Int) {
    self.comparison = comparison
    self.years = years
  }

  /// Whether `months` keep the limit, compared as exact months.
  public func admits(months: Int) -> Bool { admits(months, years * 12) }

  /// Whether an age in whole years keeps the limit.
  public func admits(age: Int) -> Bool { admits(age, years) }

  private func admits(_ value: Int, _ threshold: Int) -> Bool {
    switch comparison {
    case .below: value < threshold
    case .atMost: value <= threshold
    case .above: value > threshold
    case .atLeast: value >= threshold
    }
  }
}

/// A limit on experience; where the bank states none, it is not kept.
public struct ExperienceRule: Sendable, Hashable {
  /// The limit.
  public var limit: Limit
  /// The roles to which it applies; empty means all.
  public var roles: Set<RoleID>

  /// Creates a rule.
  public init(_ limit: Limit, roles: Set<RoleID> = []) {
    self.limit = limit
    self.roles = roles
  }
}

/// A share of the roster that takes part.
public struct CoverageTarget: Sendable, Hashable {
  /// The id.
  public var id: String
  /// The title.
  public var title: Text
  /// Who counts in the denominator.
  public var rule: PersonRule
  /// The share to reach, in percent.
  public var percent: Int

  /// Creates a target.
  public init(id: String, title: Text, rule: PersonRule, percent: Int) {
    self.id = id
    self.title = title
    self.rule = rule
    self.percent = percent
  }
}
