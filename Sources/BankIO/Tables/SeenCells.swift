/// What stands where headings are looked for: shown so that a curator sees which table was opened.
enum SeenCells {
  private static let most = 8

  /// The words of the row with the most of them, without anything that may be a contact.
  static func words(in rows: [TableRow]) -> [String] {
    let candidates = rows.map { row in
      row.fields.map(\.trimmed).filter { text in
        !text.isEmpty && text.count <= 40
          && !text.contains { $0.isNumber || $0 == "@" || $0 == "/" }
      }
    }
    let fullest = candidates.max { $0.count < $1.count } ?? []
    return fullest.prefix(most).map { quoted($0) }
  }
}
