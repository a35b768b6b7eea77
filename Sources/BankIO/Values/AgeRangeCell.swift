import MentoringModel
import Wording

/// Ages: «14–17», «14+», «от 14», «до 17», «15».
enum AgeRangeCell {
  /// The upper end of an open range.
  static let oldest = 120

  /// The ages, or nil with a flaw.
  static func read(_ text: String, _ flaws: inout [Flaw]) -> ClosedRange<Int>? {
    var word = folded(text).replacing(/\s*(лет|года|год)$/, with: "")
    if let match = word.wholeMatch(of: /от (\d+) до (\d+)/) { word = "\(match.1)-\(match.2)" }
    let ends: (String, String)? =
      if let match = word.wholeMatch(of: /(\d+)\s*[-–—−]\s*(\d+)/) {
        (String(match.1), String(match.2))
      } else if let match = word.wholeMatch(of: /(?:от |старше )?(\d+)\s*\+?/), match.0 != match.1 {
        (String(match.1), "\(oldest)")
      } else if let match = word.wholeMatch(of: /(?:до |младше )(\d+)/) {
        ("0", String(match.1))
      } else {
        word.isDigits ? (word, word) : nil
      }
    guard let ends, let low = Int(ends.0), let high = Int(ends.1), low <= high, high <= oldest
    else {
      flaws.append(.noAges(text))
      return nil
    }
    return low...high
  }

  /// The text that reads as `ages`.
  static func text(_ ages: ClosedRange<Int>) -> String {
    if ages.upperBound == oldest { return "\(ages.lowerBound)+" }
    if ages.lowerBound == 0 { return "до \(ages.upperBound)" }
    return "\(ages.lowerBound)–\(ages.upperBound)"
  }
}

extension Flaw {
  fileprivate static func noAges(_ text: String) -> Flaw {
    Flaw(
      .warning, code: "noAges", value: text,
      Text(
        ru: "Возраст «\(quoted(text))» не распознан и не учитывается.",
        en: "The ages “\(quoted(text))” cannot be read and are not used."),
      advice: Text(ru: "Напишите «14–17» или «14+».", en: "Write “14–17” or “14+”."))
  }
}
