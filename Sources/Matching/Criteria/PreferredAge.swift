import MentoringModel
import Wording

/// The ages of mentees the mentor prefers; a year beside them counts half.
struct PreferredAge: Criterion {
  let id = CriterionID.age

  func value(_ encounter: Encounter) -> Int {
    value(age: encounter.mentee.common.age, among: encounter.mentor.mentor.preferredAges)
  }

  /// The value of an age beside the ages wished for.
  func value(age: Int?, among ages: ClosedRange<Int>?) -> Int {
    guard let age, let ages else { return unknown }
    if ages.contains(age) { return 1000 }
    return ages.contains(age + 1) || ages.contains(age - 1) ? 500 : 0
  }

  func reason(_ encounter: Encounter) -> Text {
    guard encounter.mentor.mentor.preferredAges != nil, let age = encounter.mentee.common.age
    else { return .notStated }
    let years = Noun.year.counted(age)
    return switch value(encounter) {
    case 1000: Text(ru: "желаемый возраст (\(years.ru))", en: "of the age wished for (\(years.en))")
    case 0: Text(ru: "не тот возраст (\(years.ru))", en: "not of the age wished for (\(years.en))")
    default:
      Text(ru: "почти желаемый возраст (\(years.ru))", en: "nearly of that age (\(years.en))")
    }
  }
}
