import CXlsxwriter

/// Writes the cells of one sheet; rows and columns are counted from 1.
public final class SheetWriter {
  /// The most characters of a cell, in UTF-16.
  public static let longestText = 32_767

  let sheet: UnsafeMutablePointer<lxw_worksheet>
  let workbook: WorkbookWriter

  init(_ sheet: UnsafeMutablePointer<lxw_worksheet>, of workbook: WorkbookWriter) {
    self.sheet = sheet
    self.workbook = workbook
  }

  /// Writes what a cell holds.
  public func write(
    _ value: CellValue, column: Int, row: Int, style: CellStyle? = nil
  ) throws(WorkbookWriteError) {
    let (r, c) = try place(column: column, row: row)
    let format = workbook.format(style)
    let code: lxw_error
    switch value {
    case .blank, .uncomputed: code = worksheet_write_blank(sheet, r, c, format)
    case .text(let text), .error(let text):
      guard text.utf16.count <= Self.longestText else { throw .tooLong(column: column, row: row) }
      code = worksheet_write_string(sheet, r, c, text, format)
    case .number(let number): code = worksheet_write_number(sheet, r, c, number, format)
    case .boolean(let flag): code = worksheet_write_boolean(sheet, r, c, flag ? 1 : 0, format)
    }
    try workbook.check(code, column: column, row: row)
  }

  /// Writes a formula, without its `=`, and what it came to.
  public func write(
    formula: String, value: CellValue, column: Int, row: Int, style: CellStyle? = nil
  ) throws(WorkbookWriteError) {
    let (r, c) = try place(column: column, row: row)
    let format = workbook.format(style)
    let text = "=" + formula
    let code: lxw_error
    switch value {
    case .number(let number):
      code = worksheet_write_formula_num(sheet, r, c, text, format, number)
    case .text(let result), .error(let result):
      code = worksheet_write_formula_str(sheet, r, c, text, format, result)
    case .boolean(let flag):
      code = worksheet_write_formula_str(sheet, r, c, text, format, flag ? "TRUE" : "FALSE")
    case .blank, .uncomputed: code = worksheet_write_formula(sheet, r, c, text, format)
    }
    try workbook.check(code, column: column, row: row)
  }

  /// Adds a note to a cell, in a box that shows all of it.
  public func note(_ text: String, column: Int, row: Int) throws(WorkbookWriteError) {
    let (r, c) = try place(column: column, row: row)
    var options = lxw_comment_options()
    let lines = text.split(separator: "\n").reduce(1) { $0 + $1.count / 38 + 1 }
    options.width = 280
    options.height = UInt16(min(600, 17 * lines))
    try workbook.check(
      worksheet_write_comment_opt(sheet, r, c, text, &options), column: column, row: row)
  }

  /// Makes a cell lead to a cell of this workbook: `'Наставники'!C5`.
  public func link(
    _ text: String, to target: String, column: Int, row: Int, style: CellStyle? = nil
  ) throws(WorkbookWriteError) {
    let (r, c) = try place(column: column, row: row)
    let code = worksheet_write_url_opt(
      sheet, r, c, "internal:" + target, workbook.format(style), text, nil)
    try workbook.check(code, column: column, row: row)
  }

  /// The place of a cell as the library counts it.
  func place(
    column: Int, row: Int
  ) throws(WorkbookWriteError) -> (row: lxw_row_t, column: lxw_col_t) {
    guard (1...CellAddress.lastColumn).contains(column), (1...CellAddress.lastRow).contains(row)
    else { throw .outOfSheet(column: column, row: row) }
    return (lxw_row_t(row - 1), lxw_col_t(column - 1))
  }
}
