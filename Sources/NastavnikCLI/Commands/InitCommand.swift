import ArgumentParser
import BankIO
import MentoringModel
import NastavnikKit
import Reports
import SyntheticBanks
import Wording

/// `nastavnik init`: starts a programme folder.
struct InitCommand: NastavnikCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "init",
      abstract: Text(
        ru: "Создать папку программы с образцами таблиц.",
        en: "Make a programme folder with templates of the tables."
      ).help)
  }

  @Argument(help: ArgumentHelp(ru: "Папка программы.", en: "The programme folder."))
  var folder: String

  @OptionGroup var template: TemplateOptions

  @Option(
    help: ArgumentHelp(
      ru: "Таблицы: xlsx — книги Excel со списками и пояснениями, csv — текст.",
      en: "The tables: xlsx, Excel workbooks with lists and notes, or csv, text."))
  var tables = TableFiles.xlsx

  @OptionGroup var overwriting: OverwriteOption

  @OptionGroup var common: CommonOptions

  var json: Bool { common.json }

  func run(in session: Session) throws -> ExitStatus {
    let programme = Artefact("programme.yaml", bytes: template.template.programmeFile)
    let files = [programme] + (try templates(for: template.template.programme()))
    try overwriting.write(files, into: folder)
    session.tellWritten(files.map(\.name), into: folder, json: json)
    session.note(.nextSteps(in: folder))
    return .done
  }

  private func templates(for programme: Programme) throws -> [Artefact] {
    switch tables {
    case .csv: Artefact.files(BankTemplates.files(for: programme))
    case .xlsx: try Artefact.files(BankTemplates.workbooks(for: programme))
    }
  }
}

extension Session {
  /// The files that were written.
  func tellWritten(_ names: [String], into folder: String? = nil, json: Bool) {
    if json {
      print(JSONValue.object([.init("written", JSONValue(names.map { .string($0) }))]).document)
    } else {
      for name in names { print((folder.map { "\($0)/" } ?? "") + name + "\n") }
    }
  }
}

extension Text {
  fileprivate static func nextSteps(in folder: String) -> Text {
    Text(
      ru: "Заполните таблицы, затем: nastavnik check \(folder), nastavnik match \(folder)",
      en: "Fill in the tables, then: nastavnik check \(folder), nastavnik match \(folder)")
  }
}
