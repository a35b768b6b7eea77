public import Wording

/// The formats in which a plan is told of beside its JSON.
public enum ReportFormat: String, Sendable, Hashable, CaseIterable {
  /// A workbook to sort, filter and count in: `plan.xlsx`.
  case xlsx
  /// A page to read and print: `report.html`.
  case html
  /// Text to mail: `plan.md`.
  case markdown
  /// Tables for other programs: `pairs.csv` and `unmatched.csv`.
  case csv

  /// A file that is made of a report.
  public struct File: Sendable {
    /// The name.
    public let name: String
    /// The bytes; a throw tells that there is no room for a workbook in the making.
    public let contents: @Sendable (PlanReport, Language) throws -> [UInt8]
  }

  /// The files of the format.
  public var files: [File] {
    switch self {
    case .xlsx: [File(name: "plan.xlsx") { try PlanWorkbook.bytes(of: $0, in: $1) }]
    case .html: [File(name: "report.html") { Array(PlanPage.html(of: $0, in: $1).utf8) }]
    case .markdown: [File(name: "plan.md") { Array(PlanMarkdown.text(of: $0, in: $1).utf8) }]
    case .csv:
      [
        File(name: "pairs.csv") { Array(PlanCSV.pairs(of: $0, in: $1).utf8) },
        File(name: "unmatched.csv") { Array(PlanCSV.unmatched(of: $0, in: $1).utf8) },
      ]
    }
  }
}
