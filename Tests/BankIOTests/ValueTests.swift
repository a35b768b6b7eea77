import MentoringModel
import Testing
import Wording

@testable import BankIO

/// What people write in cells, and what it is read as.
struct ValueTests {
  @Test(arguments: [
    ("01.09.2023", "2023-09-01"), ("2023-09-01", "2023-09-01"), ("1/9/23", "2023-09-01"),
    ("1.9.85", "1985-09-01"), ("1.9.49", "2049-09-01"), ("1.9.50", "1950-09-01"),
    ("1 сентября 2023 г.", "2023-09-01"), ("5 мая 2020", "2020-05-05"),
    ("01.09.2023 г.", "2023-09-01"), ("01.09.2023 0:00:00", "2023-09-01"),
    ("2023-09-01T00:00:00", "2023-09-01"), ("3 March 2021", "2021-03-03"), ("45170", "2023-09-01"),
  ])
  func `reads dates`(text: String, date: String) {
    #expect(DateCell.date(in: text) == CalendarDate(date))
  }

  @Test(arguments: [
    "", "31.02.2023", "вчера", "2023", "1..2", "99.99.9999", "-1-1-1", "1.2.3.4", "19999", "60001",
    "123456",
  ])
  func `takes nothing else for a date`(text: String) {
    #expect(DateCell.date(in: text) == nil)
  }

  @Test(arguments: [
    ("2 г. 7 мес.", 31), ("5", 60), ("5 лет", 60), ("3,5 года", 42), ("3.5", 42), ("1 год", 12),
    ("7 мес", 7), ("более 10 лет", 121), ("менее 3 лет", 35), ("менее года", 11), ("10+", 120),
    ("не менее 5 лет", 60), ("полгода", 6), ("0", 0), ("нет", 0), ("без стажа", 0),
    ("2 года и 3 месяца", 27), ("2г 7м", 31), ("стаж 12 лет", 144), ("свыше 20", 241),
    ("10 years 2 months", 122), ("до 1 года", 11), ("10 лет и более", 120), ("15 и более лет", 180),
    ("2 года 7 месяцев", 31), ("2г.7мес.", 31), ("Более 10 ЛЕТ", 121), ("12 л.", 144),
    ("1,3 года", 16), ("1,2 года", 14),
  ])
  func `reads experience`(text: String, months: Int) {
    var flaws: [Flaw] = []
    #expect(ExperienceCell.read(text, &flaws) == .months(months))
    #expect(flaws == [])
  }

  @Test(arguments: ["с 01.09.2019", "01.09.2019", "since 2019-09-01", "с 1 сентября 2019 года"])
  func `reads the first day of service`(text: String) throws {
    var flaws: [Flaw] = []
    let day = try #require(CalendarDate("2019-09-01"))
    #expect(ExperienceCell.read(text, &flaws) == .since(day))
    #expect(flaws == [])
  }

  @Test(arguments: [
    ("много", "noExperience"), ("-3", "noExperience"), ("99", "absurdExperience"),
    ("2019", "absurdExperience"), ("2 мес 3 г", "noExperience"), ("5 кг", "noExperience"),
    ("1e300", "noExperience"), ("с детства", "noExperience"), ("с 2019", "onlyYear"),
    ("99999999999999999999", "noExperience"), (".", "noExperience"), ("+", "noExperience"),
  ])
  func `says what is wrong with experience`(text: String, code: String) {
    var flaws: [Flaw] = []
    _ = ExperienceCell.read(text, &flaws)
    #expect(flaws.map(\.code) == [code])
  }

