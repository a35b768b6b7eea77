import MentoringModel
import Wording

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
      var (competency, level) = (terms.vocabulary.competency(named: item), usualLevel)
      if competency == nil {
        let (name, remark) = CellList.partsOfItem(item)
        competency = terms.competency(name, isMustHave: false, &flaws)
        if let remark {
          let number = Int(remark)
          if let number, (1...5).contains(number) {
            level = number
          } else {
            flaws.append(.noLevel(item))
          }
        }
      }
      guard let competency else { continue }
      levels[competency] = max(level, levels[competency] ?? 0)
    }
    return levels
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
