import Foundation
import MentoringModel
import Wording

/// A table file of the folder, read row by row.
struct TableReader {
  /// The file's name within the folder.
  let file: String
  /// Which table it is.
  let kind: TableKind
  /// The headings it may have.
  let catalogue: HeadingCatalogue

  /// Reads the rows below the headings and returns what was found.
  func read(_ data: Data, row take: (inout RowReader) -> Void) -> [Finding] {
    let whole = SourceLocation(file: file)
    guard !data.starts(with: [0x50, 0x4B, 0x03, 0x04]),
      !data.starts(with: [0xD0, 0xCF, 0x11, 0xE0])
    else { return [Flaw.workbook(kind).finding(at: whole)] }
    let text = DecodedText(data)
    var findings = text.flaws.map { $0.finding(at: whole) }
    guard text.bytes.contains(where: { $0 > 0x20 && $0 != 0x3B && $0 != 0x2C }) else {
      return findings + [Flaw.emptyTable.finding(at: whole)]
    }
    guard let headings = HeadingRow(in: text.bytes, of: kind, catalogue: catalogue) else {
      return findings + [Flaw.noHeadings(kind).finding(at: whole)]
    }
    findings += headings.flaws.map {
      $0.finding(at: SourceLocation(file: file, row: headings.number))
    }
    guard !headings.flaws.contains(where: { $0.code == "missingColumn" }) else { return findings }
    if headings.cells[.id] == nil, kind.columns.contains(.id) {
      findings.append(Flaw.noIDColumn.finding(at: whole))
    }

    var count = 0
    for row in CSVRows(text.bytes, delimiter: headings.delimiter)
    where row.number > headings.number && !(row.isBlank && row.remarks.isEmpty) {
      var reader = RowReader(row, of: file, under: headings)
      if !row.isBlank {
        count += 1
        take(&reader)
      }
      findings += reader.findings
    }
    if count == 0 { findings.append(Flaw.emptyTable.finding(at: whole)) }
    return findings
  }
}

extension Flaw {
  fileprivate static let emptyTable = Flaw(
    .note, code: "emptyTable",
    Text(ru: "В таблице нет ни одной строки.", en: "The table has no rows."),
    advice: Text(
      ru: "Если так и задумано, делать ничего не нужно.",
      en: "If that is meant, there is nothing to do."))

  fileprivate static let noIDColumn = Flaw(
    .note, code: "noIDColumn",
    Text(
      ru: "Нет столбца «Код»; коды взяты по ФИО, организации и году рождения.",
      en: "There is no column “Код”; ids come from name, organization and year of birth."),
    advice: Text(
      ru: "Добавьте коды, если на людей ссылаются другие таблицы.",
      en: "Add ids if other tables refer to these people."))

  fileprivate static func workbook(_ kind: TableKind) -> Flaw {
    Flaw(
      kind.isNeeded ? .fatal : .error, code: "workbook",
      Text(
        ru: "Это книга Excel, а не таблица CSV.", en: "This is an Excel workbook, not a CSV table."),
      advice: Text(
        ru: "Откройте её и сохраните как «CSV UTF-8».", en: "Open it and save it as “CSV UTF-8”."))
  }

  fileprivate static func noHeadings(_ kind: TableKind) -> Flaw {
    let examples = kind.neededColumns.map { BuiltIn.headings.heading(of: $0[0], in: kind) }
      .joined(separator: "», «")
    return Flaw(
      kind.isNeeded ? .fatal : .error, code: "noHeadings",
      Text(
        ru: "В первых \(HeadingRow.reach) строках нет строки заголовков.",
        en: "There is no row of headings in the first \(HeadingRow.reach) rows."),
      advice: Text(
        ru: "Назовите столбцы; нужны по меньшей мере «\(examples)».",
        en: "Name the columns; needed are at least “\(examples)”."))
  }
}
