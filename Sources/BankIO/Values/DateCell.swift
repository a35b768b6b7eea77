import MentoringModel
import Wording

/// Dates as people write them: `01.09.2023`, `2023-09-01`, `1/9/23`, «1 сентября 2023 г.», `45170`.
enum DateCell {
  /// The date, or nil with a flaw.
  static func read(_ text: String, _ flaws: inout [Flaw]) -> CalendarDate? {
    if let date = date(in: text) { return date }
    flaws.append(.noDate(text))
    return nil
  }

  /// The date that the whole text is, or nil.
  static func date(in text: some StringProtocol) -> CalendarDate? {
    // Most days are written in ten digits and signs, and need no look at words.
    if text.utf8.count == 10, let date = CalendarDate(text) { return date }
    var words = folded(text).split { $0 == " " || $0 == "\u{A0}" }.map(String.init)
    while let last = words.last, ["г", "г.", "года", "год"].contains(last) { words.removeLast() }
    if words.count == 2, words[1].contains(":") { words.removeLast() }
    if words.count == 3, let day = Int(words[0]), let year = year(words[2]) {
      let month = months.firstIndex { words[1].hasPrefix($0) }
      return month.flatMap { CalendarDate(year: year, month: $0 % 12 + 1, day: day) }
    }
    guard words.count == 1, var word = words.first else { return nil }
    if word.hasSuffix("г") { word.removeLast() }
    if let time = word.firstIndex(of: "t") { word = String(word[..<time]) }
    if let date = CalendarDate(word) ?? serial(word) { return date }
    let parts = word.split(omittingEmptySubsequences: false) { "./-".contains($0) }
    guard parts.count == 3, parts.allSatisfy(\.isDigits), let day = Int(parts[0]),
      let month = Int(parts[1]), let year = year(String(parts[2]))
    else { return nil }
    return CalendarDate(year: year, month: month, day: day)
  }

  /// A day as spreadsheets count it, where a cell shows the bare number.
  private static func serial(_ word: String) -> CalendarDate? {
    guard word.count == 5, word.isDigits, let number = Int(word),
      SerialDay.plausible.contains(number)
    else { return nil }
    return SerialDay.date(Double(number), countsFrom1904: false)
  }

  /// A year of four digits, or of two: 50…99 are of the last century.
  private static func year(_ text: String) -> Int? {
    let text = text.hasSuffix("г") ? String(text.dropLast()) : text
    guard text.isDigits, let number = Int(text) else { return nil }
    switch text.count {
    case 4: return number
    case 2: return number < 50 ? 2000 + number : 1900 + number
    default: return nil
    }
  }

  private static let months =
    ["янв", "фев", "мар", "апр", "ма", "июн", "июл", "авг", "сен", "окт", "ноя", "дек"]
    + ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
}

extension StringProtocol {
  /// Whether the text is one digit or more, 0…9.
  var isDigits: Bool { !isEmpty && utf8.allSatisfy { (48...57).contains($0) } }
}

extension Flaw {
  static func noDate(_ text: String) -> Flaw {
    Flaw(
      .error, code: "noDate", value: text,
      Text(ru: "«\(quoted(text))» — не дата.", en: "“\(quoted(text))” is not a date."),
      advice: Text(ru: "Напишите, например, 01.09.2023.", en: "Write, for example, 01.09.2023."))
  }
}
