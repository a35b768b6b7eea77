import OfficeXML

/// What a sheet says of its columns and ranges.
public struct SheetLayout: Hashable, Sendable {
  /// Columns that share a width.
  public struct Columns: Hashable, Sendable {
    /// The columns, from 1.
    public var range: ClosedRange<Int>
    /// The width in digits of the usual font, or nil for the usual width.
    public var width: Double?
    /// Whether the columns are hidden.
    public var isHidden: Bool
  }

  /// The columns that are not as usual.
  public var columns: [Columns] = []
  /// The cells that are joined.
  public var merges: [CellRange] = []
  /// How many rows stay in sight.
  public var frozenRows = 0
  /// How many columns stay in sight.
  public var frozenColumns = 0
  /// The range with filter buttons.
  public var filter: CellRange?
  /// What is offered where cells are filled in; limits on numbers and days are not read.
  public var offers: [Offer] = []

  /// A choice and the cells in which it is offered.
  public struct Offer: Hashable, Sendable {
    /// The cells.
    public var ranges: [CellRange]
    /// What is offered there.
    public var choice: CellChoice
  }

  /// Creates the layout of a sheet about which nothing is said.
  public init() {}

  mutating func read(_ element: XMLName, _ attributes: XMLAttributes) {
    switch element {
    case "col":
      guard let first = attributes.integer("min"), let last = attributes.integer("max"),
        1 <= first, first <= last, last <= CellAddress.lastColumn
      else { return }
      let width = attributes.number("width").flatMap { (0...255).contains($0) ? $0 : nil }
      columns.append(
        Columns(range: first...last, width: width, isHidden: attributes.flag("hidden") ?? false))
    case "mergeCell":
      if let range = attributes["ref"].flatMap(CellRange.init) { merges.append(range) }
    case "pane" where attributes["state"]?.hasPrefix("frozen") ?? false:
      let limit = 1000
      frozenRows = min(limit, Int(attributes.number("ySplit") ?? 0))
      frozenColumns = min(limit, Int(attributes.number("xSplit") ?? 0))
    case "autoFilter": filter = attributes["ref"].flatMap(CellRange.init)
    case "dataValidation":
      guard ["list", "none", nil].contains(attributes["type"]) else { return }
      let ranges = attributes["sqref"]?.split(separator: " ").compactMap { CellRange(String($0)) }
      let choice = CellChoice(
        offer: .nothing, isStrict: attributes.flag("showErrorMessage") ?? false,
        title: String((attributes["promptTitle"] ?? "").prefix(32)),
        help: String((attributes["prompt"] ?? "").prefix(255)))
      offers.append(Offer(ranges: ranges ?? [], choice: choice))
    default: break
    }
  }

  /// Takes in the formula of the last offer: words in quotation marks, or a range.
  mutating func read(formula: String) {
    guard let last = offers.indices.last else { return }
    if formula.hasPrefix("\""), formula.hasSuffix("\""), formula.count > 2 {
      let words = formula.dropFirst().dropLast().split(separator: ",").map(String.init)
      if CellChoice.fits(words) { offers[last].choice.offer = .words(words) }
    } else if !formula.isEmpty {
      offers[last].choice.offer = .range(formula)
    }
  }
}
