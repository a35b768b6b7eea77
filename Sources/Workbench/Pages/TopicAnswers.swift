import Matching
import MentoringModel
import Reports
import Wording

/// Which groups about a topic opened, why no others, and what the rules of composition cost.
struct TopicAnswers {
  let names: ReportNames
  let words: Words

  private var tables: AnswerTables { AnswerTables(names: names, words: words) }

  /// The field in which a topic is chosen; nil where no form makes groups.
  static func field(
    _ topics: [CompetencyID], chosen: String?, _ names: ReportNames, _ words: Words
  ) -> Fields? {
    guard !topics.isEmpty else { return nil }
    let titled = Set(topics).map {
      (id: $0, title: words(names.programme.vocabulary.title(of: $0)))
    }
    return [
      "label": words("Группы по теме", "Groups about a topic"),
      "topics": titled.sorted { ($0.title, $0.id) < ($1.title, $1.id) }.map { topic -> Fields in
        [
          "id": topic.id.rawValue, "title": topic.title,
          "isCurrent": topic.id.rawValue == chosen,
        ]
      },
    ]
  }

  /// The answer for one form.
  func fields(_ answer: TopicExplanation) -> Fields {
    [
      "form": words(names.title(of: answer.form)), "heading": words(answer.title),
      "verdict": words(answer.text), "kind": answer.opened.isEmpty ? "bad" : "good",
      "opened": list("Открытые группы", "Open groups", answer.opened.map(opened)),
      "closed": list(
        "Наставники без группы по этой теме", "Mentors with no group about the topic",
        answer.closed.map(closed)),
      "opening": answer.openingText.map { text -> Fields in
        [
          "openingTitle": words("Если открыть ещё одну", "With one more open"),
          "text": words(text),
          "difference": answer.opening.map { difference($0, "С группой", "With the group") } as Any,
        ]
      } as Any? ?? false,
      "rules": list(
        "Чего стоят правила состава", "What the rules of composition cost",
        answer.rules.map { rule in
          [
            "text": words(rule.text),
            "difference": rule.isFree
              ? false : difference(rule.difference, "Без правила", "Without the rule"),
          ]
        }),
    ]
  }

  private func list(_ ru: String, _ en: String, _ rows: [Fields]) -> Any {
    rows.isEmpty ? false : ["title": words(ru, en), "list": rows] as Fields
  }

  private func difference(_ difference: PlanDifference, _ ru: String, _ en: String) -> Any {
    difference.goals.isEmpty ? false : tables.difference(difference, other: words(ru, en))
  }

  private func opened(_ group: ProposedMatch) -> Fields {
    [
      "mentor": names.name(of: group.mentor), "fit": words(.percent(group.score.total)),
      "mentees": names.names(of: group.mentees, group: nil),
      "href": SitePath.address(SitePath.why, [("mentee", group.mentees.first?.rawValue)]),
    ]
  }

  private func closed(_ group: ClosedGroup) -> Fields {
    [
      "mentor": names.name(of: group.mentor), "reason": words(group.reason),
      "advice": words(group.advice),
    ]
  }
}