  @Test(arguments: [
    ("да", Consent.given(nil)), ("+", .given(nil)), ("нет", .absent), ("−", .absent),
    ("01.09.2023", .given(CalendarDate("2023-09-01"))),
    ("да, 01.09.2023", .given(CalendarDate("2023-09-01"))),
    ("от 01.09.2023 г.", .given(CalendarDate("2023-09-01"))),
    ("отозвано 01.10.2023", .withdrawn(CalendarDate("2023-10-01"))),
    ("Отозвано", .withdrawn(nil)), ("withdrawn 2023-10-01", .withdrawn(CalendarDate("2023-10-01"))),
  ])
  func `reads consents`(text: String, consent: Consent) {
    var flaws: [Flaw] = []
    #expect(ConsentCell.read(text, &flaws) == consent)
    #expect(flaws == [])
  }

  @Test(arguments: ["обещал", "да 31.02.2023", "до 01.06.2024", "да нет наверное", "01.13.2023"])
  func `takes no unclear consent for given`(text: String) {
    var flaws: [Flaw] = []
    #expect(ConsentCell.read(text, &flaws) == .absent)
    #expect(flaws.map(\.code) == ["noConsent"])
  }

  @Test(arguments: [
    ("3", 3), ("до 3", 3), ("2–3", 3), ("2 чел.", 2), ("0", 0), ("2.0", 2), ("1000", 1000),
  ])
  func `reads capacities`(text: String, number: Int) {
    var flaws: [Flaw] = []
    #expect(CapacityCell.read(text, &flaws) == number)
    #expect(flaws == [])
  }

  @Test(arguments: [
    ("-1", "absurdCapacity"), ("1001", "absurdCapacity"),
    ("99999999999999999999", "absurdCapacity"),
    ("много", "noCapacity"), ("2,5", "noCapacity"), ("NaN", "noCapacity"),
  ])
  func `gives no places for an impossible capacity`(text: String, code: String) {
    var flaws: [Flaw] = []
    #expect(CapacityCell.read(text, &flaws) == 0)
    #expect(flaws.map(\.code) == [code])
    #expect(flaws.allSatisfy { $0.severity == .error })
  }

  @Test(arguments: [
    ("14–17", 14...17), ("14-17 лет", 14...17), ("14+", 14...120), ("от 14", 14...120),
    ("до 17 лет", 0...17), ("от 14 до 17", 14...17), ("15", 15...15), ("14 — 17 года", 14...17),
    ("старше 14", 14...120), ("от 14+", 14...120), ("14 +", 14...120), ("младше 17", 0...17),
    ("1год", 1...1),
  ])
  func `reads age ranges`(text: String, ages: ClosedRange<Int>) {
    var flaws: [Flaw] = []
    #expect(AgeRangeCell.read(text, &flaws) == ages)
    #expect(AgeRangeCell.read(AgeRangeCell.text(ages), &flaws) == ages)
    #expect(flaws == [])
  }

  @Test(arguments: [
    "17–14", "дети", "14–999", "999999999999999999999+", "-", "+", "от", "от 14 до", "от +14",
    "+14",
    "14-15-16", "лет", "от 14 и до 17", "до", "14 – семнадцать",
  ])
  func `reads no age range where there is none`(text: String) {
    var flaws: [Flaw] = []
    #expect(AgeRangeCell.read(text, &flaws) == nil)
    #expect(flaws.map(\.code) == ["noAges"])
  }

  @Test(arguments: [
    ("нет", QualificationCategory.none), ("первая", .first), ("Высшая", .highest),
    ("1 кв. категория", .first), ("высшая кв. категория", .highest), ("СЗД", .none),
    ("соответствие занимаемой должности", .none), ("без категории", .none),
  ])
  func `reads categories`(text: String, category: QualificationCategory) {
    var flaws: [Flaw] = []
    #expect(CategoryCell.read(text, &flaws) == category)
    #expect(flaws == [])
  }

  @Test(arguments: [
    ("1985", Birth.year(1985)), ("1985 г.р.", .year(1985)), ("1985 г.", .year(1985)),
  ])
  func `reads years of birth`(text: String, birth: Birth) {
    var flaws: [Flaw] = []
    #expect(BirthCell.read(text, &flaws) == birth)
    #expect(flaws == [])
  }

