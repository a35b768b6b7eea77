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
    let errors = done.findings.filter { $0.severity >= .error }
    session.note(
      FindingsTable.rendered(errors, in: session.languages.messages, width: session.width))
    if json {
      session.print(RegistryDocuments.value(of: done.report).document)
    } else {
      session.print(RegistryTables.text(of: done.report, in: session))
    }
    if !done.report.returned.isEmpty { session.note(.returned(done.report.returned)) }
    return errors.isEmpty ? .done : .doneWithErrors
  }
}

extension Text {
  fileprivate static func returned(_ people: [PersonID]) -> Text {
    let ids = people.map(\.rawValue).joined(separator: ", ")
    return Text(
      ru: "Стёртые раньше снова в таблицах: \(ids). Если это не новое согласие, уберите эти строки "
        + "и сотрите ещё раз командой registry purge.",
      en: "Erased before and in the tables again: \(ids). Unless they consented anew, remove these "
        + "rows and erase once more with registry purge.")
  }
}
