import MentoringModel
import Wording

/// Length of service as people write it: «5», «3,5 года», «с 01.09.2019», «более 10 лет».
///
/// «Более 10 лет» is read as a month more than ten years and «менее 3 лет» as a month less than
/// three, so that thresholds of exactly that many years are kept on the right side.
enum ExperienceCell {
  /// The most years that anybody has served.
  private static let longest = 80

  /// The experience, or nil with a flaw.
  static func read(_ text: String, _ flaws: inout [Flaw]) -> Experience? {
    var rest = folded(text)[...]
    if let date = DateCell.date(in: rest) { return .since(date) }
    for word in ["стаж", "около", "примерно", "~"] { rest.drop(word) }
    for word in ["since ", "from ", "со ", "с "] where rest.drop(word) {
      if let since = since(rest, text, &flaws) { return since }
      flaws.append(.noExperience(text))
      return nil
    }
    let shift = bound(&rest)
    guard let months = months(in: rest) else {
      flaws.append(.noExperience(text))
      return nil
    }
    guard (0...longest * 12).contains(months) else {
      flaws.append(.absurdExperience(text))
      return nil
    }
    return .months(max(0, months + shift))
  }

  /// A day, or a year: then the first day of its school year, with a note.
  private static func since(
    _ rest: Substring, _ text: String, _ flaws: inout [Flaw]
  ) -> Experience? {
    if let date = DateCell.date(in: rest) { return .since(date) }
    let digits = rest.prefix { $0.isNumber }
    guard digits.count == 4, rest.dropFirst(4).allSatisfy({ " года.".contains($0) }),
      let year = Int(digits), let date = CalendarDate(year: year, month: 9, day: 1)
    else { return nil }
    flaws.append(.onlyYear(text, date))
    return .since(date)
  }

  private static func bound(_ rest: inout Substring) -> Int {
    for word in ["не менее", "не меньше", "at least", ">=", "≥"] where rest.drop(word) { return 0 }
    for word in ["не более", "не больше", "at most", "<=", "≤"] where rest.drop(word) { return 0 }
    for word in ["более", "больше", "свыше", "more than", "over", ">"] where rest.drop(word) {
      return 1
    }
    for word in ["менее", "меньше", "до ", "less than", "under", "<"] where rest.drop(word) {
      return -1
    }
    if rest.last == "+" { rest = rest.dropLast() }
    for tail in [" и более лет", " и более", " и больше", " or more"] where rest.hasSuffix(tail) {
      rest = rest.dropLast(tail.count)
    }
    return 0
  }

  private static func months(in text: Substring) -> Int? {
    switch text.trimmed {
    case "нет", "без стажа", "-", "–", "—": return 0
    case "полгода": return 6
    case "год", "года", "year": return 12
    case "полтора года": return 18
    default: break
    }
    var (rest, total, last, parts) = (text, 0.0, Unit.none, 0)
    while true {
      rest = rest.drop { " ,и".contains($0) }
      guard !rest.isEmpty else { break }
      guard last != .months, let number = rest.takeNumber() else { return nil }
      let unit = rest.takeUnit()
      guard let unit, parts == 0 || unit == .months && last == .years else { return nil }
      total += unit == .months ? number : number * 12
      (last, parts) = (unit, parts + 1)
    }
    guard parts > 0, total < 1_000_000 else { return nil }
    return Int(total.rounded())
  }

  fileprivate enum Unit {
    case none
    case years
    case months
  }
}

extension Substring {
  /// Takes a word off the front where it stands there.
  @discardableResult
  fileprivate mutating func drop(_ word: String) -> Bool {
    guard hasPrefix(word) else { return false }
    self = dropFirst(word.count).drop { $0 == " " }
    return true
  }

  fileprivate mutating func takeNumber() -> Double? {
    let digits = prefix { $0.isASCII && ($0.isNumber || $0 == "." || $0 == ",") }
    let number = digits.last == "." || digits.last == "," ? digits.dropLast() : digits
    guard let value = Double(number.replacing(",", with: ".")), number.first?.isNumber == true
    else { return nil }
    self = dropFirst(digits.count).drop { $0 == " " }
    return value
  }

  fileprivate mutating func takeUnit() -> ExperienceCell.Unit? {
    let word = prefix { $0.isLetter }
    self = dropFirst(word.count)
    if first == "." { self = dropFirst() }
    switch word {
    case "": return ExperienceCell.Unit.none
    case "г", "год", "года", "лет", "л", "y", "year", "years", "гг": return .years
    case "м", "мес", "месяц", "месяца", "месяцев", "mo", "month", "months": return .months
    default: return nil
    }
  }
}

extension Flaw {
  fileprivate static func noExperience(_ text: String) -> Flaw {
    Flaw(
      .error, code: "noExperience", value: text,
      Text(
        ru: "Стаж «\(quoted(text))» не распознан и не учитывается.",
        en: "The experience “\(quoted(text))” cannot be read and is not used."),
      advice: Text(
        ru: "Напишите «2 г. 7 мес.», «5» или «с 01.09.2019».",
        en: "Write “2 г. 7 мес.”, “5” or “с 01.09.2019”."))
  }

  fileprivate static func absurdExperience(_ text: String) -> Flaw {
    Flaw(
      .error, code: "absurdExperience", value: text,
      Text(
        ru: "Такого стажа не бывает: «\(quoted(text))»; он не учитывается.",
        en: "Nobody has served that long: “\(quoted(text))”; it is not used."),
      advice: Text(
        ru: "Напишите число лет или день начала: «с 01.09.2019».",
        en: "Write the number of years or the first day: “с 01.09.2019”."))
  }

  fileprivate static func onlyYear(_ text: String, _ date: CalendarDate) -> Flaw {
    Flaw(
      .note, code: "onlyYear", value: text,
      Text(
        ru: "Указан только год; стаж считается с \(date.dotted).",
        en: "Only the year is given; experience counts from \(date.dotted)."),
      advice: Text(
        ru: "Напишите день, если он известен.", en: "Write the day if it is known."))
  }
}
