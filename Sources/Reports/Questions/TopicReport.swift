public import Matching
import MentoringModel
import Wording

extension ExplanationReport {
  /// Which groups about a topic opened, and why no others, form by form.
  public func rendered(_ answers: [TopicExplanation]) -> String {
    answers.map { answer in
      line(names.title(of: answer.form) + Text(same: ": ") + answer.text)
        + opened(answer.opened) + closed(answer.closed) + opening(answer)
        + rules(answer.rules)
    }.joined(separator: "\n")
  }

  private func opened(_ groups: [ProposedMatch]) -> String {
    groups.map { group in
      line(
        Text(same: "+ \(names.name(of: group.mentor)), ") + .percent(group.score.total)
          + Text(same: ": \(names.names(of: group.mentees, group: nil))"))
    }.joined()
  }

  private func closed(_ groups: [ClosedGroup]) -> String {
    groups.map { group in
      line(
        Text(same: "– \(names.name(of: group.mentor)): ") + group.reason + Text(same: ". ")
          + group.advice)
    }.joined()
  }

  private func opening(_ answer: TopicExplanation) -> String {
    guard let text = answer.openingText, let opening = answer.opening else { return "" }
    return told(text, opening, other: .withGroup)
  }

  private func rules(_ costs: [CompositionCost]) -> String {
    costs.map { cost in
      cost.isFree ? "\n" + line(cost.text) : told(cost.text, cost.difference, other: .withoutRule)
    }.joined()
  }

  private func told(_ text: Text, _ difference: PlanDifference, other: Text) -> String {
    "\n" + line(text)
      + (difference.goals.isEmpty ? "" : "\n" + differences.rendered(difference, other: other))
  }
}

extension ExplanationDocument {
  /// Which groups about a topic opened, and why no others.
  public func value(of answers: [TopicExplanation]) -> JSONValue {
    ["format": .string(Self.format), "answers": JSONValue(answers.map(value))]
  }

  private func value(of answer: TopicExplanation) -> JSONValue {
    [
      "answer": "topic",
      "form": .string(answer.form.rawValue),
      "topic": .string(answer.topic.rawValue),
      "asked": JSONValue(answer.asked),
      "minimum": JSONValue(answer.size.lowerBound),
      "maximum": JSONValue(answer.size.upperBound),
      "text": JSONValue(answer.text),
      "opened": JSONValue(
        answer.opened.map { group in
          [
            "match": .string(group.id), "mentor": values.person(group.mentor),
            "mentees": values.people(group.mentees), "fit": JSONValue(group.score.total),
          ]
        }),
      "closed": JSONValue(
        answer.closed.map { group in
          [
            "mentor": values.person(group.mentor), "code": .string(group.code),
            "missing": JSONValue(group.missing), "reason": JSONValue(group.reason),
            "advice": JSONValue(group.advice),
          ]
        }),
      "withOneClosed": answer.opening.map(values.value) ?? .null,
      "rules": JSONValue(
        answer.rules.map { cost in
          [
            "rule": JSONValue(cost.rule), "requirement": JSONValue(cost.requirement.text),
            "text": JSONValue(cost.text), "without": values.value(of: cost.difference),
          ]
        }),
    ]
  }
}

extension Text {
  fileprivate static let withGroup = Text(ru: "С группой", en: "With the group")
  fileprivate static let withoutRule = Text(ru: "Без правила", en: "Without the rule")
}
