extension CalendarDate {
  /// Creates the date that lies so many days after 1 January 1900, or nil outside 1900…2200.
  public init?(daysAfter1900 days: Int) {
    guard (0..<110_000).contains(days) else { return nil }
    var (year, month, rest) = (1900, 1, days)
    while rest >= Self.days(inYear: year) {
      rest -= Self.days(inYear: year)
      year += 1
    }
    while rest >= Self.days(inMonth: month, of: year) {
      rest -= Self.days(inMonth: month, of: year)
      month += 1
    }
    self.init(year: year, month: month, day: rest + 1)
  }

  /// The days from 1 January 1900 to this day.
  public var daysAfter1900: Int {
    let years = (1900..<year).reduce(0) { $0 + Self.days(inYear: $1) }
    let months = (1..<month).reduce(0) { $0 + Self.days(inMonth: $1, of: year) }
    return years + months + day - 1
  }

  private static func days(inYear year: Int) -> Int { 337 + days(inMonth: 2, of: year) }
}
