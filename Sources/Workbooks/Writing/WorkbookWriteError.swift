/// Why a workbook cannot be written.
public enum WorkbookWriteError: Error, Hashable, Sendable {
  /// There is no place for the temporary file, or no room.
  case noRoom
  /// The library refuses the sheet's name.
  case badSheetName(String)
  /// A sheet has no such row or column.
  case outOfSheet(column: Int, row: Int)
  /// The text is longer than the 32,767 characters of a cell.
  case tooLong(column: Int, row: Int)
  /// The library refuses something else, by its own words.
  case refused(String)
}
