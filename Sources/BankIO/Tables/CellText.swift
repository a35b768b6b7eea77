import Foundation
import MentoringModel
import Workbooks

/// The text of cells of a workbook, as its reader sees it.
struct CellText {
  private let meanings: [NumberFormat.Meaning]
  private let countsFrom1904: Bool

  init(_ workbook: Workbook) {
    meanings = workbook.styles.map { NumberFormat.meaning(of: $0.numberFormat) }
    countsFrom1904 = workbook.countsFrom1904
  }

  /// The text of a cell.
  func text(_ cell: Cell) -> String {
    switch cell.value {
    case .blank, .uncomputed: ""
    case .text(let text), .error(let text): text
    case .boolean(let flag): flag ? "ИСТИНА" : "ЛОЖЬ"
    case .number(let number):
      text(number, meanings.indices.contains(cell.style) ? meanings[cell.style] : .number)
    }
  }

  private func text(_ number: Double, _ meaning: NumberFormat.Meaning) -> String {
    switch meaning {
    case .number: return Self.plain(number)
    case .padded(let width):
      let digits = Self.plain(number)
      return String(repeating: "0", count: max(0, width - digits.count)) + digits
    case .day:
      guard let date = SerialDay.date(number, countsFrom1904: countsFrom1904) else { break }
      let time = Self.time(number)
      return time == "00:00" ? date.dotted : "\(date.dotted) \(time)"
    case .time:
      if (0..<1).contains(number) { return Self.time(number) }
    }
    return Self.plain(number)
  }

  /// The number with the fifteen digits that a spreadsheet has.
  private static func plain(_ number: Double) -> String {
    if let whole = Int(exactly: number), whole.magnitude < 1 << 53 { return "\(whole)" }
    return String(format: "%.15g", number)
  }

  private static func time(_ number: Double) -> String {
    let minutes = Int(((number - number.rounded(.down)) * 1440).rounded()) % 1440
    let (hour, minute) = (minutes / 60, minutes % 60)
    return (hour < 10 ? "0" : "") + "\(hour):" + (minute < 10 ? "0" : "") + "\(minute)"
  }
}

/// Days as spreadsheets count them.
///
/// Day 1 is 1 January 1900, and 29 February 1900, which never was, is day 60; or day 0 is
/// 1 January 1904.
enum SerialDay {
  /// The days that a bare number in a date column is taken for: 1954 to 2064.
  static let plausible = 20_000...60_000
  /// The days from the first origin to the second.
  private static let yearsApart = 1462

  /// The day of a number, or nil where there is none.
  static func date(_ number: Double, countsFrom1904: Bool) -> CalendarDate? {
    guard (0..<150_000).contains(number) else { return nil }
    let day = Int(number) + (countsFrom1904 ? yearsApart : 0)
    guard day != 60 else { return nil }
    return CalendarDate(daysAfter1900: day - (day < 60 ? 1 : 2))
  }

  /// The number of a day, counted from 1900.
  static func number(of date: CalendarDate) -> Double {
    let days = date.daysAfter1900 + 1
    return Double(days < 60 ? days : days + 1)
  }

  /// The same day counted from 1900, where a bare number is counted from 1904.
  static func from1900(_ text: String) -> String {
    guard let number = Int(text), plausible.contains(number + yearsApart) else { return text }
    return "\(number + yearsApart)"
  }
}
