import BankIO
public import Wording

/// `pairs.csv` and `unmatched.csv`: a row a mentee, for spreadsheets and other programs.
///
/// The text is as a Russian Excel opens it: UTF-8 with a byte order mark, `;`, CRLF. Cells that a
/// spreadsheet would run as formulas are made harmless.
public enum PlanCSV {
  /// The mentees with their mentors, form by form.
  public static func pairs(of report: PlanReport, in language: Language) -> String {
    text(of: report.pairs, in: language)
  }

  /// The mentees without a mentor, form by form.
  public static func unmatched(of report: PlanReport, in language: Language) -> String {
    text(of: report.unmatched, in: language)
  }

  static func text(of table: ReportTable, in language: Language) -> String {
    var text = CSVText.mark + CSVText.row(table.headings.map { heading($0)[language] })
    for index in 0..<table.rowCount {
      text += CSVText.row(table.row(index).map { cell($0, in: language) })
    }
    return text
  }

  private static func heading(_ heading: ReportTable.Heading) -> Text {
    switch heading.kind {
    case .percent, .fit, .part: heading.title + Text(same: ", %")
    case .name, .words, .detail, .code, .number: heading.title
    }
  }

  /// Shares stand as numbers: their unit is in the heading.
  private static func cell(_ value: ReportValue, in language: Language) -> String {
    if case .percent(let share) = value { return Text.hundredths(share)[language] }
    return value.line(in: language)
  }
}
