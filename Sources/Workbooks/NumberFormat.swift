/// The codes by which spreadsheets show numbers.
///
/// ECMA-376, "Office Open XML File Formats", part 1, 18.8.30–31.
public enum NumberFormat {
  /// Numbers as they are.
  public static let general = "General"
  /// Days as a Russian table shows them.
  public static let day = "dd.mm.yyyy"

  /// What a number shown by a code is meant as.
  public enum Meaning: Hashable, Sendable {
    /// A number.
    case number
    /// A number with leading zeros, so many digits long.
    case padded(Int)
    /// A day, with or without a time.
    case day
    /// A time of day.
    case time
  }

  /// What a number shown by the code is meant as.
  public static func meaning(of code: String) -> Meaning {
    let letters = bareLetters(of: code)
    if letters.contains("d") || letters.contains("y") { return .day }
    if letters.contains("h") || letters.contains("s") { return .time }
    if letters.contains("m") { return .day }
    let isPadded = code.count > 1 && code.allSatisfy { $0 == "0" }
    return isPadded ? .padded(code.count) : .number
  }

  /// The letters of the first section, without quoted and bracketed text.
  private static func bareLetters(of code: String) -> Set<Character> {
    guard code != general else { return [] }
    var (letters, isQuoted, isEscaped, isBracketed) = (Set<Character>(), false, false, false)
    for character in code.lowercased() {
      if isEscaped {
        isEscaped = false
      } else if isQuoted {
        isQuoted = character != "\""
      } else if isBracketed {
        isBracketed = character != "]"
      } else {
        switch character {
        case "\"": isQuoted = true
        case "\\", "_", "*": isEscaped = true
        case "[": isBracketed = true
        case ";": return letters
        default: letters.insert(character)
        }
      }
    }
    return letters
  }

  /// The codes of the formats that a file names by number alone.
  static func builtIn(_ id: Int) -> String? {
    switch id {
    case 0: general
    case 1: "0"
    case 2: "0.00"
    case 3: "#,##0"
    case 4: "#,##0.00"
    case 9: "0%"
    case 10: "0.00%"
    case 11: "0.00E+00"
    case 14, 27...31, 36, 50...54, 57, 58: day
    case 15: "d-mmm-yy"
    case 16: "d-mmm"
    case 17: "mmm-yy"
    case 18...21, 32...35, 55, 56: "h:mm"
    case 22: "dd.mm.yyyy h:mm"
    case 45...47: "mm:ss"
    case 49: "@"
    default: nil
    }
  }
}
