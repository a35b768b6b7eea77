import ArgumentParser
import MentoringModel
import NastavnikKit
import Registry
import Wording

/// The pairs that a command means, by ids as in `decisions.csv`.
struct PairOptions: ParsableArguments {
  @Option(help: ArgumentHelp(ru: "Код наставника.", en: "The id of the mentor."))
  var mentor: String?

  @Option(
    name: .customLong("mentee"),
    help: ArgumentHelp(
      ru: "Код наставляемого; для группы достаточно одного (можно несколько раз).",
      en: "The id of the mentee; one of a group will do (may be repeated)."))
  var mentees: [String] = []

  @Option(help: ArgumentHelp(ru: "Форма.", en: "The form."))
  var form: String?

  /// Whether anything is stated.
  var isEmpty: Bool { mentor == nil && mentees.isEmpty && form == nil }

  /// What is meant, in the words of a registry.
  func selection(in registry: Registry) throws(RunFailure) -> PairSelection {
    var id: FormID?
    if let form { id = try registry.formID(named: form) }
    return PairSelection(
      form: id, mentor: mentor.map(PersonID.init(rawValue:)),
      mentees: mentees.map(PersonID.init(rawValue:)))
  }
}