  @Test func `keeps commas within brackets in one item`() {
    #expect(CellList.items("а (б, в), г;д\nе") == ["а (б, в)", "г", "д", "е"])
    #expect(CellList.items("а (б, в") == ["а (б", "в"])
    #expect(CellList.items(" , ;;\n") == [])
    #expect(CellList.items("• а\n- б\n1) в\n2. г\n-д\n3д") == ["а", "б", "в", "г", "-д", "3д"])
  }

  @Test func `reads requests with priorities and musts`() {
    var flaws: [Flaw] = []
    let terms = Terms(nil)
    let requests = RequestCell.read(
      "проект (1), олимпиада (2!), спорт!, ФГОС, проект (3!)", terms, &flaws)
    #expect(
      requests == [
        Request("проект", priority: 1, isMustHave: true),
        Request("олимпиада", priority: 2, isMustHave: true),
        Request("спорт", priority: 2, isMustHave: true), Request("фгос", priority: 2),
      ])
    #expect(flaws == [])
    #expect(
      RequestCell.read("• проект – 1\n• олимпиада: 2!\n• спорт", terms, &flaws) == [
        Request("проект", priority: 1), Request("олимпиада", priority: 2, isMustHave: true),
        Request("спорт", priority: 2),
      ])
    #expect(flaws == [])
  }

  @Test(arguments: [
    ("проект (1, ур. 3)", 1, 3), ("проект (2!; уровень 4)", 2, 4), ("проект (level 5)", 2, 5),
    ("проект (ур3)", 2, 3), ("проект (3, ур 1 )", 3, 1),
  ])
  func `reads the level beside the priority`(text: String, priority: Int, level: Int) {
    var flaws: [Flaw] = []
    let request = RequestCell.read(text, Terms(nil), &flaws)?.first
    #expect(request?.priority == priority && request?.level == level)
    #expect(request?.isMustHave == text.contains("!"))
    #expect(flaws == [])
  }

  @Test(arguments: ["проект (1, ур. 6)", "проект (1, 3)", "проект (ур. 3 4)", "проект (ур. 0)"])
  func `takes no other number for a level`(text: String) {
    var flaws: [Flaw] = []
    #expect(RequestCell.read(text, Terms(nil), &flaws)?.first?.level == nil)
    #expect(flaws.map(\.code) == ["noPriority"])
  }

  @Test func `matches whole words only`() {
    var flaws: [Flaw] = []
    #expect(CompetencyCell.read("проектирование зданий, спортзал", Terms(nil), &flaws) == [:])
    #expect(flaws.map(\.code) == ["unknownCompetency", "unknownCompetency"])
  }

  @Test func `suggests a competency for a slip of the pen and does not accept it`() throws {
    var flaws: [Flaw] = []
    let levels = CompetencyCell.read("классное руковдство (4), ФГОС (9)", Terms(nil), &flaws)
    #expect(levels == ["фгос": 3])
    #expect(flaws.map(\.code) == ["unknownCompetency", "noLevel"])
    #expect(try #require(flaws.first).advice.ru.contains("«классное руководство»"))
  }

  @Test func `of a competency that is listed twice takes the higher level`() {
    var flaws: [Flaw] = []
    let levels = CompetencyCell.read(
      "проект (4), проект (2), ФГОС (1), ФГОС (5)", Terms(nil), &flaws)
    #expect(levels == ["проект": 4, "фгос": 5])
  }

  @Test(arguments: [
    ("да", true), ("Обучена", true), ("☑", true), ("нет", false), ("не обучена", false),
    ("Не прошёл", false), ("некоторые", nil), ("", nil),
  ])
  func `reads yes and no`(text: String, flag: Bool?) {
    #expect(FlagCell.flag(in: text) == flag)
  }

  @Test func `takes an id of 64 characters and none longer`() {
    #expect(PersonIDCell.isSound(String(repeating: "N", count: 64)))
    #expect(!PersonIDCell.isSound(String(repeating: "N", count: 65)))
  }
}
