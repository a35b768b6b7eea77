import MentoringModel
import Wording

/// A competency and how far somebody is in it.
struct CompetencyLevel {
  var competency: CompetencyID
  var level: Int
}

/// Competencies with levels: «ФГОС (4), оценивание (3)».
enum CompetencyCell {
  /// The level where none is written.
  static let usualLevel = 3

  /// The competencies that are known; of one that is named twice, the higher level.
  static func read(
    _ text: String, _ terms: Terms, _ flaws: inout [Flaw]
  ) -> [CompetencyID: Int]? {
    var levels: [CompetencyID: Int] = [:]
    for item in CellList.items(text) {
      guard let one = terms.levels.value(of: item, &flaws, { level(in: $0, terms, &$1) }) else {
        continue
      }
      levels[one.competency] = max(one.level, levels[one.competency] ?? 0)
    }
    return levels
  }

  private static func level(
    in item: String, _ terms: Terms, _ flaws: inout [Flaw]
  ) -> CompetencyLevel? {
    if let competency = terms.vocabulary.competency(named: item) {
      return CompetencyLevel(competency: competency, level: usualLevel)
    }
    let (name, remark) = CellList.partsOfItem(item)
    let competency = terms.competency(name, isMustHave: false, &flaws)
    let level = remark.flatMap { Int($0) }.flatMap { (1...5).contains($0) ? $0 : nil }
    if remark != nil, level == nil { flaws.append(.noLevel(item)) }
    return competency.map { CompetencyLevel(competency: $0, level: level ?? usualLevel) }
  }
}

extension Flaw {
  fileprivate static func noLevel(_ text: String) -> Flaw {
    Flaw(
      .warning, code: "noLevel", value: text,
      Text(
        ru: "Уровень в «\(quoted(text))» — не число от 1 до 5; взят \(CompetencyCell.usualLevel).",
        en:
          "The level in “\(quoted(text))” is not 1 to 5; it counts as \(CompetencyCell.usualLevel)."
      ),
      advice: Text(
        ru: "Напишите уровень в скобках: «ФГОС (4)».",
        en: "Write the level in brackets: “ФГОС (4)”."))
  }
}
