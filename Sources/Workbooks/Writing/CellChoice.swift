import CXlsxwriter

/// What a spreadsheet offers and says where a cell is filled in.
public struct CellChoice: Hashable, Sendable {
  /// What is offered.
  public enum Offer: Hashable, Sendable {
    /// Nothing: only the help is shown.
    case nothing
    /// These words; ``CellChoice/fits(_:)`` tells whether there is room for them.
    case words([String])
    /// What the cells of a range hold: `'Списки'!$A$1:$A$9`.
    case range(String)
  }

  /// What is offered in a drop-down list.
  public var offer: Offer
  /// Whether anything else is refused.
  public var isStrict: Bool
  /// The title of the help, at most 32 characters.
  public var title: String
  /// The help, at most 255 characters.
  public var help: String

  /// Creates a choice.
  public init(offer: Offer, isStrict: Bool, title: String, help: String) {
    self.offer = offer
    self.isStrict = isStrict
    self.title = title
    self.help = help
  }

  /// Whether words fit into a list that stands in the cell itself: 255 bytes of UTF-8.
  ///
  /// A spreadsheet counts characters, but libxlsxwriter has room for so many bytes and no more.
  public static func fits(_ words: [String]) -> Bool {
    words.joined(separator: ",").utf8.count <= 255 && !words.contains { $0.contains(",") }
  }
}

extension SheetWriter {
  /// Offers a choice in the cells of a range.
  public func offer(_ choice: CellChoice, in range: CellRange) throws(WorkbookWriteError) {
    if case .words(let list) = choice.offer, !CellChoice.fits(list) {
      throw .refused("a list of more than 255 bytes")
    }
    let first = try place(column: range.columns.lowerBound, row: range.rows.lowerBound)
    let last = try place(column: range.columns.upperBound, row: range.rows.upperBound)
    var validation = lxw_data_validation()
    validation.ignore_blank = UInt8(LXW_VALIDATION_ON.rawValue)
    validation.show_input = UInt8(LXW_VALIDATION_ON.rawValue)
    validation.show_error = UInt8(
      choice.isStrict ? LXW_VALIDATION_ON.rawValue : LXW_VALIDATION_OFF.rawValue)
    var texts = CTexts()
    defer { texts.free() }
    validation.input_title = texts.copy(choice.title)
    validation.input_message = texts.copy(choice.help)
    var words: [UnsafeMutablePointer<CChar>?] = []
    switch choice.offer {
    case .nothing: validation.validate = UInt8(LXW_VALIDATION_TYPE_ANY.rawValue)
    case .words(let list):
      validation.validate = UInt8(LXW_VALIDATION_TYPE_LIST.rawValue)
      words = list.map { texts.copy($0) } + [nil]
    case .range(let formula):
      validation.validate = UInt8(LXW_VALIDATION_TYPE_LIST_FORMULA.rawValue)
      validation.value_formula = texts.copy("=" + formula)
    }
    let code = words.withUnsafeMutableBufferPointer { list in
      validation.value_list = list.baseAddress
      return worksheet_data_validation_range(
        sheet, first.row, first.column, last.row, last.column, &validation)
    }
    try workbook.check(code, column: range.columns.lowerBound, row: range.rows.lowerBound)
  }
}

/// Texts that the library reads during one call.
private struct CTexts {
  private var copies: [UnsafeMutablePointer<CChar>] = []

  mutating func copy(_ text: String) -> UnsafeMutablePointer<CChar> {
    let bytes = text.utf8CString
    let copy = UnsafeMutablePointer<CChar>.allocate(capacity: bytes.count)
    for (index, byte) in bytes.enumerated() { (copy + index).initialize(to: byte) }
    copies.append(copy)
    return copy
  }

  mutating func free() {
    for copy in copies { copy.deallocate() }
    copies.removeAll()
  }
}
