import MentoringModel
import Wording

extension Limit {
  /// «больше 3 лет».
  var text: Text {
    let limit = Noun.ofYears.counted(years)
    return switch comparison {
    case .above: Text(ru: "больше \(limit.ru)", en: "more than \(limit.en)")
    case .atLeast: Text(ru: "не меньше \(limit.ru)", en: "at least \(limit.en)")
    case .below: Text(ru: "меньше \(limit.ru)", en: "less than \(limit.en)")
    case .atMost: Text(ru: "не больше \(limit.ru)", en: "at most \(limit.en)")
    }
  }
}

extension Noun {
  /// года, in the genitive after a comparison.
  fileprivate static let ofYears = Noun(
    one: "года", few: "лет", many: "лет", singular: "year", plural: "years")
}
