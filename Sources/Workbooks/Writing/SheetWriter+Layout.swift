import CXlsxwriter

extension SheetWriter {
  /// Sets the width of columns in digits of the usual font, and whether they are hidden.
  public func set(
    columns: ClosedRange<Int>, width: Double?, isHidden: Bool = false
  ) throws(WorkbookWriteError) {
    let (_, first) = try place(column: columns.lowerBound, row: 1)
    let (_, last) = try place(column: columns.upperBound, row: 1)
    var options = lxw_row_col_options()
    options.hidden = isHidden ? 1 : 0
    let code = worksheet_set_column_opt(
      sheet, first, last, width ?? LXW_DEF_COL_WIDTH, nil, &options)
    try workbook.check(code, column: columns.lowerBound, row: 1)
  }

  /// Sets the height of a row in points, and whether it is hidden.
  public func set(
    row number: Int, height: Double?, isHidden: Bool = false
  ) throws(WorkbookWriteError) {
    let (row, _) = try place(column: 1, row: number)
    var options = lxw_row_col_options()
    options.hidden = isHidden ? 1 : 0
    let code = worksheet_set_row_opt(sheet, row, height ?? LXW_DEF_ROW_HEIGHT, nil, &options)
    try workbook.check(code, column: 1, row: number)
  }

  /// Makes a row so high that texts which wrap show whole: office programs measure rows anew only
  /// when somebody edits them.
  ///
  /// - Parameters:
  ///   - number: The row.
  ///   - texts: The texts, each with the width of its column.
  /// - Throws: ``WorkbookWriteError/outOfSheet(column:row:)``.
  public func fit(
    row number: Int, to texts: some Sequence<(text: String, width: Double)>
  ) throws(WorkbookWriteError) {
    var lines = 1
    for (text, width) in texts {
      // A Russian letter is a little wider than a digit, and words are not broken.
      let room = max(1, width / 1.15)
      let needed = text.split(separator: "\n", omittingEmptySubsequences: false).reduce(0) {
        $0 + max(1, Int((Double($1.count) / room).rounded(.up)))
      }
      lines = max(lines, needed)
    }
    guard lines > 1 else { return }
    try set(row: number, height: min(400, Double(lines) * LXW_DEF_ROW_HEIGHT))
  }

  /// Keeps rows at the top and columns at the left in sight.
  public func freeze(rows: Int, columns: Int) {
    worksheet_freeze_panes(sheet, lxw_row_t(max(0, rows)), lxw_col_t(max(0, columns)))
  }

  /// Joins cells; the first is to be written afterwards.
  public func merge(_ range: CellRange, style: CellStyle? = nil) throws(WorkbookWriteError) {
    let first = try place(column: range.columns.lowerBound, row: range.rows.lowerBound)
    let last = try place(column: range.columns.upperBound, row: range.rows.upperBound)
    let code = worksheet_merge_range(
      sheet, first.row, first.column, last.row, last.column, "", workbook.format(style))
    try workbook.check(code, column: range.columns.lowerBound, row: range.rows.lowerBound)
  }

  /// Puts filter buttons on the first row of a range.
  public func filter(_ range: CellRange) throws(WorkbookWriteError) {
    let first = try place(column: range.columns.lowerBound, row: range.rows.lowerBound)
    let last = try place(column: range.columns.upperBound, row: range.rows.upperBound)
    let code = worksheet_autofilter(sheet, first.row, first.column, last.row, last.column)
    try workbook.check(code, column: range.columns.lowerBound, row: range.rows.lowerBound)
  }

  /// Prints the sheet across, with its first rows and columns on every page.
  public func printAcross(repeatingRows rows: Int, columns: Int = 0) {
    worksheet_set_landscape(sheet)
    worksheet_set_paper(sheet, 9)
    if rows > 0 { worksheet_repeat_rows(sheet, 0, lxw_row_t(rows - 1)) }
    if columns > 0 { worksheet_repeat_columns(sheet, 0, lxw_col_t(columns - 1)) }
  }

  /// Prints the sheet one page wide, and as many pages high as it takes.
  public func fitToWidth() { worksheet_fit_to_pages(sheet, 1, 0) }

  /// Prints a range across, one page wide, with lines between its cells, and with its first rows
  /// and the page's number on each page.
  public func printAcross(
    repeatingRows rows: Int, of range: CellRange
  ) throws(WorkbookWriteError) {
    let first = try place(column: range.columns.lowerBound, row: range.rows.lowerBound)
    let last = try place(column: range.columns.upperBound, row: range.rows.upperBound)
    printAcross(repeatingRows: rows)
    worksheet_print_area(sheet, first.row, first.column, last.row, last.column)
    fitToWidth()
    worksheet_gridlines(sheet, UInt8(LXW_SHOW_ALL_GRIDLINES.rawValue))
    worksheet_set_margins(sheet, 0.4, 0.4, 0.5, 0.6)
    worksheet_set_footer(sheet, "&L&A&R&P / &N")
  }
}
