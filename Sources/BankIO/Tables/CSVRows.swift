/// The rows of a CSV text, one at a time.
///
/// ```swift
/// for row in CSVRows(bytes, delimiter: UInt8(ascii: ";")) { print(row.number, row.fields) }
/// ```
///
/// Follows RFC 4180 and reads past what breaks it: any of the three line ends, text around
/// quotation marks, a mark that is never closed. A row holds one cell at least.
///
/// - Complexity: O(*n*) time for *n* bytes, and the space of one row.
struct CSVRows: Sequence, IteratorProtocol {
  /// The most bytes of a row: no spreadsheet's row comes near.
  static let longestRow = 1 << 20
  /// The most bytes of a cell in quotation marks: a spreadsheet's cell holds 32,767 characters.
  static let longestQuote = 1 << 17
  /// Open marks that are searched for their end; a file with more of them is not quoted at all.
  private static let mostUnbalancedQuotes = 50

  private let bytes: [UInt8]
  private let delimiter: UInt8
  private var position = 0
  private var row = 0
  private var unbalancedQuotes = 0

  /// The rows of `bytes`, which are UTF-8.
  init(_ bytes: [UInt8], delimiter: UInt8) {
    self.bytes = bytes
    self.delimiter = delimiter
  }

  /// The next row, or nil at the end.
  mutating func next() -> TableRow? {
    guard position < bytes.count else { return nil }
    row += 1
    let start = position
    if let result = read(quoting: unbalancedQuotes < Self.mostUnbalancedQuotes) { return result }
    unbalancedQuotes += 1
    position = start
    var result = read(quoting: false) ?? TableRow(number: row, fields: [])
    result.remarks.append(.unbalancedQuote)
    return result
  }

  /// Reads a row from `position`; nil where a quotation mark is not closed.
  private mutating func read(quoting: Bool) -> TableRow? {
    let start = position
    var result = TableRow(number: row, fields: [])
    var field: [UInt8] = []
    while position < bytes.count {
      guard position - start <= Self.longestRow else { return passOver() }
      let byte = bytes[position]
      position += 1
      switch byte {
      case delimiter:
        result.finish(&field)
      case .newline:
        result.finish(&field)
        return result
      case .carriageReturn:
        if position < bytes.count, bytes[position] == .newline { position += 1 }
        result.finish(&field)
        return result
      case .quote where quoting && field.allSatisfy({ $0 == .space }):
        field.removeAll()
        guard readQuoted(into: &field) else { return nil }
      default:
        field.append(byte)
      }
    }
    result.finish(&field)
    return result
  }

  /// Reads up to the mark that closes the cell; false where there is none.
  private mutating func readQuoted(into field: inout [UInt8]) -> Bool {
    let limit = Swift.min(bytes.count, position + Self.longestQuote)
    while position < limit {
      let byte = bytes[position]
      position += 1
      guard byte == .quote else {
        field.append(byte)
        continue
      }
      guard position < bytes.count, bytes[position] == .quote else { return true }
      field.append(.quote)
      position += 1
    }
    return false
  }

  private mutating func passOver() -> TableRow {
    position = bytes[position...].firstIndex(of: .newline).map { $0 + 1 } ?? bytes.count
    return TableRow(number: row, fields: [""], remarks: [.tooLong])
  }
}

extension TableRow {
  fileprivate mutating func finish(_ field: inout [UInt8]) {
    if field.contains(0) {
      field.removeAll { $0 == 0 }
      if !remarks.contains(.nulCharacters) { remarks.append(.nulCharacters) }
    }
    fields.append(String(decoding: field, as: UTF8.self))
    field.removeAll(keepingCapacity: true)
  }
}

extension UInt8 {
  fileprivate static let newline = UInt8(ascii: "\n")
  fileprivate static let carriageReturn = UInt8(ascii: "\r")
  fileprivate static let quote = UInt8(ascii: "\"")
  fileprivate static let space = UInt8(ascii: " ")
}
