public import Matching
import MentoringModel
import Wording

/// Answers about pairs and requests as one JSON document, version `nastavnik.explanation/1`.
///
/// Other programs read it: members may be added, but none renamed, removed or given another
/// meaning without a new version.
public struct ExplanationDocument: Sendable {
  /// The version of the format.
  public static let format = "nastavnik.explanation/1"

  /// The most owners and requests of a set of places that are listed: thousands of requests can be
  /// without a mentor for the same thousands of places.
  private static let mostListed = 100

  private let names: ReportNames
  let values: DifferenceValue

  /// Creates documents that call people by these names.
  public init(_ names: ReportNames) {
    self.names = names
    values = DifferenceValue(names: names)
  }

  /// Why the mentors of the plan, or none, and what would help then.
  public func value(
    of answers: [MenteeAnswer], remedies: Tried<Remedy> = Tried()
  ) -> JSONValue {
    let values = answers.map { answer in
      switch answer {
      case .paired(let explanation): value(of: explanation)
      case .unmatched(let explanation): value(of: explanation)
      }
    }
    return [
      "format": .string(Self.format), "answers": JSONValue(values),
      "changes": JSONValue(remedies.found.map(value)), "stopped": .bool(!remedies.isComplete),
    ]
  }

  /// Why not a mentor.
  public func value(of answers: [PairAnswer]) -> JSONValue {
    ["format": .string(Self.format), "answers": JSONValue(answers.map(value))]
  }

  /// Why the unmatched have no mentor, and what would help.
  public func value(
    of explanations: [UnmatchedExplanation], remedies: Tried<Remedy>, gaps: Tried<CompetencyGap>
  ) -> JSONValue {
    [
      "format": .string(Self.format),
      "answers": JSONValue(explanations.map(value)),
      "changes": JSONValue(remedies.found.map(value)),
      "shortage": JSONValue(gaps.found.map(value)),
      "stopped": .bool(!remedies.isComplete || !gaps.isComplete),
    ]
  }

  private func value(of explanation: PairExplanation) -> JSONValue {
    let match = explanation.match
    return [
      "answer": "paired",
      "form": .string(match.form.rawValue),
      "match": .string(match.id),
      "mentor": values.person(match.mentor),
      "mentees": values.people(match.mentees),
      "group": JSONValue(match.group),
      "pinned": .bool(match.isPinned),
      "fit": JSONValue(match.score.total),
      "parts": parts(match.score),
      "requests": JSONValue(explanation.requests.map(request)),
      "tie": .bool(explanation.isTie),
      "text": JSONValue(explanation.marginText),
      "without": explanation.margin.map(values.value) ?? .null,
      "alternates": JSONValue(
        explanation.alternates.map { alternate in
          [
            "mentor": values.person(alternate.mentor), "fit": JSONValue(alternate.score.total),
            "parts": parts(alternate.score),
            "difference": values.value(of: alternate.difference),
          ]
        }),
    ]
  }

  private func value(of answer: PairAnswer) -> JSONValue {
    var members: [JSONValue.Member] = [
      .init("answer", .string(code(of: answer.obstacle))),
      .init("form", .string(answer.form.rawValue)),
      .init("mentor", values.person(answer.mentor)),
      .init("mentees", values.people(answer.mentees)),
      .init("group", JSONValue(answer.group)),
      .init("fit", JSONValue(answer.score.total)),
      .init("parts", parts(answer.score)),
      .init("requests", JSONValue(answer.requests.map(request))),
      .init("text", JSONValue(answer.text)),
    ]
    switch answer.obstacle {
    case .none(let explanation): members.append(.init("pair", value(of: explanation)))
    case .rules(let objections):
      members.append(.init("rules", JSONValue(objections.map(objection))))
    case .noGroup(let reasons):
      members.append(.init("groups", JSONValue(reasons.map { JSONValue($0) })))
    case .noPlan: break
    case .cost(let difference): members.append(.init("with", values.value(of: difference)))
    }
    return .object(members)
  }

  private func code(of obstacle: PairAnswer.Obstacle) -> String {
    switch obstacle {
    case .none: "paired"
    case .rules: "forbidden"
    case .noGroup: "noGroup"
    case .noPlan: "noPlan"
    case .cost: "cost"
    }
  }

  private func objection(_ objection: RuleObjection) -> JSONValue {
    [
      "code": .string(objection.code), "person": JSONValue(objection.person?.rawValue),
      "reason": JSONValue(objection.reason), "advice": JSONValue(objection.advice),
    ]
  }

  private func parts(_ score: Score) -> JSONValue {
    JSONValue(score.parts.map(PlanDocument.part))
  }

  private func request(_ request: RequestAnswer) -> JSONValue {
    [
      "competency": .string(request.competency.rawValue),
      "priority": JSONValue(request.priority), "mustHave": .bool(request.isMustHave),
      "level": JSONValue(request.level),
    ]
  }
}

extension ExplanationDocument {
  private func value(of explanation: UnmatchedExplanation) -> JSONValue {
    let profile = explanation.profile
    return [
      "answer": "unmatched",
      "form": .string(profile.form.rawValue),
      "mentees": values.people(profile.mentees),
      "group": JSONValue(profile.group),
      "code": .string(profile.code),
      "reason": JSONValue(profile.reason),
      "advice": JSONValue(profile.advice),
      "blocking": explanation.blocking.map(value) ?? .null,
      "rules": explanation.rules.map(value) ?? .null,
    ]
  }

  private func value(of blocking: BlockingSet) -> JSONValue {
    [
      "places": JSONValue(blocking.places),
      "fixedPlaces": JSONValue(blocking.fixedPlaces),
      "owners": JSONValue(
        blocking.owners.prefix(Self.mostListed).map { owner in
          switch owner {
          case .mentor(let mentor), .mentorInForm(let mentor, _): ["mentor": values.person(mentor)]
          case .organization(let id):
            [
              "organization": [
                "id": .string(id.rawValue), "name": .string(names.name(of: id)),
              ]
            ]
          }
        }),
      "ownerCount": JSONValue(blocking.owners.count),
      "requests": JSONValue(
        blocking.requests.prefix(Self.mostListed).map { request in
          [
            "form": .string(request.form.rawValue), "mentees": values.people(request.mentees),
            "group": JSONValue(request.group),
          ]
        }),
      "requestCount": JSONValue(blocking.requests.count),
      "text": JSONValue(blocking.text(naming: names.name(of:))),
    ]
  }

  private func value(of tally: RuleTally) -> JSONValue {
    [
      "mentors": JSONValue(tally.mentors), "suitable": JSONValue(tally.suitable),
      "excluded": JSONValue(
        tally.rules.map { rule in
          [
            "code": .string(rule.code), "count": JSONValue(rule.count),
            "reason": JSONValue(rule.reason),
          ]
        }),
    ]
  }

  private func value(of remedy: Remedy) -> JSONValue {
    ["change": JSONValue(names.text(of: remedy.change)), "gain": values.gain(remedy.gain)]
  }

  private func value(of gap: CompetencyGap) -> JSONValue {
    [
      "form": .string(gap.form.rawValue), "competency": .string(gap.competency.rawValue),
      "title": JSONValue(names.programme.vocabulary.title(of: gap.competency)),
      "asked": JSONValue(gap.asked), "unmet": JSONValue(gap.unmet),
      "mentors": JSONValue(gap.mentors), "places": JSONValue(gap.places),
      "oneMore": values.gain(gap.gain),
    ]
  }
}
