/// One row of a table, as a spreadsheet counts them.
struct CSVRow: Hashable, Sendable {
  /// What was the matter with the row's bytes.
  enum Remark: Hashable, Sendable {
    /// A quotation mark was opened and never closed; it was read as a letter.
    case unbalancedQuote
    /// NUL characters were dropped.
    case nulCharacters
    /// The row is longer than any table's; it was passed over.
    case tooLong
  }

  /// The number of the row, from 1; empty rows count.
  var number: Int
  /// The cells.
  var fields: [String]
  /// What was the matter.
  var remarks: [Remark] = []

  /// Whether no cell holds anything.
  var isBlank: Bool {
    fields.allSatisfy { $0.unicodeScalars.allSatisfy(\.properties.isWhitespace) }
  }
}
