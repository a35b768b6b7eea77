import ArgumentParser
import MentoringModel
import NastavnikKit
import Reports
import Wording

/// `nastavnik check`: all findings of a programme folder.
struct CheckCommand: NastavnikCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "check",
      abstract: Text(
        ru: "Показать всё, что стоит исправить в файлах программы.",
        en: "Show all that is to be mended in the files of a programme."
      ).help)
  }

  @Argument(help: ArgumentHelp(ru: "Папка программы.", en: "The programme folder."))
  var folder: String

  @OptionGroup var common: CommonOptions

  var json: Bool { common.json }

  func run(in session: Session) throws -> ExitStatus {
    let findings = try FolderCheck.findings(at: folder)
    if json {
      session.print(FindingsDocument.value(of: findings).document)
    } else if findings.isEmpty {
      session.print(FindingsTable.summary(of: findings))
    } else {
      session.print(
        FindingsTable.rendered(findings, in: session.languages.messages, width: session.width))
    }
    switch findings.map(\.severity).max() {
    case .fatal: return .unusableData
    case .error: return .doneWithErrors
    case .warning, .note, nil: return .done
    }
  }
}
