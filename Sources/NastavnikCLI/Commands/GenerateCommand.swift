import ArgumentParser
import NastavnikKit
import SyntheticBanks
import Wording

/// `nastavnik generate`: invents the banks of a programme.
struct GenerateCommand: NastavnikCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "generate",
      abstract: Text(
        ru: "Придумать базы любого размера: то же зерно — те же базы.",
        en: "Invent banks of any size: the same seed gives the same banks."
      ).help)
  }

  @Option(help: ArgumentHelp(ru: "Сколько наставляемых.", en: "How many mentees."))
  var mentees: Int?

  @Option(help: ArgumentHelp(ru: "Сколько наставников.", en: "How many mentors."))
  var mentors: Int?

  @Option(help: ArgumentHelp(ru: "Зерно.", en: "The seed."))
  var seed: UInt64

  @Option(help: ArgumentHelp(ru: "Папка программы.", en: "The programme folder."))
  var out: String

  @OptionGroup var template: TemplateOptions

  @Option(
    help: ArgumentHelp(
      ru: "Таблицы: csv — текст, xlsx — книги Excel.",
      en: "The tables: csv, text, or xlsx, Excel workbooks."))
  var tables = TableFiles.csv

  @OptionGroup var overwriting: OverwriteOption

  @OptionGroup var common: CommonOptions

  var json: Bool { common.json }

  private static let mostPeople = 10_000_000

  func validate() throws {
    for (name, count) in [("--mentees", mentees), ("--mentors", mentors)] {
      guard let count, !(0...Self.mostPeople).contains(count) else { continue }
      throw ValidationError(
        Text(
          ru: "\(name): нужно число от 0 до \(Self.mostPeople).",
          en: "\(name) takes a number from 0 to \(Self.mostPeople)."
        ).help)
    }
  }

  func run(in session: Session) throws -> ExitStatus {
    let dataset = try DatasetWriter(
      template: template.template, mentees: mentees, mentors: mentors, seed: seed)
    let files =
      switch tables {
      case .csv: Artefact.files(dataset.files())
      case .xlsx: try Artefact.files(dataset.workbooks())
      }
    try overwriting.write(files, into: out)
    session.tellWritten(files.map(\.name), into: out, json: json)
    return .done
  }
}
