import MentoringModel
import Wording

/// Words for the group that a mentor does not lead about a topic.
struct MentorGroups {
  private let roster: FormRoster
  private let groups: FormGroups
  private let words: BarWords

  init(_ roster: FormRoster, _ groups: FormGroups) {
    self.roster = roster
    self.groups = groups
    words = BarWords(groups, minimum: groups.formation.size.lowerBound)
  }

  private var minimum: Int { groups.formation.size.lowerBound }

  private func title(_ topic: Int) -> Text {
    roster.setting.vocabulary.title(of: groups.topics[topic].competency)
  }

  /// Why the group is closed; nil where the mentor does not offer the topic.
  ///
  /// - Parameters:
  ///   - mentor: The mentor's place in the roster.
  ///   - topic: The topic's place.
  ///   - standing: Where the profiles of the form stand in the plan.
  /// - Returns: The closed group with its reason.
  func closed(_ mentor: Int, _ topic: Int, in standing: FormStanding) -> ClosedGroup? {
    let id = roster.mentors[mentor].mentor.id
    if let bar = groups.bars[FormGroups.Offer(mentor: mentor, topic: topic)] {
      return ClosedGroup(
        mentor: id, code: words.code(bar),
        reason: words.reason(bar, title(topic), groups.topics[topic]),
        advice: words.advice(bar, groups.topics[topic]), missing: max(0, bar.missing(minimum)))
    }
    let column = groups.columns.first { $0.mentor == mentor && $0.topic == topic }
    guard let askers = column?.askers else { return nil }
    let free = askers.count { standing.column[$0] == nil }
    guard free < minimum else { return occupied(mentor, free: free, in: standing) }
    let people = Noun.person.counted(askers.count)
    return ClosedGroup(
      mentor: id, code: "notChosen",
      reason: Text(
        ru: "к этому наставнику \(Noun.can.russianForm(after: askers.count)) \(people.ru), без "
          + "наставника из них \(free); группе нужно \(minimum), а остальные в плане у других",
        en: "\(people.en) can go to this mentor, \(free) of them with no mentor; a group needs "
          + "\(minimum), and the plan has the others elsewhere"),
      advice: .oneMore(minimum - free, orMinimum: free), missing: 0)
  }

  /// A group for which enough people have no mentor: the mentor has no room for it.
  private func occupied(_ mentor: Int, free: Int, in standing: FormStanding) -> ClosedGroup {
    let prepared = roster.mentors[mentor].mentor
    let places = roster.setting.form.capacity(of: prepared)
    let left = max(0, places - standing.load[mentor])
    let led = standing.members.keys.count { groups.columns[$0].mentor == mentor }
    let enough = Text(
      ru: "людей без наставника на группу хватает: их \(free), а нужно \(minimum)",
      en: "there are enough people with no mentor for a group: \(free), and it needs \(minimum)")
    let (reason, advice): (Text, Text) =
      if led >= groups.formation.perMentor {
        (
          Text(
            ru: "; но наставник уже ведёт столько групп, сколько может: \(led)",
            en: "; but the mentor leads as many groups as allowed: \(led)"),
          Text(
            ru: "Увеличьте perMentor до \(led + 1) и проверьте места наставника.",
            en: "Raise perMentor to \(led + 1), and see to the mentor's places.")
        )
      } else if left < minimum {
        (
          Text(
            ru: "; но у наставника свободно мест: \(left) из \(places)",
            en: "; but the mentor has \(left) of \(Noun.place.counted(places).en) free"),
          Text(
            ru: "Увеличьте число мест наставника до \(places - left + minimum).",
            en: "Raise the mentor's places to \(places - left + minimum).")
        )
      } else {
        (
          Text(
            ru: "; но её не допускают правила состава, списки или пределы по всем формам",
            en: "; but rules of composition, lists or limits over all forms forbid it"),
          Text(
            ru: "Проверьте правила состава, списки «вместе» и «врозь» и пределы.",
            en: "Look at the rules of composition, the lists and the limits.")
        )
      }
    return ClosedGroup(
      mentor: prepared.id, code: "notChosen", reason: enough + reason, advice: advice, missing: 0)
  }

  /// Why the mentor's group about a topic has no place for somebody who asks for it.
  func reason(_ mentor: Int, _ topic: Int) -> Text {
    let level = roster.setting.form.mustHaveLevel
    guard roster.mentors[mentor].level(of: groups.topics[topic].number) >= level else {
      return Text(
        ru: "тему «\(title(topic).ru)» он не ведёт на уровне от \(level)",
        en: "the mentor does not offer “\(title(topic).en)” at level \(level) or above")
    }
    if let bar = groups.bars[FormGroups.Offer(mentor: mentor, topic: topic)] {
      return words.reason(bar, title(topic), groups.topics[topic])
    }
    return Text(
      ru: "в группу «\(title(topic).ru)» не могут войти те, с кем его держат вместе",
      en: "those who keep together with the mentee can't join the group “\(title(topic).en)”")
  }
}

extension Noun {
  /// может, before a number of people.
  fileprivate static let can = Noun(
    one: "может", few: "могут", many: "могут", singular: "can", plural: "can")
}
