import ArgumentParser
import BankIO
import MentoringModel
import NastavnikKit
import Reports
import Wording

/// `nastavnik merge`: the bases of organizations as one municipal base.
struct MergeCommand: NastavnikCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "merge",
      abstract: Text(
        ru: "Объединить базы организаций в единую муниципальную базу.",
        en: "Merge the bases of organizations into one municipal base."
      ).help)
  }

  @Argument(help: ArgumentHelp(ru: "Папка программы.", en: "The programme folder."))
  var folder: String

  @Option(
    help: ArgumentHelp(
      ru: "Новая папка программы с единой базой.", en: "The new programme folder with one base."))
  var out: String

  @Option(
    help: ArgumentHelp(
      ru: "Таблицы: xlsx — книги Excel, csv — текст.",
      en: "The tables: xlsx, Excel workbooks, or csv, text."))
  var tables = TableFiles.xlsx

  @OptionGroup var overwriting: OverwriteOption

  @OptionGroup var common: CommonOptions

  var json: Bool { common.json }

  func run(in session: Session) throws -> ExitStatus {
    let merge = try FolderMerge(of: folder, into: out)
    let files = try merge.files(asWorkbooks: tables == .xlsx)
    try overwriting.write(files, into: out)
    let report = MergeReport(merge.base, findings: merge.findings)
    if json {
      session.print(report.value(written: files.map(\.name)).document)
    } else {
      session.print(report.rendered(in: session.languages.messages, width: session.width))
      if merge.base.openQuestions > 0 {
        session.note(.questions(merge.base.openQuestions, out: out, folder: folder))
      }
    }
    return merge.findings.contains { $0.severity >= .error } ? .doneWithErrors : .done
  }
}

/// What `nastavnik merge` says.
private struct MergeReport {
  private let base: MunicipalBase
  private let findings: [Finding]

  init(_ base: MunicipalBase, findings: [Finding]) {
    self.base = base
    self.findings = findings
  }

  func rendered(in language: Language, width: Int) -> String {
    var table = TextTable(
      [.init(Text(ru: "База", en: "Base")[language], .elastic)]
        + Self.numbers.map { .init($0.title[language], .right) })
    for count in base.counts { table.add([count.base] + Self.cells(count)) }
    table.add([Text(ru: "Всего", en: "All")[language]] + Self.cells(base.total))
    return table.rendered(width: width) + "\n" + summary[language] + "\n"
  }

  private var summary: Text {
    let people = Noun.mentor.counted(base.bank.mentors.count)
    let laureates = Noun.laureate.counted(base.laureateCount)
    return Text(
      ru: "В единой базе \(people.ru), из них \(laureates.ru); "
        + "отмечено муниципальными: \(base.newlyMunicipal.count).",
      en: "The one base has \(people.en), \(laureates.en) of them; "
        + "marked as municipal: \(base.newlyMunicipal.count).")
  }

  func value(written: [String]) -> JSONValue {
    func value(of count: BaseCount) -> [JSONValue.Member] {
      Self.numbers.map { .init($0.key, JSONValue($0.field(count))) }
    }
    let bases = base.counts.map { count in
      JSONValue.object(
        [
          .init("base", .string(count.base)),
          .init("organization", JSONValue(count.organization?.rawValue)),
        ] + value(of: count))
    }
    return .object([
      .init("bases", JSONValue(bases)), .init("total", .object(value(of: base.total))),
      .init("mentors", JSONValue(base.bank.mentors.count)),
      .init("laureates", JSONValue(base.laureateCount)),
      .init("newlyMunicipal", JSONValue(base.newlyMunicipal.map { .string($0.rawValue) })),
      .init("questions", JSONValue(base.openQuestions)),
      .init("written", JSONValue(written.map { .string($0) })),
    ])
  }

  private static func cells(_ count: BaseCount) -> [String] {
    numbers.map { String($0.field(count)) }
  }

  private struct Number: Sendable {
    var key: String
    var title: Text
    var field: @Sendable (BaseCount) -> Int
  }

  private static let numbers = [
    Number(key: "rows", title: Text(ru: "Строк", en: "Rows"), field: { $0.rows }),
    Number(key: "kept", title: Text(ru: "В базе", en: "Kept"), field: { $0.kept }),
    Number(key: "merged", title: Text(ru: "Объединено", en: "Merged"), field: { $0.merged }),
    Number(key: "leftOut", title: Text(ru: "Не учтено", en: "Left out"), field: { $0.leftOut }),
    Number(
      key: "laureates", title: Text(ru: "Лауреатов", en: "Laureates"), field: { $0.laureates }),
    Number(
      key: "laureatesKept", title: Text(ru: "из них в базе", en: "kept"),
      field: { $0.laureatesKept }),
    Number(
      key: "laureatesMerged", title: Text(ru: "объединено", en: "merged"),
      field: { $0.laureatesMerged }),
    Number(
      key: "laureatesLeftOut", title: Text(ru: "не учтено", en: "left out"),
      field: { $0.laureatesLeftOut }),
  ]
}

extension Text {
  fileprivate static func questions(_ count: Int, out: String, folder: String) -> Text {
    let questions = Noun.question.counted(count)
    return Text(
      ru: "\(questions.ru) о том, кто есть кто: ответьте в \(out)/duplicates.csv, "
        + "положите файл в \(folder) и повторите.",
      en: "\(questions.en) about who is who: answer in \(out)/duplicates.csv, "
        + "put the file into \(folder) and run again.")
  }
}

extension Noun {
  fileprivate static let question = Noun(
    one: "вопрос", few: "вопроса", many: "вопросов", singular: "question", plural: "questions")
  fileprivate static let laureate = Noun(
    one: "лауреат", few: "лауреата", many: "лауреатов", singular: "laureate", plural: "laureates")
}
