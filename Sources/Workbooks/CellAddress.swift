/// Addresses of cells as spreadsheets write them: `C5`.
public enum CellAddress {
  /// The last column and row of a sheet.
  public static let (lastColumn, lastRow) = (16_384, 1_048_576)

  /// The letters of a column, from 1: 3 is `C`, 28 is `AB`.
  public static func letters(ofColumn column: Int) -> String {
    var (rest, letters) = (column, "")
    while rest > 0 {
      letters = String(UnicodeScalar(UInt8(65 + (rest - 1) % 26))) + letters
      rest = (rest - 1) / 26
    }
    return letters
  }

  /// The address of a cell.
  public static func text(column: Int, row: Int) -> String { letters(ofColumn: column) + "\(row)" }

  /// The column of an address such as `C5`, or nil where it names no cell of a sheet.
  public static func column(of address: String) -> Int? { parse(address.utf8)?.column }

  /// The column and the row of an address, or nil where it names no cell of a sheet.
  static func parse(_ text: some Sequence<UInt8>) -> (column: Int, row: Int)? {
    var (column, row) = (0, 0)
    for byte in text {
      switch byte {
      case UInt8(ascii: "$"): continue
      case UInt8(ascii: "A")...UInt8(ascii: "Z") where row == 0:
        column = column * 26 + Int(byte) - 64
      case UInt8(ascii: "a")...UInt8(ascii: "z") where row == 0:
        column = column * 26 + Int(byte) - 96
      case UInt8(ascii: "0")...UInt8(ascii: "9"): row = row * 10 + Int(byte) - 48
      default: return nil
      }
      guard column <= lastColumn, row <= lastRow else { return nil }
    }
    return column > 0 && row > 0 ? (column, row) : nil
  }
}

/// A rectangle of cells; rows and columns from 1, both ends counted.
public struct CellRange: Hashable, Sendable {
  /// The columns.
  public var columns: ClosedRange<Int>
  /// The rows.
  public var rows: ClosedRange<Int>

  /// Creates a range.
  public init(columns: ClosedRange<Int>, rows: ClosedRange<Int>) {
    self.columns = columns
    self.rows = rows
  }

  /// The range that a text such as `A1:C2` names.
  init?(_ text: String) {
    let ends = text.utf8.split(separator: UInt8(ascii: ":"))
    guard (1...2).contains(ends.count), let first = ends.first.flatMap(CellAddress.parse),
      let last = ends.last.flatMap(CellAddress.parse), first.column <= last.column,
      first.row <= last.row
    else { return nil }
    self.init(columns: first.column...last.column, rows: first.row...last.row)
  }
}
