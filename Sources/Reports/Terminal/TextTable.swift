import Wording

/// A table for a terminal: aligned columns, long cells broken between words.
///
/// ```swift
/// var table = TextTable([.init("Mentor", .elastic), .init("Fit", .right)])
/// table.add(["Анна Рябинина", "84.52%"])
/// print(table.rendered(width: 80))
/// ```
public struct TextTable: Sendable, Hashable {
  /// How a column stands.
  public enum Style: Sendable, Hashable {
    /// Flush left, as wide as its longest cell.
    case left
    /// Flush right, as wide as its longest cell; its heading is broken where there is little room.
    case right
    /// Flush left, narrowed where the terminal is too narrow for all.
    case elastic
  }

  /// A column.
  public struct Column: Sendable, Hashable {
    /// The heading.
    public var heading: String
    /// The style.
    public var style: Style

    /// Creates a column.
    public init(_ heading: String, _ style: Style = .left) {
      self.heading = heading
      self.style = style
    }
  }

  private static let gap = 2
  private static let (narrowest, readable) = (8, 20)

  private let columns: [Column]
  private var rows: [[String]] = []

  /// Creates a table without rows.
  public init(_ columns: [Column]) { self.columns = columns }

  /// Adds a row; cells that are missing stay empty, and line breaks in cells become spaces.
  public mutating func add(_ cells: [String]) {
    rows.append(columns.indices.map { $0 < cells.count ? cells[$0].printable : "" })
  }

  /// A table of a report.
  init(_ table: ReportTable, in language: Language) {
    self.init(
      table.headings.map {
        Column($0.title[language], $0.kind.isRight ? .right : .elastic)
      })
    for index in 0..<table.rowCount { add(table.line(index, in: language)) }
  }

  /// The table with lines of at most `width` cells, as far as the fixed columns allow.
  public func rendered(width: Int) -> String {
    let widths = columnWidths(within: width)
    var lines = render(columns.map(\.heading), widths)
    lines.append(
      widths.map { String(repeating: "─", count: $0) }.joined(
        separator: String(repeating: " ", count: Self.gap)))
    for row in rows { lines += render(row, widths) }
    return lines.joined(separator: "\n") + "\n"
  }

  private func render(_ cells: [String], _ widths: [Int]) -> [String] {
    let wrappedCells = zip(cells, widths).map { wrapped($0, width: $1) }
    return (0..<(wrappedCells.map(\.count).max() ?? 0)).map { line in
      var text = ""
      for (index, cell) in wrappedCells.enumerated() {
        let piece = line < cell.count ? cell[line] : ""
        let padding = String(repeating: " ", count: max(0, widths[index] - piece.displayWidth))
        text += columns[index].style == .right ? padding + piece : piece + padding
        text += String(repeating: " ", count: Self.gap)
      }
      while text.last == " " { text.removeLast() }
      return text
    }
  }

  /// Takes the cells that are too many one by one from the widest elastic column, and once that has
  /// no more than it needs to be read, from numbers whose headings can be broken between words.
  private func columnWidths(within width: Int) -> [Int] {
    let needed = columns.indices.map { index in rows.map { $0[index].displayWidth }.max() ?? 0 }
    var widths = columns.indices.map { max(columns[$0].heading.displayWidth, needed[$0], 1) }
    let least = columns.indices.map { index in
      switch columns[index].style {
      case .left: widths[index]
      case .elastic: Self.narrowest
      case .right:
        max(
          needed[index],
          columns[index].heading.split(separator: " ").map(\.displayWidth).max() ?? 0, 1)
      }
    }
    var excess = widths.reduce(0, +) + Self.gap * (widths.count - 1) - width
    while excess > 0 {
      let giving = columns.indices.filter { widths[$0] > least[$0] }
      let words = giving.filter { columns[$0].style == .elastic }
      let numbers = giving.filter { columns[$0].style == .right }
      let isRoomy = words.contains { widths[$0] > Self.readable }
      let givers = isRoomy || numbers.isEmpty ? words : numbers
      guard let widest = givers.max(by: { widths[$0] < widths[$1] }) else { break }
      widths[widest] -= 1
      excess -= 1
    }
    return widths
  }
}
