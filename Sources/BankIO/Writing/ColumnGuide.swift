import Yams

/// What a template says of a column.
struct ColumnGuide: Sendable {
  /// The words below the heading.
  var help: String
  /// The note on the heading, or nil where the help says it all.
  var note: String?
  /// The width in digits.
  var width: Double
}

/// The contents of `guide.yaml`.
struct BuiltInGuide: Sendable {
  private var sections: [String: [String: ColumnGuide]] = [:]

  init(_ document: Node) {
    for (section, columns) in document.mapping ?? [:] {
      for (column, words) in columns.mapping ?? [:] {
        sections[section.string ?? "", default: [:]][column.string ?? ""] = ColumnGuide(
          help: words["help"]?.scalar?.string ?? "", note: words["note"]?.scalar?.string,
          width: words["width"]?.float ?? 12)
      }
    }
  }

  /// What is said of a column of a table.
  func guide(to column: Column, in kind: TableKind) -> ColumnGuide? {
    let shared = kind.isNeeded ? sections["person"] : nil
    return sections[kind.rawValue]?[column.rawValue] ?? shared?[column.rawValue]
  }
}
