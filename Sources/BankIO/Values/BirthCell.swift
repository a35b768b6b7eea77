import MentoringModel
import Wording

/// A day or a year of birth.
enum BirthCell {
  /// The birth, or nil with a flaw.
  static func read(_ text: String, _ flaws: inout [Flaw]) -> Birth? {
    if let date = DateCell.date(in: text) { return .day(date) }
    var word = folded(text)
    for tail in ["г.р", "гр", "года", "год", "г"] where word.hasSuffix(tail) {
      word = String(word.dropLast(tail.count)).trimmed
      break
    }
    if word.count == 4, word.isDigits, let year = Int(word), (1900...2200).contains(year) {
      return .year(year)
    }
    flaws.append(.noBirth(text))
    return nil
  }
}

extension Flaw {
  fileprivate static func noBirth(_ text: String) -> Flaw {
    Flaw(
      .error, code: "noBirth", value: text,
      Text(
        ru: "«\(quoted(text))» — не дата и не год рождения.",
        en: "“\(quoted(text))” is neither a date nor a year of birth."),
      advice: Text(
        ru: "Напишите 05.03.1990 или 1990.", en: "Write 05.03.1990 or 1990."))
  }
}
