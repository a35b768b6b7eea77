import MentoringModel
import Wording
import Workbooks

extension Flaw {
  static let emptyTable = Flaw(
    .note, code: "emptyTable",
    Text(ru: "В таблице нет ни одной строки.", en: "The table has no rows."),
    advice: Text(
      ru: "Если так и задумано, делать ничего не нужно.",
      en: "If that is meant, there is nothing to do."))

  static let macros = Flaw(
    .note, code: "macros",
    Text(
      ru: "В книге есть макросы; они не выполняются.",
      en: "The workbook holds macros; they are not run."),
    advice: Text(
      ru: "Если они не нужны, сохраните книгу как «Книга Excel (.xlsx)».",
      en: "If they are not needed, save it as “Excel Workbook (.xlsx)”."))

  static let noIDColumn = Flaw(
    .note, code: "noIDColumn",
    Text(
      ru: "Нет столбца «Код»; коды взяты по ФИО, организации и году рождения.",
      en: "There is no column “Код”; ids come from name, organization and year of birth."),
    advice: Text(
      ru: "Добавьте коды, если на людей ссылаются другие таблицы.",
      en: "Add ids if other tables refer to these people."))

  static func hiddenRows(_ count: Int) -> Flaw {
    let rows = Noun.hiddenRow.counted(count)
    return Flaw(
      .note, code: "hiddenRows",
      Text(
        ru: "Прочитано и то, что скрыто: \(rows.ru).",
        en: "What is hidden was read, too: \(rows.en)."),
      advice: Text(
        ru: "Снимите фильтр и проверьте эти строки; лишние удалите.",
        en: "Clear the filter and look at these rows; delete those that are not meant."))
  }

  static func noHeadings(_ kind: TableKind, seen: [String]) -> Flaw {
    let examples = kind.neededColumns.map { BuiltIn.headings.heading(of: $0[0], in: kind) }
      .joined(separator: "», «")
    let seen = seen.isEmpty ? nil : seen.joined(separator: "», «")
    return Flaw(
      kind.isNeeded ? .fatal : .error, code: "noHeadings",
      Text(
        ru: "В первых \(HeadingRow.reach) строках нет строки заголовков.",
        en: "There is no row of headings in the first \(HeadingRow.reach) rows.")
        + (seen.map {
          Text(ru: " Вместо неё найдено: «\($0)».", en: " Found in its place: “\($0)”.")
        }
          ?? Text(same: "")),
      advice: Text(
        ru: "Назовите столбцы; нужны по меньшей мере «\(examples)».",
        en: "Name the columns; needed are at least “\(examples)”."))
  }

  static func changedFile(isNeeded: Bool) -> Flaw {
    Flaw(
      isNeeded ? .fatal : .error, code: "changedFile",
      Text(
        ru: "Файл изменился, пока его читали.", en: "The file changed while it was being read."),
      advice: Text(
        ru: "Дождитесь, пока его сохранят, и повторите.",
        en: "Wait until it is saved, and run again."))
  }

  static func lostFile(isNeeded: Bool) -> Flaw {
    Flaw(
      isNeeded ? .fatal : .error, code: "lostFile",
      Text(
        ru: "Файл не дочитан до конца: он стал недоступен.",
        en: "The file could not be read to its end: it became unavailable."),
      advice: Text(
        ru: "Проверьте диск или сетевую папку и повторите.",
        en: "Check the disk or the network folder, and run again."))
  }

  static func unreadable(_ error: WorkbookError, _ kind: TableKind) -> Flaw {
    let (code, message, advice) = error.wording
    return Flaw(kind.isNeeded ? .fatal : .error, code: code, message, advice: advice)
  }
}

extension Noun {
  fileprivate static let hiddenRow = Noun(
    one: "скрытая строка", few: "скрытые строки", many: "скрытых строк", singular: "hidden row",
    plural: "hidden rows")
}

extension WorkbookError {
  /// The code of the finding, what is the matter, and what to do.
  fileprivate var wording: (code: String, message: Text, advice: Text) {
    switch self {
    case .notAWorkbook:
      (
        "notAWorkbook",
        Text(ru: "Это не книга Excel.", en: "This is not an Excel workbook."),
        Text(
          ru: "Откройте файл в Excel или LibreOffice и сохраните как «Книга Excel (.xlsx)».",
          en: "Open the file in Excel or LibreOffice and save it as “Excel Workbook (.xlsx)”.")
      )
    case .compoundFile:
      (
        "oldWorkbook",
        Text(
          ru: "Это книга старого Excel (.xls) или книга, закрытая паролем.",
          en: "This is a workbook of old Excel (.xls), or one protected with a password."),
        Text(
          ru:
            "Откройте её, снимите пароль (Файл → Сведения → Защита книги) и сохраните как «Книга Excel (.xlsx)».",
          en:
            "Open it, remove the password (File → Info → Protect Workbook) and save it as “Excel Workbook (.xlsx)”."
        )
      )
    case .openDocument:
      (
        "openDocument",
        Text(
          ru: "Это таблица LibreOffice (.ods).", en: "This is a LibreOffice spreadsheet (.ods)."),
        Text(
          ru: "Откройте её и сохраните как «Книга Excel (.xlsx)».",
          en: "Open it and save it as “Excel Workbook (.xlsx)”.")
      )
    case .binaryWorkbook:
      (
        "binaryWorkbook",
        Text(ru: "Это двоичная книга Excel (.xlsb).", en: "This is a binary workbook (.xlsb)."),
        Text(
          ru: "Откройте её и сохраните как «Книга Excel (.xlsx)».",
          en: "Open it and save it as “Excel Workbook (.xlsx)”.")
      )
    case .damaged(let part):
      (
        "damagedWorkbook",
        Text(
          ru: "Книга повреждена\(part.isEmpty ? "" : " (\(part))"); прочитано не всё.",
          en: "The workbook is damaged\(part.isEmpty ? "" : " (\(part))"); not all of it was read."),
        Text(
          ru: "Откройте её в Excel: он предложит восстановление; сохраните её заново.",
          en: "Open it in Excel, which offers to repair it, and save it again.")
      )
    case .documentType(let part):
      (
        "documentType",
        Text(
          ru: "В книге есть недопустимое описание типа (\(part)); она не читается.",
          en: "The workbook holds a document type (\(part)), which is not allowed; it is not read."),
        Text(
          ru: "Спросите, откуда файл; сохраните таблицу заново в Excel.",
          en: "Ask where the file is from; save the table again in Excel.")
      )
    case .noMemory:
      (
        "noMemory",
        Text(
          ru: "Не хватило памяти, чтобы прочитать книгу.",
          en: "There was not enough memory to read the workbook."),
        Text(
          ru: "Закройте другие программы или сохраните таблицу как CSV.",
          en: "Close other programs, or save the table as CSV.")
      )
    case .tooLarge(let part):
      (
        "hugeWorkbook",
        Text(
          ru:
            "Книга распаковывается в слишком большой файл\(part.isEmpty ? "" : " (\(part))"); прочитано не всё.",
          en:
            "The workbook unpacks to too much\(part.isEmpty ? "" : " (\(part))"); not all of it was read."
        ),
        Text(
          ru: "Удалите пустые оформленные строки и лишние листы или сохраните таблицу как CSV.",
          en: "Delete blank formatted rows and needless sheets, or save the table as CSV.")
      )
    }
  }
}
