import ArgumentParser
import SyntheticBanks
import Wording

/// The template that a command starts from.
struct TemplateOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      ru: "Образец программы: \(Self.names).", en: "The template of the programme: \(Self.names)."))
  var template = ProgrammeTemplate.school

  private static var names: String {
    ProgrammeTemplate.allCases.map(\.rawValue).joined(separator: ", ")
  }
}
