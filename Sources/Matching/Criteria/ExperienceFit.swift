import MentoringModel
import Wording

/// How far the mentor is ahead in experience: nothing at 0, all at ten years.
struct ExperienceFit: Criterion {
  let id = CriterionID.experience

  private static let enoughMonths = 120

  func value(_ encounter: Encounter) -> Int {
    value(
      mentor: encounter.mentor.common.experienceMonths,
      mentee: encounter.mentee.common.experienceMonths)
  }

  /// The value of two lengths of service in months.
  func value(mentor: Int?, mentee: Int?) -> Int {
    guard let mentor, let mentee else { return unknown }
    return max(0, min(mentor - mentee, Self.enoughMonths)) * 1000 / Self.enoughMonths
  }

  func reason(_ encounter: Encounter) -> Text {
    guard let lead = lead(encounter) else { return .notStated }
    guard lead >= 12 else {
      return Text(ru: "стаж почти равен или меньше", en: "hardly more experience")
    }
    let years = Noun.year.counted(lead / 12)
    return Text(ru: "стаж больше на \(years.ru)", en: "\(years.en) more experience")
  }

  private func lead(_ encounter: Encounter) -> Int? {
    guard let mentor = encounter.mentor.common.experienceMonths,
      let mentee = encounter.mentee.common.experienceMonths
    else { return nil }
    return mentor - mentee
  }
}

extension Noun {
  static let year = Noun(one: "год", few: "года", many: "лет", singular: "year", plural: "years")
}
