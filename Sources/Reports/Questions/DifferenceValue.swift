import Matching
import MentoringModel
import Wording

/// Differences of plans as JSON; the formats that hold them have the version.
struct DifferenceValue {
  let names: ReportNames

  func value(of difference: PlanDifference) -> JSONValue {
    [
      "tie": .bool(difference.isTie),
      "proved": .bool(difference.isProved),
      "text": JSONValue(difference.text),
      "goals": JSONValue(difference.goals.map(goal)),
      "moves": JSONValue(difference.moves.map(move)),
    ]
  }

  func goal(_ goal: GoalChange) -> JSONValue {
    [
      "tier": .string(goal.goal.rawValue), "before": JSONValue(goal.before),
      "after": JSONValue(goal.after), "change": JSONValue(goal.change),
    ]
  }

  func move(_ move: PlanMove) -> JSONValue {
    [
      "form": .string(move.form.rawValue),
      "mentees": people(move.mentees),
      "group": JSONValue(move.group),
      "before": move.before.map(partner) ?? .null,
      "after": move.after.map(partner) ?? .null,
    ]
  }

  func gain(_ gain: Gain) -> JSONValue {
    [
      "mentees": JSONValue(gain.mentees),
      "found": JSONValue(gain.found.map(formMentee)),
      "lost": JSONValue(gain.lost.map(formMentee)),
      "goals": JSONValue(gain.goals.map(goal)),
    ]
  }

  func people(_ people: [PersonID]) -> JSONValue { JSONValue(people.map(person)) }

  func person(_ person: PersonID) -> JSONValue {
    ["id": .string(person.rawValue), "name": .string(names.name(of: person))]
  }

  private func partner(_ partner: PlanMove.Partner) -> JSONValue {
    [
      "mentor": person(partner.mentor), "fit": JSONValue(partner.fit),
      "pinned": .bool(partner.isPinned), "topic": JSONValue(partner.topic?.rawValue),
    ]
  }

  private func formMentee(_ mentee: FormMentee) -> JSONValue {
    ["form": .string(mentee.form.rawValue), "mentee": person(mentee.mentee)]
  }
}
