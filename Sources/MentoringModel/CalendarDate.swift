/// A day of the Gregorian calendar, without a time zone.
public struct CalendarDate: Sendable, Hashable, Comparable, Codable {
  // Four bytes: banks hold several days a person.
  private let yearNumber: Int16
  private let monthNumber: Int8
  private let dayNumber: Int8

  /// The year.
  public var year: Int { Int(yearNumber) }
  /// The month, 1…12.
  public var month: Int { Int(monthNumber) }
  /// The day of the month, 1…31.
  public var day: Int { Int(dayNumber) }

  /// Creates a date, or nil where the calendar has no such day or the year is not in 1900…2200.
  public init?(year: Int, month: Int, day: Int) {
    guard (1900...2200).contains(year), (1...12).contains(month), day >= 1,
      day <= Self.days(inMonth: month, of: year)
    else { return nil }
    yearNumber = Int16(year)
    monthNumber = Int8(month)
    dayNumber = Int8(day)
  }

  /// Reads `2023-09-20` or `20.09.2023`.
  public init?(_ text: some StringProtocol) {
    var part = 0
    var values: InlineArray<3, Int> = [0, 0, 0]
    var digits: InlineArray<3, Int> = [0, 0, 0]
    var separator: UInt8?
    for byte in text.utf8 {
      switch byte {
      case 48...57:
        guard digits[part] < 9 else { return nil }
        values[part] = values[part] * 10 + Int(byte - 48)
        digits[part] += 1
      case UInt8(ascii: "-"), UInt8(ascii: "."):
        guard part < 2, separator ?? byte == byte else { return nil }
        separator = byte
        part += 1
      default: return nil
      }
    }
    let year = separator == UInt8(ascii: "-") ? 0 : 2
    guard part == 2, digits[year] == 4, digits[1] > 0, digits[2 - year] > 0 else { return nil }
    self.init(year: values[year], month: values[1], day: values[2 - year])
  }

  /// The whole months from this day to `later`; negative where `later` is earlier.
  public func months(until later: CalendarDate) -> Int {
    let months = (later.year - year) * 12 + later.month - month
    return later.day < day ? months - 1 : months
  }

  /// Earlier days come first.
  public static func < (left: CalendarDate, right: CalendarDate) -> Bool {
    (left.year, left.month, left.day) < (right.year, right.month, right.day)
  }

  static func days(inMonth month: Int, of year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }
}

extension CalendarDate: CustomStringConvertible {
  /// The date as `2023-09-20`.
  public var description: String { "\(year)-\(Self.padded(month))-\(Self.padded(day))" }

  /// The date as an order has it: `20.09.2023`.
  public var dotted: String { "\(Self.padded(day)).\(Self.padded(month)).\(year)" }

  private static func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

  /// Reads the ISO form.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let text = try container.decode(String.self)
    guard let date = CalendarDate(text) else {
      throw DecodingError.dataCorruptedError(
        in: container, debugDescription: "“\(text)” is not a date such as 2023-09-20")
    }
    self = date
  }

  /// Writes the ISO form.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }
}

/// A span of days from `start` to `end`, both included; either may be open.
public struct Period: Sendable, Hashable, Codable {
  /// The first day, or nil where it is open.
  public var start: CalendarDate?
  /// The last day, or nil where it is open.
  public var end: CalendarDate?

  /// Creates a period.
  public init(start: CalendarDate? = nil, end: CalendarDate? = nil) {
    self.start = start
    self.end = end
  }

  /// Whether the whole of `other` lies within this period.
  public func covers(_ other: Period) -> Bool {
    if let start, other.start.map({ $0 < start }) ?? false { return false }
    if let end, other.end.map({ $0 > end }) ?? false { return false }
    return true
  }
}
