import AssignmentKernel
import Matching
import MentoringModel
public import Wording

/// `report.html`: the plan on one page that needs no network, no script and no other file.
public enum PlanPage {
  /// The page.
  public static func html(of report: PlanReport, in language: Language) -> String {
    let programme = report.subject.programme
    var values: [String: PageValue] = [
      "language": .words(language.rawValue),
      "title": .words(report.title[language].printable),
      "asOf": .words(Text.asOf(programme.asOf)[language]),
      "style": .markup(PageTemplate.style),
      "summaryTitle": .words(Text(ru: "Итог", en: "Summary")[language]),
      "status": .words(report.plan.isProvedOptimal ? "optimal" : "open"),
      "claim": .words(Text.proof(of: report.plan)[language]),
      "tiles": .list(
        tiles(of: report).map { name, value in
          ["name": .words(name[language]), "value": .words(value[language])]
        }),
      "sentences": .list(
        PlanSummary.lines(of: report.subject, solver: report.solver).dropLast().map {
          ["sentence": .words($0[language].printable)]
        }),
      "contentsTitle": .words(Text(ru: "Содержание", en: "Contents")[language]),
      "sections": .list(sections(of: report, language)),
      "version": .words("Nastavnik \(report.manifest.version)"),
    ]
    if !programme.institution.isEmpty {
      values["institution"] = .words(programme.institution.printable)
    }
    return PageTemplate.page.filled(with: values)
  }

  private static func tiles(of report: PlanReport) -> [(Text, Text)] {
    let matches = report.plan.matches
    let groups = matches.count(where: \.isGroup)
    let mean = matches.isEmpty ? 0 : matches.reduce(0) { $0 + $1.score.total } / matches.count
    return [
      (Text(ru: "Пары", en: "Pairs"), Text(same: "\(matches.count - groups)")),
      (Text(ru: "Группы", en: "Groups"), Text(same: "\(groups)")),
      (
        Text(ru: "Без наставника", en: "Without a mentor"),
        Text(same: "\(report.plan.unmatched.count)")
      ),
      (Text(ru: "Подходят в среднем", en: "Mean fit"), .percent(mean)),
    ]
      + report.plan.coverage.map { result in
        (
          result.target.title,
          result.total == 0
            ? Text(same: "—") : .percent(Text.hundredths(result.covered, of: result.total))
        )
      }
  }

  private static func sections(
    of report: PlanReport, _ language: Language
  ) -> [[String: PageValue]] {
    var sections: [[String: PageValue]] = []
    let charts = PlanCharts(report: report).all.map { $0.markup(in: language) }
    if !charts.isEmpty {
      sections.append(
        section(
          "charts", Text(ru: "Диаграммы", en: "Charts")[language],
          "<div class=\"charts\">\n" + charts.joined() + "</div>\n"))
    }
    for (index, form) in report.plan.forms.enumerated() {
      sections.append(
        section(
          "form-\(index + 1)", report.subject.title(of: form.form)[language],
          content(of: form, report, language), count: form.counts[language]))
    }
    for part in report.parts where part.table.rowCount > 0 {
      sections.append(
        section(
          part.kind.rawValue, part.title[language],
          PageTable(table: part.table, language: language).markup(), note: part.note?[language]))
    }
    return sections
  }

  private static func content(
    of form: FormPlan, _ report: PlanReport, _ language: Language
  ) -> String {
    let matches =
      form.matches.isEmpty
      ? "<p>" + HTMLText.escaped(Text.noPair[language]) + "</p>\n"
      : PageTable(table: report.matches(of: form), language: language).markup()
    guard !form.unmatched.isEmpty else { return matches }
    return matches
      + PageTable(table: report.unmatched(of: form), language: language)
      .markup(heading: .unmatched(form.unmatched.count))
  }

  private static func section(
    _ id: String, _ title: String, _ content: String, count: String = "", note: String? = nil
  ) -> [String: PageValue] {
    // A key that is missing would be looked for in the page around the section.
    var section: [String: PageValue] = [
      "id": .words(id), "title": .words(title.printable), "content": .markup(content),
    ]
    if !count.isEmpty { section["count"] = .words(count) }
    if let note { section["note"] = .words(note) }
    return section
  }
}

extension PlanReport {
  /// The title of the programme, or its short name where it has none.
  fileprivate var title: Text {
    let title = subject.programme.title
    return title.ru.isEmpty && title.en.isEmpty ? Text(same: subject.programme.id) : title
  }
}

extension FormPlan {
  /// How many pairs, groups and requests without a mentor there are.
  fileprivate var counts: Text {
    let groups = matches.count(where: \.isGroup)
    var parts = [Noun.pair.counted(matches.count - groups)]
    if groups > 0 { parts.append(Noun.group.counted(groups)) }
    if !unmatched.isEmpty {
      let requests = Noun.request.counted(unmatched.count)
      parts.append(Text(ru: "без наставника \(requests.ru)", en: "\(requests.en) without a mentor"))
    }
    return parts.joined(separator: ", ")
  }
}

extension Text {
  fileprivate static func asOf(_ date: CalendarDate) -> Text {
    Text(
      ru: "Возраст и стаж — на \(date.dotted)", en: "Ages and experience on \(date)")
  }
}
