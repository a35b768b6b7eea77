import Yams

/// The contents of `headings.yaml`.
struct BuiltInHeadings: Sendable {
  private var sections: [String: [String: [String]]] = [:]
  private(set) var readPast: [String] = []

  init(_ document: Node) {
    for (key, value) in document.mapping ?? [:] {
      if let list = value.sequence {
        readPast = list.flatMap { $0.sequence?.compactMap { $0.scalar?.string } ?? [] }
      } else if let name = key.string, let columns = value.mapping {
        for (column, list) in columns {
          sections[name, default: [:]][column.string ?? ""] =
            list.sequence?.compactMap { $0.scalar?.string }
        }
      }
    }
  }

  /// The headings of a column in a table, the one that is written first.
  func aliases(of column: Column, in kind: TableKind) -> [String] {
    let shared = kind == .mentors || kind == .mentees ? sections["person"] : nil
    return (shared?[column.rawValue] ?? []) + (sections[kind.rawValue]?[column.rawValue] ?? [])
  }

  /// The heading that is written for a column.
  func heading(of column: Column, in kind: TableKind) -> String {
    aliases(of: column, in: kind).first ?? column.rawValue
  }
}
