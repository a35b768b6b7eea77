import MentoringModel
import Wording
import Workbooks

/// The remarks on the cells of one sheet.
struct CellMarks {
  /// The remarks on one cell.
  struct Mark {
    /// The gravest.
    var severity: Finding.Severity
    /// What they say.
    var texts: [String]

    /// The note.
    var note: String { texts.joined(separator: "\n\n") }

    /// The colour behind the cell.
    var fill: UInt32 {
      switch severity {
      case .error, .fatal: 0xFFC7CE
      case .warning: 0xFFEB9C
      case .note: 0xDDEBF7
      }
    }
  }

  /// More remarks than these on one cell help nobody, and a note has its limit.
  private static let mostTexts = 10

  private var marksByRow: [Int: [Int: Mark]] = [:]

  init(_ findings: [Finding], _ language: Language) {
    for finding in findings {
      guard let row = finding.location.row else { continue }
      // What is said of a whole row stands at its first cell.
      let column = finding.location.cell.flatMap(CellAddress.column(of:)) ?? 1
      let text = Self.text(finding, language)
      guard var mark = marksByRow[row]?[column] else {
        marksByRow[row, default: [:]][column] = Mark(severity: finding.severity, texts: [text])
        continue
      }
      mark.severity = max(mark.severity, finding.severity)
      if mark.texts.count < Self.mostTexts { mark.texts.append(text) }
      marksByRow[row]?[column] = mark
    }
  }

  /// Moves the marks within joined cells to the one that shows.
  mutating func join(_ range: CellRange) {
    for row in range.rows {
      for (column, mark) in marksByRow[row] ?? [:] where range.columns.contains(column) {
        let first = (row: range.rows.lowerBound, column: range.columns.lowerBound)
        guard (row, column) != first else { continue }
        marksByRow[row]?[column] = nil
        var joined = marksByRow[first.row]?[first.column] ?? Mark(severity: .note, texts: [])
        joined.severity = max(joined.severity, mark.severity)
        joined.texts += mark.texts
        marksByRow[first.row, default: [:]][first.column] = joined
      }
    }
  }

  /// Takes the marks of a row away and returns them by column.
  mutating func takeRow(_ number: Int) -> [Int: Mark] {
    marksByRow.removeValue(forKey: number) ?? [:]
  }

  /// The rows whose marks were not taken.
  var rows: [Int] { marksByRow.keys.sorted() }

  private static func text(_ finding: Finding, _ language: Language) -> String {
    let severity = finding.severity.title[language]
    return "\(severity). \(finding.message[language])\n\(finding.advice[language])"
  }
}
