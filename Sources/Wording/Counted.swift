/// A noun that agrees with a number: 1 место, 2 места, 5 мест; 1 place, 2 places.
///
/// ```swift
/// let place = Noun(one: "место", few: "места", many: "мест", singular: "place", plural: "places")
/// place.counted(21)[.ru]  // "21 место"
/// ```
public struct Noun: Sendable, Hashable {
  /// After 1, 21, 31, … but not 11.
  public var one: String
  /// After 2, 3, 4, 22, … but not 12, 13, 14.
  public var few: String
  /// After 0, 5…20, 25, ….
  public var many: String
  /// The English singular.
  public var singular: String
  /// The English plural.
  public var plural: String

  /// Creates a noun from its three Russian and two English forms.
  public init(one: String, few: String, many: String, singular: String, plural: String) {
    self.one = one
    self.few = few
    self.many = many
    self.singular = singular
    self.plural = plural
  }

  /// The Russian form that stands after `count`.
  public func russianForm(after count: Int) -> String {
    let tens = count.magnitude % 100
    switch count.magnitude % 10 {
    case 1 where tens != 11: return one
    case 2...4 where !(12...14).contains(tens): return few
    default: return many
    }
  }

  /// The number with the noun in the form that the number asks for.
  public func counted(_ count: Int) -> Text {
    Text(
      ru: "\(count) \(russianForm(after: count))",
      en: "\(count) \(count.magnitude == 1 ? singular : plural)")
  }
}

extension Noun {
  /// наставник.
  public static let mentor = Noun(
    one: "наставник", few: "наставника", many: "наставников", singular: "mentor",
    plural: "mentors")
  /// наставляемый.
  public static let mentee = Noun(
    one: "наставляемый", few: "наставляемых", many: "наставляемых", singular: "mentee",
    plural: "mentees")
  /// пара.
  public static let pair = Noun(
    one: "пара", few: "пары", many: "пар", singular: "pair", plural: "pairs")
  /// группа.
  public static let group = Noun(
    one: "группа", few: "группы", many: "групп", singular: "group", plural: "groups")
  /// заявка: one request profile.
  public static let request = Noun(
    one: "заявка", few: "заявки", many: "заявок", singular: "request", plural: "requests")
  /// место: one unit of a mentor's capacity.
  public static let place = Noun(
    one: "место", few: "места", many: "мест", singular: "place", plural: "places")
  /// ошибка.
  public static let error = Noun(
    one: "ошибка", few: "ошибки", many: "ошибок", singular: "error", plural: "errors")
  /// предупреждение.
  public static let warning = Noun(
    one: "предупреждение", few: "предупреждения", many: "предупреждений", singular: "warning",
    plural: "warnings")
  /// замечание: one finding.
  public static let remark = Noun(
    one: "замечание", few: "замечания", many: "замечаний", singular: "remark", plural: "remarks")
  /// строка.
  public static let row = Noun(
    one: "строка", few: "строки", many: "строк", singular: "row", plural: "rows")
}
