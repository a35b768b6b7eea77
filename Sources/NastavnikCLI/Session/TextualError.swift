import AssignmentKernel
import InstanceIO
import Orders
import Reports
import Wording
import Workbooks

/// An error about the user's data that says what is the matter in both languages.
protocol TextualError: Error {
  /// What is the matter and what to do.
  var text: Text { get }
}

extension CertificateError: TextualError {}
extension DraftError: TextualError {}
extension InstanceError: TextualError {}
extension OrderBatchError: TextualError {}
extension ProblemError: TextualError {}

extension WorkbookWriteError: TextualError {
  var text: Text {
    switch self {
    case .outOfSheet:
      Text(
        ru: "На листе нет места для стольких строк: запишите таблицы с --tables csv.",
        en: "A sheet has no room for so many rows: write the tables with --tables csv.")
    case .noRoom:
      Text(
        ru: "Нет места для временного файла: проверьте диск и переменную TMPDIR.",
        en: "There is no room for a temporary file: check the disk and TMPDIR.")
    case .tooLong(let column, let row):
      Text(
        ru: "Текст ячейки \(CellAddress.text(column: column, row: row)) длиннее, чем она вмещает: "
          + "запишите таблицы с --tables csv.",
        en: "The text of cell \(CellAddress.text(column: column, row: row)) is longer than a cell "
          + "may be: write the tables with --tables csv.")
    case .badSheetName(let name):
      Text(
        ru: "Лист не может называться «\(name)».", en: "A sheet cannot be called “\(name)”.")
    case .refused(let reason):
      Text(
        ru: "Книга не записана: \(reason).", en: "The workbook was not written: \(reason).")
    }
  }
}
