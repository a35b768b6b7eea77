import MentoringModel
import Wording

/// What is found in the rows of a table.
///
/// Of one kind so many are kept that a curator sees them all, and so few that a column of a million
/// wrong cells does not fill the memory; the others are counted, and one more finding tells how many
/// they are.
struct FindingLog {
  /// The most findings of one kind that are kept.
  static let most = 5_000

  private var kept: [Finding] = []
  private var counts: [String: Int] = [:]
  private var further: [String: Finding] = [:]

  /// Takes in a finding.
  mutating func append(_ finding: Finding) {
    let count = counts[finding.code, default: 0] + 1
    counts[finding.code] = count
    if count <= Self.most {
      kept.append(finding)
    } else if further[finding.code] == nil {
      further[finding.code] = finding
    }
  }

  /// Takes in findings.
  mutating func append(_ findings: [Finding]) {
    for finding in findings { append(finding) }
  }

  /// What is kept, and how much more there is.
  var findings: [Finding] {
    kept
      + further.sorted { $0.key < $1.key }.map { code, first in
        let place = SourceLocation(file: first.location.file, sheet: first.location.sheet)
        return Flaw.further(first, (counts[code] ?? 0) - Self.most).finding(at: place)
      }
  }
}

extension Flaw {
  fileprivate static func further(_ first: Finding, _ count: Int) -> Flaw {
    let (row, remarks) = (first.location.row ?? 1, Noun.remark.counted(count))
    return Flaw(
      first.severity, code: "furtherFindings", value: first.code,
      Text(
        ru: "С строки \(row) и дальше есть ещё \(remarks.ru) того же рода, например: "
          + first.message.ru,
        en: "From row \(row) on there are \(remarks.en) more of the kind, such as: "
          + first.message.en),
      advice: Text(
        ru: "Исправьте показанные и проверьте таблицу снова.",
        en: "Mend those that are shown and check the table again."))
  }
}
