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

  @Option(
    help: ArgumentHelp(
      ru: "Куда записать копии таблиц с замечаниями в ячейках.",
      en: "Where to write copies of the tables with the findings on their cells."))
  var annotate: String?

  @OptionGroup var overwriting: OverwriteOption

  @OptionGroup var common: CommonOptions

  var json: Bool { common.json }

  func run(in session: Session) throws -> ExitStatus {
    let check = try FolderCheck(of: folder)
    let findings = check.findings
    try writeCopies(of: check, session)
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

  private func writeCopies(of check: FolderCheck, _ session: Session) throws(RunFailure) {
    guard let annotate else { return }
    let copies = try check.annotatedCopies(for: annotate, in: session.languages.tables)
    try overwriting.folder(annotate).write(copies)
    for copy in copies { session.note(Text.copied("\(annotate)/\(copy.name)")) }
  }
}

extension Text {
  fileprivate static func copied(_ path: String) -> Text {
    Text(ru: "Копия с замечаниями: \(path)", en: "A copy with the findings: \(path)")
  }
}
