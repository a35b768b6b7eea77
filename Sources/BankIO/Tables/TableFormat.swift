import Foundation
import Workbooks

/// What kind of file a table is, by its first bytes and its name.
enum TableFormat: Hashable, Sendable {
  /// Text with delimiters.
  case text
  /// A ZIP archive, and so probably a workbook.
  case workbook
  /// A file that no reader is for.
  case foreign(WorkbookError)

  /// The endings of names under which tables are looked for.
  static let endings = ["csv", "xlsx", "xlsm", "xls", "xlsb", "ods"]

  init(of data: Data, named name: String) {
    let isNamedText = name.lowercased().hasSuffix(".csv")
    self =
      if data.starts(with: [0x50, 0x4B]) {
        // Letters may begin a text, too; an archive goes on with a mark.
        isNamedText && !data.dropFirst(2).starts(with: [0x03, 0x04]) ? .text : .workbook
      } else if data.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) {
        .foreign(.compoundFile)
      } else {
        isNamedText ? .text : .foreign(.notAWorkbook)
      }
  }
}
