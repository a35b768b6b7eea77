/// What a cell holds.
public enum CellValue: Hashable, Sendable {
  /// Nothing.
  case blank
  /// A text.
  case text(String)
  /// A number, as the file has it.
  case number(Double)
  /// Yes or no.
  case boolean(Bool)
  /// An error value such as `#N/A`.
  case error(String)
  /// A formula whose value nobody has computed yet.
  case uncomputed
}

/// A cell of a sheet.
public struct Cell: Hashable, Sendable {
  /// The column, from 1.
  public var column: Int
  /// What the cell holds; of a formula, what it came to when the file was saved.
  public var value: CellValue
  /// The formula, without its `=`.
  public var formula: String?
  /// Which of the workbook's styles the cell has.
  public var style: Int
  /// Whether the text was longer than a cell may hold and is cut.
  public var isCut: Bool

  /// Creates a cell.
  public init(
    column: Int, value: CellValue, formula: String? = nil, style: Int = 0, isCut: Bool = false
  ) {
    self.column = column
    self.value = value
    self.formula = formula
    self.style = style
    self.isCut = isCut
  }
}

/// A row of a sheet.
public struct Row: Hashable, Sendable {
  /// The number of the row, from 1.
  public var number: Int
  /// The cells that hold something, by column.
  public var cells: [Cell]
  /// Whether the row is hidden.
  public var isHidden: Bool
  /// The height in points where the row states its own.
  public var height: Double?

  /// Creates a row.
  public init(number: Int, cells: [Cell] = [], isHidden: Bool = false, height: Double? = nil) {
    self.number = number
    self.cells = cells
    self.isHidden = isHidden
    self.height = height
  }
}
