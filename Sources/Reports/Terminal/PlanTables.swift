import Matching
import MentoringModel
public import Wording

/// A plan for the terminal: form by form the pairs and the unmatched, then the totals.
public enum PlanTables {
  /// The whole report.
  public static func rendered(
    _ subject: ReportSubject, solver: Text, in language: Language, width: Int
  ) -> String {
    var parts = subject.plan.forms.map { form in
      section(of: form, subject, in: language, width: width)
    }
    parts.append(PlanSummary.rendered(subject, solver: solver, in: language, width: width))
    return parts.joined(separator: "\n")
  }

  private static func section(
    of form: FormPlan, _ subject: ReportSubject, in language: Language, width: Int
  ) -> String {
    var text = subject.title(of: form.form)[language] + "\n\n"
    if form.matches.isEmpty {
      text += Text.noPair[language] + "\n"
    } else {
      text += rendered(ReportTable(form.matches, MatchColumns(subject: subject).all))
    }
    if !form.unmatched.isEmpty {
      text += "\n" + Text.unmatched(form.unmatched.count)[language] + "\n\n"
      text += rendered(ReportTable(form.unmatched, UnmatchedColumns(subject: subject).all))
    }
    return text
    func rendered(_ table: ReportTable) -> String {
      TextTable(table, in: language).rendered(width: width)
    }
  }
}

extension Text {
  static let noPair = Text(ru: "Пар нет.", en: "No pairs.")

  static func unmatched(_ count: Int) -> Text {
    let requests = Noun.request.counted(count)
    return Text(ru: "Без наставника: \(requests.ru)", en: "Without a mentor: \(requests.en)")
  }
}
