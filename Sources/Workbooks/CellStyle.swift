/// How a cell looks: as much of it as this package reads and writes.
public struct CellStyle: Hashable, Sendable {
  /// Where a text stands between left and right.
  public enum Horizontal: String, Hashable, Sendable {
    /// At the left edge.
    case left
    /// In the middle.
    case center
    /// At the right edge.
    case right
  }

  /// Where a text stands between top and bottom.
  public enum Vertical: String, Hashable, Sendable {
    /// At the upper edge.
    case top
    /// In the middle.
    case center
    /// At the lower edge.
    case bottom
  }

  /// The code of the number format: `dd.mm.yyyy`.
  public var numberFormat: String
  /// The name of the font, or nil for the usual one.
  public var fontName: String?
  /// The size of the font in points, or nil for the usual one.
  public var fontSize: Double?
  /// Whether the letters are bold.
  public var isBold: Bool
  /// Whether the letters are italic.
  public var isItalic: Bool
  /// The colour of the letters as `0xRRGGBB`, or nil for black.
  public var fontColor: UInt32?
  /// The colour behind them, or nil for none.
  public var fill: UInt32?
  /// Whether thin lines stand around the cell.
  public var hasBorder: Bool
  /// Whether long texts break into lines.
  public var wraps: Bool
  /// Where the text stands between left and right, or nil for what suits the value.
  public var horizontal: Horizontal?
  /// Where the text stands between top and bottom, or nil for the bottom.
  public var vertical: Vertical?

  /// Creates a style; without arguments, that of an untouched cell.
  public init(
    numberFormat: String = NumberFormat.general, isBold: Bool = false, isItalic: Bool = false,
    fontColor: UInt32? = nil, fill: UInt32? = nil, hasBorder: Bool = false, wraps: Bool = false,
    horizontal: Horizontal? = nil, vertical: Vertical? = nil
  ) {
    self.numberFormat = numberFormat
    self.isBold = isBold
    self.isItalic = isItalic
    self.fontColor = fontColor
    self.fill = fill
    self.hasBorder = hasBorder
    self.wraps = wraps
    self.horizontal = horizontal
    self.vertical = vertical
  }
}
