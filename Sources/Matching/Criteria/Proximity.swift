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
    let reasons = [placeReason(mentor, mentee), languageReason(mentor, mentee)].compactMap { $0 }
    return reasons.isEmpty ? .notStated : reasons.joined(separator: ", ")
  }

  private func placeReason(_ mentor: PreparedPerson, _ mentee: PreparedPerson) -> Text? {
    if let building = mentee.person.building, building == mentor.person.building {
      return Text(ru: "рядом: \(building)", en: "same building: \(building)")
    }
    switch place(mentor, mentee) {
    case unknown / 2: return nil
    case 0: return Text(ru: "в разных местах", en: "in different places")
    default: return Text(ru: "одна организация", en: "same organization")
    }
  }

  private func languageReason(_ mentor: PreparedPerson, _ mentee: PreparedPerson) -> Text? {
    guard !mentor.languages.isEmpty, !mentee.languages.isEmpty else { return nil }
    return mentor.languages.meets(mentee.languages)
      ? Text(ru: "общий язык", en: "a common language")
      : Text(ru: "нет общего языка", en: "no common language")
  }

  private func place(_ mentor: PreparedPerson, _ mentee: PreparedPerson) -> Int {
    placeValue(building: mentor.building, organization: mentor.organization, mentee)
  }

  /// The half that the places of a mentor and a mentee are worth.
  func placeValue(building: Int?, organization: Int?, _ mentee: PreparedPerson) -> Int {
    if let building, let other = mentee.building { return building == other ? 500 : 0 }
    guard let organization, let other = mentee.organization else { return unknown / 2 }
    return organization == other ? 500 : 0
  }
}
