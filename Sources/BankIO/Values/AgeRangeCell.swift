import MentoringModel
import Wording

/// Ages: «14–17», «14+», «от 14», «до 17», «15».
enum AgeRangeCell {
  /// The upper end of an open range.
  static let oldest = 120

  /// The ages, or nil with a flaw.
  static func read(_ text: String, _ flaws: inout [Flaw]) -> ClosedRange<Int>? {
    guard let ends = ends(of: folded(text)), ends.low.isDigits, ends.high.isDigits,
      let low = Int(ends.low), let high = Int(ends.high), low <= high, high <= oldest
    else {
      flaws.append(.noAges(text))
      return nil
    }
    return low...high
  }

  /// Both ends, as they are written.
  private static func ends(of text: String) -> (low: String, high: String)? {
    var word = text
    for unit in ["лет", "года", "год"] where word.hasSuffix(unit) {
      word = String(word.dropLast(unit.count)).trimmed
      break
    }
    if word.isDigits { return (word, word) }
    let words = word.split(separator: " ")
    if words.count == 4, words[0] == "от", words[2] == "до" {
      return (String(words[1]), String(words[3]))
    }
    let parts = word.split(omittingEmptySubsequences: false) { "-–—−".contains($0) }
    if parts.count == 2 { return (parts[0].trimmed, parts[1].trimmed) }
    if let low = word.without(prefix: "от ") ?? word.without(prefix: "старше ") {
      return (low.without(suffix: "+") ?? low, "\(oldest)")
    }
    if let low = word.without(suffix: "+") { return (low, "\(oldest)") }
    return (word.without(prefix: "до ") ?? word.without(prefix: "младше ")).map { ("0", $0) }
  }

  /// The text that reads as `ages`.
  static func text(_ ages: ClosedRange<Int>) -> String {
    if ages.upperBound == oldest { return "\(ages.lowerBound)+" }
    if ages.lowerBound == 0 { return "до \(ages.upperBound)" }
    return "\(ages.lowerBound)–\(ages.upperBound)"
  }
}

extension String {
  fileprivate func without(prefix: String) -> String? {
    hasPrefix(prefix) ? String(dropFirst(prefix.count)) : nil
  }

  fileprivate func without(suffix: String) -> String? {
    hasSuffix(suffix) ? String(dropLast(suffix.count)).trimmed : nil
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
