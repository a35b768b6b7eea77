import ArgumentParser
import MentoringModel
import NastavnikKit
import Registry
import Wording

/// The banks that a command matches: of a programme folder, or of a registry that records the run.
struct BankOptions: ParsableArguments {
  @Argument(help: ArgumentHelp(ru: "Папка программы.", en: "The programme folder."))
  var folder: String?

  @Option(
    help: ArgumentHelp(
      ru: "Взять базы, решения и утверждения из реестра и записать в него подбор.",
      en: "Take banks, decisions and approvals from a registry, and record the run in it."))
  var registry: String?

  @OptionGroup var pseudonyms: PseudonymOption

  @OptionGroup var signing: SigningOptions

  @Option(
    name: .customLong("form"),
    help: ArgumentHelp(
      ru: "Только эта форма (можно несколько раз).", en: "Only this form (may be repeated)."))
  var forms: [String] = []

  func validate() throws {
    guard (folder == nil) != (registry == nil) else {
      throw ValidationError(
        Text(
          ru: "Укажите папку программы или --registry: одно из двух.",
          en: "Name a programme folder or --registry: one of the two."
        ).help)
    }
    guard !pseudonyms.pseudonymise || registry != nil else {
      throw ValidationError(
        Text(
          ru: "Псевдонимы хранит реестр: --pseudonymise нужен --registry.",
          en: "Pseudonyms are kept in a registry: --pseudonymise needs --registry."
        ).help)
    }
  }

  /// The result, with the number of the run where a registry keeps it.
  func match(
    _ solving: SolvingOptions, for command: String, in session: Session
  ) throws -> (MatchResult, run: Int?) {
    let request = MatchRequest(
      folder: folder ?? "", forms: forms.isEmpty ? nil : forms, solver: solving.solver,
      timeLimit: solving.timeLimit)
    guard let registry else { return (try MatchRun.run(request), nil) }
    let opened = try Registry.open(registry, by: signing.user(command, in: session))
    let match = try RegistryMatch(request, of: opened)
    guard pseudonyms.pseudonymise else { return (match.result, match.run) }
    return (match.result.pseudonymised(by: try opened.pseudonyms()), match.run)
  }
}
