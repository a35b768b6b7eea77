import Wording

/// A column of a report: written once, for every format in which it stands.
///
/// ```swift
/// let places = ReportColumn<MentorLoad>(Text(ru: "Мест", en: "Places"), .number) {
///   .number($0.places)
/// }
/// ```
struct ReportColumn<Row>: Sendable {
  /// The heading.
  let title: Text
  /// What the column holds.
  let kind: ReportColumnKind
  /// What stands in the column of a row.
  let value: @Sendable (Row) -> ReportValue

  init(
    _ title: Text, _ kind: ReportColumnKind = .words,
    value: @escaping @Sendable (Row) -> ReportValue
  ) {
    self.title = title
    self.kind = kind
    self.value = value
  }
}

/// What a column holds, and so how it stands.
enum ReportColumnKind: String, Sendable, Hashable {
  /// Names and other short words.
  case name
  /// Sentences.
  case words
  /// Names and other short words for looking up, which a print leaves out.
  case detail
  /// Codes for programs and for looking up, which a print leaves out.
  case code
  /// Whole numbers.
  case number
  /// Shares.
  case percent
  /// Shares that are worth a bar.
  case fit
  /// Shares that add up to a fit; a print leaves them out.
  case part

  /// Whether the column stands flush right.
  var isRight: Bool {
    switch self {
    case .number, .percent, .fit, .part: true
    case .name, .words, .detail, .code: false
    }
  }

  /// Whether the column is for looking up more than for reading.
  var isDetail: Bool {
    switch self {
    case .detail, .code, .part: true
    case .name, .words, .number, .percent, .fit: false
    }
  }
}

/// Columns and rows, ready for any format.
struct ReportTable: Sendable {
  /// A column without its rows.
  struct Heading: Sendable, Hashable {
    /// The heading.
    let title: Text
    /// What the column holds.
    let kind: ReportColumnKind
  }

  /// The headings in their order.
  let headings: [Heading]
  /// How many rows there are.
  let rowCount: Int
  private let cell: @Sendable (_ row: Int, _ column: Int) -> ReportValue

  /// A table of things, a row each.
  init<Row: Sendable>(_ rows: [Row], _ columns: [ReportColumn<Row>]) {
    headings = columns.map { Heading(title: $0.title, kind: $0.kind) }
    rowCount = rows.count
    cell = { columns[$1].value(rows[$0]) }
  }

  /// The table without what a reader does not read.
  var withoutDetails: ReportTable {
    let columns = headings.indices.filter { !headings[$0].kind.isDetail }
    return ReportTable(
      headings: columns.map { headings[$0] }, rowCount: rowCount,
      cell: { [cell] in cell($0, columns[$1]) })
  }

  private init(
    headings: [Heading], rowCount: Int, cell: @escaping @Sendable (Int, Int) -> ReportValue
  ) {
    self.headings = headings
    self.rowCount = rowCount
    self.cell = cell
  }

  /// What stands in a row.
  func row(_ index: Int) -> [ReportValue] { headings.indices.map { cell(index, $0) } }

  /// What stands in a row, each cell in one line.
  func line(_ index: Int, in language: Language) -> [String] {
    row(index).map { $0.line(in: language) }
  }
}
