import MentoringModel
import Wording

/// The text of values in cells, as the readers in `Values` understand it.
enum CellWords {
  static func list(_ words: some Sequence<String>) -> String { words.joined(separator: ", ") }

  static func flag(_ flag: Bool) -> String { flag ? "да" : "нет" }

  static func birth(_ birth: Birth?) -> String {
    switch birth {
    case .day(let day): day.dotted
    case .year(let year): "\(year)"
    case nil: ""
    }
  }

  static func experience(_ experience: Experience?) -> String {
    switch experience {
    case .months(0): return "0"
    case .months(let months):
      let (years, rest) = (months / 12, months % 12)
      let parts = [years > 0 ? "\(years) г." : nil, rest > 0 ? "\(rest) мес." : nil]
      return parts.compactMap(\.self).joined(separator: " ")
    case .since(let day): return "с \(day.dotted)"
    case nil: return ""
    }
  }

  static func consent(_ consent: Consent) -> String {
    switch consent {
    case .absent: "нет"
    case .given(let day): day?.dotted ?? "да"
    case .withdrawn(let day): day.map { "отозвано \($0.dotted)" } ?? "отозвано"
    }
  }

  static func request(_ request: Request, in vocabulary: Vocabulary) -> String {
    let mark = request.isMustHave ? "!" : ""
    let level = request.level.map { ", ур. \($0)" } ?? ""
    return "\(vocabulary.title(of: request.competency).ru) (\(request.priority)\(mark)\(level))"
  }

  static func competencies(_ levels: [CompetencyID: Int], in vocabulary: Vocabulary) -> String {
    let order = levels.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
    return list(order.map { "\(vocabulary.title(of: $0.key).ru) (\($0.value))" })
  }
}
