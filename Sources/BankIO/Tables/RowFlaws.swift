import MentoringModel
import Wording

/// The values that a spreadsheet shows where a formula fails.
enum ErrorValue {
  /// Whether a text is one of them.
  static func isOne(_ text: String) -> Bool { values.contains(text.uppercased()) }

  private static let values: Set<String> = [
    "#N/A", "#REF!", "#VALUE!", "#NAME?", "#DIV/0!", "#NUM!", "#NULL!", "#SPILL!", "#CALC!",
    "#GETTING_DATA", "#FIELD!", "#BLOCKED!", "#CONNECT!", "#UNKNOWN!", "#Н/Д", "#ССЫЛКА!",
    "#ЗНАЧ!", "#ИМЯ?", "#ДЕЛ/0!", "#ЧИСЛО!", "#ПУСТО!",
  ]
}

extension Flaw {
  static let unbalancedQuote = Flaw(
    .warning, code: "unbalancedQuote",
    Text(
      ru: "Кавычка открыта и не закрыта; она прочитана как буква.",
      en: "A quotation mark is opened and not closed; it was read as a letter."),
    advice: Text(
      ru: "Закройте кавычку или удвойте её внутри ячейки.",
      en: "Close the quotation mark or double it within the cell."))

  static let footer = Flaw(
    .note, code: "footer",
    Text(
      ru: "Строка похожа на итог или подпись под таблицей; она не читается.",
      en: "The row looks like a total or a signature below the table; it is not read."),
    advice: Text(
      ru: "Если это человек, уберите из строки слово «итого» или прочерк.",
      en: "If it is a person, take the word “total” or the line out of the row."))

  static let nulCharacters = Flaw(
    .warning, code: "nulCharacters",
    Text(
      ru: "В строке есть нулевые символы; они пропущены.",
      en: "The row has NUL characters; they were dropped."),
    advice: Text(
      ru: "Сохраните таблицу заново как «CSV UTF-8».",
      en: "Save the table again as “CSV UTF-8”."))

  static let rowTooLong = Flaw(
    .error, code: "rowTooLong",
    Text(
      ru: "Строка длиннее 1 МБ; она пропущена.",
      en: "The row is longer than 1 MB; it was passed over."),
    advice: Text(
      ru: "Проверьте, что файл — таблица CSV: одна строка на человека.",
      en: "Check that the file is a CSV table: one row a person."))

  static let uncomputed = Flaw(
    .error, code: "uncomputedFormula",
    Text(
      ru: "В ячейке формула, значение которой не посчитано; ячейка считается пустой.",
      en: "The cell is a formula whose value was not computed; it counts as blank."),
    advice: Text(
      ru: "Откройте книгу в Excel или LibreOffice и сохраните её: формула посчитается.",
      en: "Open the workbook in Excel or LibreOffice and save it: that computes the formula."))

  static let cutText = Flaw(
    .error, code: "longCell",
    Text(
      ru: "Текст длиннее, чем вмещает ячейка; прочитано только начало.",
      en: "The text is longer than a cell may be; only its beginning is read."),
    advice: Text(ru: "Сократите текст.", en: "Shorten the text."))

  static func errorValue(_ text: String) -> Flaw {
    Flaw(
      .error, code: "errorValue", value: text,
      Text(
        ru: "В ячейке ошибка формулы \(text); ячейка считается пустой.",
        en: "The cell shows the formula error \(text); it counts as blank."),
      advice: Text(
        ru: "Исправьте формулу или впишите значение.", en: "Mend the formula or write the value."))
  }

  // The cell is not quoted: it may hold a contact.
  static let moreCells = Flaw(
    .warning, code: "moreCells",
    Text(
      ru: "В строке больше ячеек, чем заголовков; лишние не прочитаны.",
      en: "The row has more cells than there are headings; the rest is not read."),
    advice: Text(
      ru: "Возьмите в кавычки ячейки, где есть разделитель столбцов.",
      en: "Put cells that hold the column separator in quotation marks."))

  static let unnamedColumn = Flaw(
    .warning, code: "unnamedColumn",
    Text(
      ru: "В столбце есть значения, но нет заголовка; он не читается.",
      en: "The column has values and no heading; it is not read."),
    advice: Text(
      ru: "Назовите столбец; если это пометки, оставьте как есть.",
      en: "Name the column; if these are jottings, leave them."))
}
