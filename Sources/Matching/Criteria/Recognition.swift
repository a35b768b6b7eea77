import MentoringModel
import Wording

/// Awards and category of the mentor: half for an award, half for the highest category.
struct Recognition: Criterion {
  let id = CriterionID.recognition

  func value(_ encounter: Encounter) -> Int {
    encounter.mentor.mentor.recognition
  }

  func reason(_ encounter: Encounter) -> Text {
    let mentor = encounter.mentor.mentor
    let category: [Text] =
      switch mentor.category {
      case .none: []
      case .first: [Text(ru: "первая категория", en: "first category")]
      case .highest: [Text(ru: "высшая категория", en: "highest category")]
      }
    let all = mentor.awards.map { Text(same: $0) } + category
    return all.isEmpty
      ? Text(ru: "без наград и категории", en: "no award or category")
      : all.joined(separator: ", ")
  }
}

extension Mentor {
  /// Half for an award, half for the highest category.
  var recognition: Int { (awards.isEmpty ? 0 : 500) + category.rawValue * 250 }
}
