import Matching
import MentoringModel
public import Wording

/// `plan.md`: the plan for whoever reads or mails text.
public enum PlanMarkdown {
  /// The whole report.
  public static func text(of report: PlanReport, in language: Language) -> String {
    var text = MarkdownText(in: language)
    text.heading(1, report.subject.programme.title)
    text.list(PlanSummary.lines(of: report.subject, solver: report.solver))
    for form in report.plan.forms {
      text.heading(2, report.subject.title(of: form.form))
      if form.matches.isEmpty {
        text.paragraph(.noPair)
      } else {
        text.table(report.matches(of: form))
      }
      guard !form.unmatched.isEmpty else { continue }
      text.heading(3, .unmatched(form.unmatched.count))
      text.table(report.unmatched(of: form))
    }
    for part in report.parts where part.table.rowCount > 0 && part.kind != .settings {
      text.heading(2, part.title)
      if let note = part.note { text.paragraph(note) }
      text.table(part.table)
    }
    return text.text
  }
}
