import MentoringModel
import Wording

/// Consents: a date, yes or no, both, or «отозвано 01.10.2023».
enum ConsentCell {
  /// The consent; what cannot be read is no consent.
  static func read(_ text: String, _ flaws: inout [Flaw]) -> Consent? {
    if text.utf8.count == 10, let date = CalendarDate(text) { return .given(date) }
    if let flag = FlagCell.flag(in: text) { return flag ? .given(nil) : .absent }
    if let date = DateCell.date(in: text) { return .given(date) }
    let words = folded(text).split { $0 == " " || $0 == "," || $0 == ":" }
    let tail = words.drop { $0.allSatisfy { !$0.isNumber } }
    let head = words.dropLast(tail.count)
    let date = DateCell.date(in: tail.joined(separator: " "))
    if tail.isEmpty || date != nil {
      if head.contains(where: withdrawal.contains) { return .withdrawn(date) }
      if !head.isEmpty, head.allSatisfy(giving.contains) { return .given(date) }
    }
    flaws.append(.noConsent(text))
    return .absent
  }

  private static let withdrawal: Set<Substring> = [
    "отозвано", "отозвал", "отозвала", "отзыв", "отозвано.", "withdrawn",
  ]
  private static let giving: Set<Substring> = [
    "да", "дано", "дал", "дала", "получено", "подписано", "есть", "имеется", "согласие", "согласен",
    "согласна", "от", "с", "+", "yes", "given", "on",
  ]
}

extension Flaw {
  fileprivate static func noConsent(_ text: String) -> Flaw {
    Flaw(
      .error, code: "noConsent", value: text,
      Text(
        ru: "Согласие «\(quoted(text))» не распознано; считается, что его нет.",
        en: "The consent “\(quoted(text))” cannot be read; it counts as not given."),
      advice: Text(
        ru: "Напишите дату, «да», «нет» или «отозвано 01.10.2023».",
        en: "Write a date, “да”, “нет” or “отозвано 01.10.2023”."))
  }
}
