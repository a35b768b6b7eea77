/// The rows of a CSV text with the delimiter that its headings show.
struct CSVTable {
  private static let delimiters = [UInt8(ascii: ";"), UInt8(ascii: ","), UInt8(ascii: "\t")]
  /// How many bytes are looked at.
  private static let reachInBytes = 4 << 20

  /// The rows.
  let rows: CSVRows
  /// The headings, or nil where none are found.
  let headings: HeadingRow?
  /// Whether nothing but delimiters stands at the beginning.
  let isBlank: Bool

  /// Finds the headings with each delimiter; the one that shows the most holds.
  init(_ text: TextSource, of kind: TableKind, catalogue: HeadingCatalogue) {
    let head = text.head(Self.reachInBytes)
    var best: (headings: HeadingRow, delimiter: UInt8)?
    for delimiter in Self.delimiters {
      let first = Array(CSVRows(head, delimiter: delimiter).prefix(HeadingRow.reach))
      let found = HeadingRow(
        among: first, of: kind, catalogue: catalogue, beating: best?.headings.known ?? 0)
      if let found { best = (found, delimiter) }
    }
    headings = best?.headings
    rows = CSVRows(
      head, then: text, delimiter: best?.delimiter ?? Self.usualDelimiter(of: head))
    isBlank = !head.contains { $0 > 0x20 && $0 != 0x3B && $0 != 0x2C }
  }

  /// The delimiter that the first rows hold most often.
  private static func usualDelimiter(of head: [UInt8]) -> UInt8 {
    let start = head.prefix(1 << 16)
    let counts = delimiters.map { mark in start.count { $0 == mark } }
    let most = counts.max() ?? 0
    return delimiters[counts.firstIndex(of: most) ?? 0]
  }
}
