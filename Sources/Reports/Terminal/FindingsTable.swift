public import MentoringModel
public import Wording

/// Findings as a table: how grave, where, what was written, what is the matter, what to do.
public enum FindingsTable {
  private static let longestValue = 40

  /// The findings in their order, gravest last line summed up; empty where there are none.
  public static func rendered(_ findings: [Finding], in language: Language, width: Int) -> String {
    guard !findings.isEmpty else { return "" }
    var table = TextTable([
      .init(Text.severity[language]),
      .init(Text.place[language], .elastic),
      .init(Text.column[language], .elastic),
      .init(Text.value[language], .elastic),
      .init(Text.matter[language], .elastic),
      .init(Text.advice[language], .elastic),
    ])
    for finding in findings {
      table.add([
        finding.severity.title[language],
        place(finding.location),
        finding.location.column ?? "",
        shortened(finding.value ?? ""),
        finding.message[language],
        finding.advice[language],
      ])
    }
    return table.rendered(width: width) + "\n" + summary(of: findings)[language] + "\n"
  }

  /// How many errors and warnings there are.
  public static func summary(of findings: [Finding]) -> Text {
    let errors = findings.count { $0.severity >= .error }
    let warnings = findings.count { $0.severity == .warning }
    guard errors + warnings > 0 else {
      return findings.isEmpty
        ? Text(ru: "Замечаний нет.", en: "Nothing to mend.")
        : Text(ru: "Ошибок и предупреждений нет.", en: "No errors or warnings.")
    }
    return [Noun.error.counted(errors), Noun.warning.counted(warnings)].joined(separator: ", ")
      + Text(same: ".")
  }

  /// `mentors.csv:C5`, or `mentors.xlsx, Лист1!C5` in a workbook; the row alone where no cell is meant.
  private static func place(_ location: SourceLocation) -> String {
    let place = location.cell ?? location.row.map { "\($0)" }
    guard let sheet = location.sheet else {
      return [location.file, place].compactMap(\.self).joined(separator: ":")
    }
    return "\(location.file), " + [sheet, place].compactMap(\.self).joined(separator: "!")
  }

  private static func shortened(_ value: String) -> String {
    let start = value.prefix(longestValue)
    return start.endIndex == value.endIndex ? value : start + "…"
  }
}

extension Text {
  fileprivate static let severity = Text(ru: "Что это", en: "Severity")
  fileprivate static let place = Text(ru: "Где", en: "Where")
  fileprivate static let column = Text(ru: "Столбец", en: "Column")
  fileprivate static let value = Text(ru: "Написано", en: "Value")
  fileprivate static let matter = Text(ru: "В чём дело", en: "What")
  fileprivate static let advice = Text(ru: "Что сделать", en: "What to do")
}
