import Matching
public import Wording
public import Workbooks

/// `plan.xlsx`: a sheet a form with its pairs, then groups, the unmatched, shortages, coverage by
/// organization, the load of mentors, the settings and the manifest.
///
/// Numbers are numbers and shares are percents, so that everything can be sorted, filtered and
/// counted on. A table that is longer than a sheet goes on in the next.
public enum PlanWorkbook {
  /// The bytes of the workbook, the same for the same report.
  ///
  /// - Throws: `WorkbookWriteError` where there is no room for the temporary file.
  public static func bytes(
    of report: PlanReport, in language: Language
  ) throws(WorkbookWriteError) -> [UInt8] {
    let workbook = try WorkbookWriter()
    for (title, table) in sheets(of: report) {
      var first = 0
      repeat {
        let last = min(first + ReportSheet.mostRows, table.rowCount)
        let sheet = try workbook.addSheet(workbook.soundName(title[language]))
        try ReportSheet(table: table, language: language, rows: first..<last).write(to: sheet)
        first = last
      } while first < table.rowCount
    }
    return try workbook.finish()
  }

  private static func sheets(of report: PlanReport) -> [(Text, ReportTable)] {
    report.plan.forms.map { (report.subject.title(of: $0.form), report.memberships(of: $0)) } + [
      (ReportPart.Kind.groups.title, report.groups),
      (Text(ru: "Без наставника", en: "Unmatched"), report.unmatched),
      (ReportPart.Kind.shortages.title, report.demands(shortAlone: false)),
      (ReportPart.Kind.coverage.title, report.organizations),
      (ReportPart.Kind.load.title, report.loads),
      (ReportPart.Kind.settings.title, report.settings),
      (Text(same: "manifest.json"), report.effectiveSettings),
    ]
  }
}
