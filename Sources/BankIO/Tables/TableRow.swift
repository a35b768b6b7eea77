/// One row of a table, as a spreadsheet counts them.
struct TableRow: Hashable, Sendable {
  /// What was the matter with the row.
  enum Remark: Hashable, Sendable {
    /// A quotation mark was opened and never closed; it was read as a letter.
    case unbalancedQuote
    /// NUL characters were dropped.
    case nulCharacters
    /// The row is longer than any table's; it was passed over.
    case tooLong
    /// The cell at an index is a formula whose value was never computed.
    case uncomputed(Int)
    /// The cell at an index was longer than a cell may be and is cut.
    case cut(Int)
  }

  /// The most columns that are looked at.
  static let mostColumns = 1000

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

  /// Whether the cells are the numbers from 1 on: the row that official tables have below their
  /// headings.
  var isNumbering: Bool {
    let cells = fields.map(\.trimmed).filter { !$0.isEmpty }
    return cells.count >= 3 && cells.enumerated().allSatisfy { $1 == "\($0 + 1)" }
  }

  /// Whether the cells explain the columns, as in the templates: each begins with an arrow.
  var isHelp: Bool {
    // Most rows show by their first cell that they explain nothing.
    let cells = fields.lazy.map(\.trimmed).filter { !$0.isEmpty }
    return cells.allSatisfy { $0.hasPrefix(Self.helpMark) } && !isBlank
  }

  /// Whether the row stands below a table and not in it.
  ///
  /// It says what the table comes to («Итого: 7»), or who signs («Директор ________ Сидорова»).
  var isFooter: Bool {
    var held = fields.lazy.filter { !$0.isEmpty }.makeIterator()
    let (first, second, third) = (held.next(), held.next(), held.next())
    guard let first else { return false }
    if first.beginsWithTotal { return true }
    return third == nil && [first, second].contains { $0?.contains("___") ?? false }
  }

  /// The sign with which an explanation begins.
  static let helpMark = "↑"
}

extension String {
  /// Whether the first word says that numbers are added up.
  fileprivate var beginsWithTotal: Bool {
    let letters = trimmed
    guard let initial = letters.unicodeScalars.first, "ИиВвTt".unicodeScalars.contains(initial)
    else { return false }
    let word = letters.prefix { $0.isLetter || $0.isNumber }.lowercased()
    return ["итого", "всего", "total"].contains(word)
  }
}
