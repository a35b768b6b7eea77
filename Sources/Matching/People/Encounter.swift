import MentoringModel

/// One mentor and one mentee of a request profile, in a form: what vetoes and criteria judge.
struct Encounter: Sendable {
  let mentor: PreparedMentor
  let mentee: PreparedMentee
  let profile: PreparedProfile
  let setting: FormSetting
}

/// A form within its programme.
struct FormSetting: Sendable {
  let form: MentoringForm
  let asOf: CalendarDate
  let vocabulary: Vocabulary
  let weights: CriterionWeights
  let forbidden: Set<ForbiddenPair>
}

/// A pair that a curator has ruled out.
struct ForbiddenPair: Sendable, Hashable {
  let mentor: PersonID
  let mentee: PersonID
}
