import MentoringModel
import Wording

/// A language in common, and the same building or else the same organization, half each.
struct Proximity: Criterion {
  let id = CriterionID.proximity

  func value(_ encounter: Encounter) -> Int {
    let (mentor, mentee) = (encounter.mentor.common, encounter.mentee.common)
    let language =
      mentor.languages.isEmpty || mentee.languages.isEmpty
      ? unknown / 2 : mentor.languages.meets(mentee.languages) ? 500 : 0
    return language + place(mentor, mentee)
  }

  func reason(_ encounter: Encounter) -> Text {
    let (mentor, mentee) = (encounter.mentor.common, encounter.mentee.common)
    if let building = mentee.person.building, building == mentor.person.building {
      return Text(ru: "рядом: \(building)", en: "same building: \(building)")
    }
    if mentor.organization != nil, mentor.organization == mentee.organization {
      return Text(ru: "одна организация", en: "same organization")
    }
    return place(mentor, mentee) == unknown / 2
      ? .notStated : Text(ru: "в разных местах", en: "in different places")
  }

  private func place(_ mentor: PreparedPerson, _ mentee: PreparedPerson) -> Int {
    if let mentors = mentor.building, let mentees = mentee.building {
      return mentors == mentees ? 500 : 0
    }
    guard let mentors = mentor.organization, let mentees = mentee.organization else {
      return unknown / 2
    }
    return mentors == mentees ? 500 : 0
  }
}
