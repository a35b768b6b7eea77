import ArgumentParser
import MentoringModel
import NastavnikKit
import Registry
import Reports
import Wording

/// `nastavnik import`: takes a programme folder into a registry.
struct ImportCommand: NastavnikCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "import",
      abstract: Text(
        ru: "Внести папку программы в реестр, сохраняя прежнее.",
        en: "Take a programme folder into a registry that keeps what was."
      ).help)
  }

  @Argument(help: ArgumentHelp(ru: "Папка программы.", en: "The programme folder."))
  var folder: String

  @OptionGroup var file: RegistryOptions

  @OptionGroup var common: CommonOptions

  var json: Bool { common.json }

  func run(in session: Session) throws -> ExitStatus {
    let done = try FolderImport(
      of: folder, into: file.registry, by: file.signing.user("import", in: session))
    let errors = done.findings.filter { $0.severity >= .error } + done.findingsAboutErased
    session.note(
      FindingsTable.rendered(errors, in: session.languages.messages, width: session.width))
    if json {
      session.print(RegistryDocuments.value(of: done.report).document)
    } else {
      session.print(RegistryTables.text(of: done.report, in: session))
    }
    return errors.isEmpty ? .done : .doneWithErrors
  }
}
