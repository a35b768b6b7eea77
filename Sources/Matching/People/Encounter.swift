import MentoringModel

/// One mentor and one mentee of a request profile, in a form: what vetoes and criteria judge.
struct Encounter: Sendable {
  let mentor: PreparedMentor
  let mentee: PreparedMentee
  let profile: PreparedProfile
  let setting: FormSetting
  /// The mentee's part in the group that is judged, or nil where it is a pair.
  var membership: TopicMember?
}

/// A form within its programme.
final class FormSetting: Sendable {
  let form: MentoringForm
  let vocabulary: Vocabulary
  let weights: CriterionWeights
  let forbidden: Set<ForbiddenPair>
  /// Whether the curator has turned down whatever the form proposes.
  let isRejected: Bool
  let scoring: Scoring

  init(
    _ form: MentoringForm, vocabulary: Vocabulary, weights: CriterionWeights,
    forbidden: Set<ForbiddenPair>, isRejected: Bool = false
  ) {
    self.form = form
    self.vocabulary = vocabulary
    self.weights = weights
    self.forbidden = forbidden
    self.isRejected = isRejected
    scoring = Scoring(weights)
  }
}

/// A pair that a curator has ruled out.
struct ForbiddenPair: Sendable, Hashable {
  let mentor: PersonID
  let mentee: PersonID
}
