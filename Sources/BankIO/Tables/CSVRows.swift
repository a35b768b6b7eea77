/// The rows of a CSV text, one at a time.
///
/// ```swift
/// for row in CSVRows(bytes, delimiter: UInt8(ascii: ";")) { print(row.number, row.fields) }
/// ```
///
/// Follows RFC 4180 and reads past what breaks it: any of the three line ends, text around
/// quotation marks, a mark that is never closed. A row holds one cell at least.
///
/// - Complexity: O(*n*) time for *n* bytes, and the space of a few rows.
struct CSVRows: Sequence, IteratorProtocol {
  /// The most bytes of a row: no spreadsheet's row comes near.
  static let longestRow = 1 << 20
  /// The most bytes of a cell in quotation marks: a spreadsheet's cell holds 32,767 characters.
  static let longestQuote = 1 << 17
  /// Open marks that are searched for their end; a file with more of them is not quoted at all.
  private static let mostUnbalancedQuotes = 50

  private let source: TextSource?
  private let delimiter: UInt8
  private var text: [UInt8]
  private var position = 0
  private var row = 0
  private var unbalancedQuotes = 0
  /// The cells that the last row had.
  private var width = 0

  /// The rows of `text`, which is UTF-8, and of what comes after it.
  init(_ text: [UInt8], then source: TextSource? = nil, delimiter: UInt8) {
    self.text = text
    self.source = source
    self.delimiter = delimiter
  }

  /// The next row, or nil at the end.
  mutating func next() -> TableRow? {
    while position == text.count {
      guard readOn() else { return nil }
    }
    row += 1
    var quotes = unbalancedQuotes < Self.mostUnbalancedQuotes
    var remarks: [TableRow.Remark] = []
    while true {
      switch read(quoting: quotes) {
      case .row(var row, let end):
        position = end
        row.remarks += remarks
        width = row.fields.count
        return row
      case .cut: _ = readOn()
      case .openQuote:
        unbalancedQuotes += 1
        quotes = false
        remarks = [.unbalancedQuote]
      case .tooLong: return passOver()
      }
    }
  }

  /// What reading a row came to.
  private enum Outcome {
    case row(TableRow, end: Int)
    /// The text that is there ends before the row does.
    case cut
    case openQuote
    case tooLong
  }

  private var isWhole: Bool { source?.isAtEnd ?? true }

  /// Gets more text behind what is not used yet; false where there is none.
  private mutating func readOn() -> Bool {
    guard let source, !source.isAtEnd else { return false }
    text.removeFirst(position)
    position = 0
    source.read(into: &text)
    return true
  }

  private func read(quoting: Bool) -> Outcome {
    let (start, isWhole, delimiter) = (position, isWhole, delimiter)
    var result = TableRow(number: row, fields: [])
    result.fields.reserveCapacity(width)
    return text.withUnsafeBufferPointer { bytes in
      let limit = Swift.min(bytes.count, start + Self.longestRow)
      var (place, begin) = (start, start)
      // The part of a cell that stood in quotation marks, or before a piece that did.
      var quoted: [UInt8]?
      while place < limit {
        let byte = bytes[place]
        if byte > .quote, byte != delimiter {
          place += 1
        } else if byte == delimiter {
          result.add(&quoted, bytes[begin..<place])
          place += 1
          begin = place
        } else if byte == .newline || byte == .carriageReturn {
          if byte == .carriageReturn, place + 1 == bytes.count, !isWhole { return .cut }
          result.add(&quoted, bytes[begin..<place])
          let isPair =
            byte == .carriageReturn && place + 1 < bytes.count
            && bytes[place + 1] == .newline
          return .row(result, end: place + (isPair ? 2 : 1))
        } else if byte == .quote, quoting, quoted?.allSatisfy({ $0 == .space }) ?? true,
          bytes[begin..<place].allSatisfy({ $0 == .space })
        {
          var cell: [UInt8] = []
          switch Self.quotation(in: bytes, from: place + 1, into: &cell) {
          case let end?: (place, begin, quoted) = (end, end, cell)
          case nil:
            let isThere = isWhole || bytes.count - place > Self.longestQuote
            return isThere ? .openQuote : .cut
          }
        } else {
          place += 1
        }
      }
      if place < bytes.count { return .tooLong }
      guard isWhole else { return bytes.count - start > Self.longestRow ? .tooLong : .cut }
      result.add(&quoted, bytes[begin..<place])
      return .row(result, end: place)
    }
  }

  /// Reads up to the mark that closes a cell; nil where there is none.
  private static func quotation(
    in bytes: UnsafeBufferPointer<UInt8>, from start: Int, into cell: inout [UInt8]
  ) -> Int? {
    let limit = Swift.min(bytes.count, start + longestQuote)
    var place = start
    while place < limit {
      let byte = bytes[place]
      place += 1
      guard byte == .quote else {
        cell.append(byte)
        continue
      }
      guard place < bytes.count, bytes[place] == .quote else { return place }
      cell.append(.quote)
      place += 1
    }
    return nil
  }

  private mutating func passOver() -> TableRow {
    while true {
      if let end = text[position...].firstIndex(of: .newline) {
        position = end + 1
        break
      }
      position = text.count
      guard readOn() else { break }
    }
    return TableRow(number: row, fields: [""], remarks: [.tooLong])
  }
}

extension TableRow {
  /// Adds a cell: what stood in quotation marks and what follows.
  fileprivate mutating func add(_ quoted: inout [UInt8]?, _ rest: Slice<UnsafeBufferPointer<UInt8>>)
  {
    let rest = UnsafeBufferPointer(rebasing: rest)
    guard quoted == nil, !rest.contains(0) else {
      var cell = (quoted ?? []) + rest
      quoted = nil
      if cell.contains(0) {
        cell.removeAll { $0 == 0 }
        if !remarks.contains(.nulCharacters) { remarks.append(.nulCharacters) }
      }
      fields.append(String(decoding: cell, as: UTF8.self))
      return
    }
    fields.append(String(decoding: rest, as: UTF8.self))
  }
}

extension UInt8 {
  fileprivate static let newline = UInt8(ascii: "\n")
  fileprivate static let carriageReturn = UInt8(ascii: "\r")
  fileprivate static let quote = UInt8(ascii: "\"")
  fileprivate static let space = UInt8(ascii: " ")
}
