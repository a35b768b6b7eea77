import MentoringModel
import Wording

/// How many mentees somebody takes: «3», «до 3», «2–3», «3 чел.».
enum CapacityCell {
  /// More than this is a slip of the pen.
  static let most = 1000

  /// The number; one that cannot be read counts as none, so that nobody is promised a place.
  static func read(_ text: String, _ flaws: inout [Flaw]) -> Int? {
    guard let number = number(in: text) else {
      flaws.append(.noCapacity(text))
      return 0
    }
    guard (0...most).contains(number) else {
      flaws.append(.absurdCapacity(text))
      return 0
    }
    return number
  }

  /// The whole number that the text is; of a range the upper end.
  static func number(in text: String) -> Int? {
    var word = folded(text)
    for head in ["до ", "не более ", "max ", "макс. ", "<="] where word.hasPrefix(head) {
      word = String(word.dropFirst(head.count)).trimmed
    }
    for tail in ["человека", "человек", "чел", "мест", "места", "место", "наставляемых"]
    where word.hasSuffix(tail) {
      word = String(word.dropLast(tail.count)).trimmed
    }
    if word.hasSuffix(".0") || word.hasSuffix(",0") { word = String(word.dropLast(2)) }
    if word == "нет" { return 0 }
    if let number = Int(word) { return number }
    let ends = word.split(separator: /\s*[-–—]\s*/, omittingEmptySubsequences: false)
    guard ends.count == 2, ends.allSatisfy(\.isDigits), let low = Int(ends[0]),
      let high = Int(ends[1]), low <= high
    else { return word.hasPrefix("-") || word.isDigits ? Int.max : nil }
    return high
  }
}

extension Flaw {
  fileprivate static func noCapacity(_ text: String) -> Flaw {
    Flaw(
      .error, code: "noCapacity", value: text,
      Text(
        ru: "«\(quoted(text))» — не целое число; пока считается, что мест нет.",
        en: "“\(quoted(text))” is not a whole number; until it is, there are no places."),
      advice: Text(
        ru: "Напишите число, например 2, или оставьте ячейку пустой.",
        en: "Write a number such as 2, or leave the cell blank."))
  }

  fileprivate static func absurdCapacity(_ text: String) -> Flaw {
    Flaw(
      .error, code: "absurdCapacity", value: text,
      Text(
        ru: "Число мест «\(quoted(text))» невозможно; пока считается, что мест нет.",
        en: "“\(quoted(text))” places cannot be; until it is mended, there are none."),
      advice: Text(
        ru: "Напишите число от 0 до \(CapacityCell.most).",
        en: "Write a number from 0 to \(CapacityCell.most)."))
  }
}
