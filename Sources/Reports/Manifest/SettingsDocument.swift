import MentoringModel
import Wording

/// The effective settings of a programme: what its file states and every default it leaves.
enum SettingsDocument {
  static func value(of programme: Programme) -> JSONValue {
    [
      "id": .string(programme.id),
      "title": JSONValue(programme.title),
      "institution": .string(programme.institution),
      "asOf": .string("\(programme.asOf)"),
      "tiers": JSONValue(programme.tiers.map { .string($0.rawValue) }),
      "weights": weights(programme.weights),
      "mentorsPerMentee": .orNull(programme.mentorsPerMentee),
      "minimumLoad": .orNull(programme.minimumLoad),
      "maximumLoad": .orNull(programme.maximumLoad),
      "maximumMentors": .orNull(programme.maximumMentors),
      "priorityGroups": JSONValue(
        programme.priorityGroups.map { group in
          ["id": .string(group.id.rawValue), "rule": rule(group.rule)]
        }),
      "coverageTargets": JSONValue(
        programme.coverageTargets.map { target in
          [
            "id": .string(target.id), "percent": JSONValue(target.percent),
            "rule": rule(target.rule),
          ]
        }),
      "calendar": JSONValue(
        programme.calendar.map { deadline in
          ["title": JSONValue(deadline.title), "due": .string("\(deadline.due)")]
        }),
      "roles": JSONValue(programme.roles.map { .string($0.id.rawValue) }),
      "competencies": JSONValue(programme.vocabulary.entries.map { .string($0.id.rawValue) }),
      "headings": .object(
        programme.headings.sorted { $0.key < $1.key }.map { .init($0.key, .string($0.value)) }),
      "order": [
        "basis": JSONValue(programme.order.basis.map(JSONValue.string)),
        "place": .string(programme.order.place),
        "head": [
          "position": .string(programme.order.headPosition),
          "name": .string(programme.order.headName),
        ],
        "approval": .string(programme.order.requiresApproval ? "required" : "optional"),
      ],
      "forms": JSONValue(programme.forms.map(form)),
    ]
  }

  private static func form(_ form: MentoringForm) -> JSONValue {
    let settings: JSONValue = [
      "id": .string(form.id.rawValue),
      "title": JSONValue(form.title),
      "aliases": JSONValue(form.aliases.map(JSONValue.string)),
      "mentorRoles": .ids(form.mentorRoles.sorted()),
      "menteeRoles": .ids(form.menteeRoles.sorted()),
      "curator": .string(form.curator),
      "capacity": [
        "default": JSONValue(form.defaultCapacity), "maximum": JSONValue(form.maximumCapacity),
      ],
      "scope": .string(form.scope.rawValue),
      "training": .string(form.training.rawValue),
      "mentorExperience": form.mentorExperience.map(experience) ?? .null,
      "mentees": rule(form.menteeRule),
      "sameSubject": .bool(form.requiresSameSubject),
      "superiorAllowed": .bool(form.allowsSuperior),
      "mustHaveLevel": JSONValue(form.mustHaveLevel),
      "sharedCompetency": .bool(form.requiresSharedCompetency),
      "minimumFit": JSONValue(form.minimumFit),
      "period": [
        "from": JSONValue(form.period.start.map { "\($0)" }),
        "to": JSONValue(form.period.end.map { "\($0)" }),
      ],
      "type": .string(form.type),
      "weights": form.weights.map(weights) ?? .null,
      "roleModels": JSONValue(form.roleModels.map(JSONValue.string)),
    ]
    return form.groups.map {
      settings.adding("mode", .string(form.mode.rawValue)).adding("groups", groups($0))
    } ?? settings
  }

  private static func groups(_ formation: GroupFormation) -> JSONValue {
    [
      "size": [
        "minimum": JSONValue(formation.size.lowerBound),
        "maximum": JSONValue(formation.size.upperBound),
      ],
      "perMentor": JSONValue(formation.perMentor),
      "topics": .ids(formation.topics),
      "fewest": .bool(formation.opensFewest),
      "composition": JSONValue(
        formation.composition.map { rule in
          [
            "kind": .string(rule.kind.rawValue),
            "value": JSONValue(rule.values.map(JSONValue.string)),
            "atLeast": .orNull(rule.atLeast), "atMost": .orNull(rule.atMost),
          ]
        }),
      "together": companions(formation, .together),
      "apart": companions(formation, .apart),
    ]
  }

  private static func companions(
    _ formation: GroupFormation, _ kind: Companions.Kind
  ) -> JSONValue {
    JSONValue(formation.companions.filter { $0.kind == kind }.map { .ids($0.people) })
  }

  /// Cohesion stands only where it counts: most programmes make no groups.
  private static func weights(_ weights: CriterionWeights) -> JSONValue {
    .object(
      CriterionID.allCases.filter { $0 != .cohesion || weights[$0] > 0 }
        .map { .init($0.rawValue, JSONValue(weights[$0])) })
  }

  private static func rule(_ rule: PersonRule) -> JSONValue {
    [
      "roles": .ids(rule.roles.sorted()),
      "experience": rule.experience.map(experience) ?? .null,
      "age": JSONValue(rule.age.map(limit)),
      "marks": JSONValue(rule.marks.sorted().map(JSONValue.string)),
    ]
  }

  private static func experience(_ rule: ExperienceRule) -> JSONValue {
    ["years": .string(limit(rule.limit)), "roles": .ids(rule.roles.sorted())]
  }

  private static func limit(_ limit: Limit) -> String {
    "\(limit.comparison.rawValue) \(limit.years)"
  }
}

extension JSONValue {
  /// The texts of identifiers, in their order.
  static func ids(_ ids: [some Identifier]) -> JSONValue {
    JSONValue(ids.map { .string($0.rawValue) })
  }

  /// A whole number, or null where there is none.
  static func orNull(_ number: Int?) -> JSONValue { number.map { JSONValue($0) } ?? .null }
}
