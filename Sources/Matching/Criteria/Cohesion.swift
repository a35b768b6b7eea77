import MentoringModel
import Wording

/// How near a member of a group stands to all who ask for its topic, in level and interests.
///
/// It depends on the mentee and the topic alone, so that the fit of a group is a sum over members.
struct Cohesion: Criterion {
  let id = CriterionID.cohesion

  func value(_ encounter: Encounter) -> Int { encounter.membership?.cohesion ?? unknown }

  func reason(_ encounter: Encounter) -> Text {
    guard let cohesion = encounter.membership?.cohesion, cohesion != unknown else {
      return .notStated
    }
    return cohesion > unknown
      ? Text(ru: "близко к остальным в группе", en: "near to the others who ask for the topic")
      : Text(ru: "далеко от остальных в группе", en: "far from the others who ask for the topic")
  }
}
