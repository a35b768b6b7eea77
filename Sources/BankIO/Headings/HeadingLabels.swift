/// The text above each column, from one row or from two.
enum HeadingLabels {
  /// The cells of a row.
  static func labels(_ row: TableRow) -> [String] { row.fields.map(\.trimmed) }

  /// The headings of two rows: «Согласие» above «на обработку ПДн».
  ///
  /// An upper cell also stands for the blank ones to its right, as joined cells do. Where both rows
  /// hold something, the words together count first, then the lower ones.
  static func labels(
    below upper: TableRow, _ lower: TableRow, _ kind: TableKind, _ catalogue: HeadingCatalogue
  ) -> [String] {
    var (labels, wide) = ([String](), "")
    for index in 0..<max(upper.fields.count, lower.fields.count) {
      let above = index < upper.fields.count ? upper.fields[index].trimmed : ""
      let below = index < lower.fields.count ? lower.fields[index].trimmed : ""
      if !above.isEmpty { wide = above }
      guard !below.isEmpty else {
        labels.append(above)
        continue
      }
      let together = ["\(wide) \(below)", "\(below) \(wide)"]
      let known = together.first { !wide.isEmpty && catalogue.column(named: $0, in: kind) != nil }
      labels.append(known ?? below)
    }
    return labels
  }
}
