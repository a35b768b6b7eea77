/// Where in the user's files something stands.
///
/// Every person of a bank has one, so it is small: the file and the sheet are held once for all
/// places that are made from one another.
public struct SourceLocation: Sendable, Hashable {
  private var table: Names
  private var place: Names?
  /// The line or row, from 1, or nil where the whole file is meant.
  public var row: Int?

  /// The file's name within the programme folder.
  public var file: String {
    get { table.first ?? "" }
    set { table = Names(newValue, table.second) }
  }

  /// The sheet of a workbook, or nil in a file without sheets.
  public var sheet: String? {
    get { table.second }
    set { table = Names(table.first, newValue) }
  }

  /// The heading of the column, or the path in the programme file.
  public var column: String? {
    get { place?.first }
    set { place = Names.unlessEmpty(newValue, place?.second) }
  }

  /// The cell as spreadsheets call it, `C5`, where it is known.
  public var cell: String? {
    get { place?.second }
    set { place = Names.unlessEmpty(place?.first, newValue) }
  }

  /// Creates a location.
  public init(
    file: String = "", sheet: String? = nil, row: Int? = nil, column: String? = nil,
    cell: String? = nil
  ) {
    table = file.isEmpty && sheet == nil ? .none : Names(file, sheet)
    place = Names.unlessEmpty(column, cell)
    self.row = row
  }

  /// The same row, another column.
  public func column(_ name: String) -> SourceLocation {
    var other = self
    other.place = Names(name, nil)
    return other
  }

  /// Another row of the same table, as a whole.
  public func row(_ number: Int) -> SourceLocation {
    var other = self
    other.place = nil
    other.row = number
    return other
  }
}

/// Two names, either of which may be absent, that many places share.
private final class Names: Sendable, Hashable {
  static let none = Names("", nil)

  let first: String?
  let second: String?

  init(_ first: String?, _ second: String?) {
    self.first = first
    self.second = second
  }

  static func unlessEmpty(_ first: String?, _ second: String?) -> Names? {
    first == nil && second == nil ? nil : Names(first, second)
  }

  static func == (left: Names, right: Names) -> Bool {
    left === right || left.first == right.first && left.second == right.second
  }

  func hash(into hasher: inout Hasher) {
    hasher.combine(first)
    hasher.combine(second)
  }
}
