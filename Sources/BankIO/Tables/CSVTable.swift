/// The rows of a CSV text with the delimiter that its headings show.
struct CSVTable {
  private static let delimiters = [UInt8(ascii: ";"), UInt8(ascii: ","), UInt8(ascii: "\t")]
  /// How many bytes are looked at.
  private static let reachInBytes = 4 << 20

  /// The rows.
  let rows: CSVRows
  /// The headings, or nil where none are found.
  let headings: HeadingRow?

  /// Finds the headings with each delimiter; the one that shows the most holds.
  init(_ bytes: [UInt8], of kind: TableKind, catalogue: HeadingCatalogue) {
    let head = Array(bytes.prefix(Self.reachInBytes))
    var best: (headings: HeadingRow, delimiter: UInt8)?
    for delimiter in Self.delimiters {
      let first = Array(CSVRows(head, delimiter: delimiter).prefix(HeadingRow.reach))
      let found = HeadingRow(
        among: first, of: kind, catalogue: catalogue, beating: best?.headings.known ?? 0)
      if let found { best = (found, delimiter) }
    }
    headings = best?.headings
    rows = CSVRows(bytes, delimiter: best?.delimiter ?? Self.usualDelimiter(of: head))
  }

  /// The delimiter that the first rows hold most often.
  private static func usualDelimiter(of head: [UInt8]) -> UInt8 {
    let start = head.prefix(1 << 16)
    let counts = delimiters.map { mark in start.count { $0 == mark } }
    let most = counts.max() ?? 0
    return delimiters[counts.firstIndex(of: most) ?? 0]
  }
}
