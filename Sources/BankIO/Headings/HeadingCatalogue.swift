/// Which column a heading names in each table.
final class HeadingCatalogue {
  private let indexes: [TableKind: WordIndex<Column>]

  /// The built-in headings and, before them, the further ones of a programme.
  init(further: [String: String] = [:]) {
    let builtIn = BuiltIn.headings
    var indexes: [TableKind: WordIndex<Column>] = [:]
    for kind in TableKind.allCases {
      let index = WordIndex<Column>()
      for (heading, name) in further.sorted(by: { $0.key < $1.key }) {
        guard let column = Column(rawValue: name) else { continue }
        guard column == .readPast || kind.columns.contains(column) else { continue }
        index.add(heading, for: column)
      }
      for column in kind.columns {
        for alias in builtIn.aliases(of: column, in: kind) { index.add(alias, for: column) }
        index.add(column.rawValue, for: column)
      }
      for heading in builtIn.readPast { index.add(heading, for: .readPast) }
      indexes[kind] = index
    }
    self.indexes = indexes
  }

  /// The column that a heading names; what stands in brackets behind it does not count, nor do
  /// hyphens at line ends and spaces around a stroke.
  func column(named heading: String, in kind: TableKind) -> Column? {
    guard let index = indexes[kind], !heading.isEmpty else { return nil }
    if let column = index[heading] { return column }
    let heading = joined(heading)
    if let column = index[heading] { return column }
    let plain = heading.prefix { $0 != "(" && $0 != ":" && $0 != "*" }
    return index[plain]
  }

  /// The heading without hyphens at line ends and spaces around a stroke.
  private func joined(_ heading: String) -> String {
    guard heading.unicodeScalars.contains(where: Self.joints.contains) else { return heading }
    var result = String.UnicodeScalarView()
    var gap = String.UnicodeScalarView()
    for scalar in heading.unicodeScalars where scalar != "\u{AD}" {
      if scalar.properties.isWhitespace {
        if result.last != "/" { gap.append(scalar) }
        continue
      }
      if gap.contains(where: { $0 == "\n" || $0 == "\r" }), result.last == "-" {
        result.removeLast()
      } else if scalar != "/" {
        result.append(contentsOf: gap)
      }
      gap.removeAll()
      result.append(scalar)
    }
    return String(result)
  }

  private static let joints: Set<Unicode.Scalar> = ["\u{AD}", "\n", "\r", "/"]

  /// The nearest known heading.
  func nearest(to heading: String, in kind: TableKind) -> String? {
    indexes[kind]?.nearest(to: heading)
  }
}
