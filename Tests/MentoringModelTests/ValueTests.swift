import MentoringModel
import Testing
import Wording

@Suite struct ValueTests {
  @Test(arguments: ["2023-09-25", "25.09.2023", "2023-9-25"])
  func `reads a date`(text: String) {
    #expect(CalendarDate(text)?.description == "2023-09-25")
  }

  @Test(arguments: [
    "2023-02-29", "31.04.2023", "2023-13-01", "0-0-0", "завтра", "", "25.09.23", "+1.1.2023",
    "25-09-2023", "2023.09.25", "2023-09.25", "2023-09-25-", "2023-09-", "-09-25", "2023--25",
    "20230925",
    "1.1.20230000000000000000", "٢٠٢٣-09-25",
  ])
  func `refuses what is no date`(text: String) {
    #expect(CalendarDate(text) == nil)
  }

  @Test func `counts whole months up to the day`() throws {
    let start = try #require(CalendarDate("2020-09-25"))
    #expect(start.months(until: try #require(CalendarDate("2023-09-24"))) == 35)
    #expect(start.months(until: try #require(CalendarDate("2023-09-25"))) == 36)
    #expect(start.months(until: try #require(CalendarDate("2020-09-24"))) == -1)
  }

  @Test func `counts an age up to the birthday`() throws {
    let birth = Birth.day(try #require(CalendarDate("1988-09-25")))
    #expect(birth.age(on: try #require(CalendarDate("2023-09-24"))) == 34)
    #expect(birth.age(on: try #require(CalendarDate("2023-09-25"))) == 35)
  }

  @Test func `weights become points that sum to the total`() throws {
    let thirds = try #require(CriterionWeights([.requests: 1, .subject: 1, .interests: 1]))
    #expect(thirds.points.values.reduce(0, +) == CriterionWeights.total)
    #expect(thirds[.requests] == 3334 && thirds[.subject] == 3333 && thirds[.interests] == 3333)
    #expect(CriterionWeights.standard.points.values.reduce(0, +) == CriterionWeights.total)
  }

  @Test(arguments: [-1, .nan, .infinity, 1e7, 0])
  func `refuses weights that say nothing`(weight: Double) {
    #expect(CriterionWeights([.requests: weight]) == nil)
  }

  @Test func `a vocabulary knows its words whole and folded`() {
    let vocabulary = Vocabulary([
      .init(title: Text(ru: "Классное руководство", en: "form tutoring"), synonyms: ["классрук"])
    ])
    #expect(vocabulary.competency(named: "КЛАССНОЕ  руководство") == "классное руководство")
    #expect(vocabulary.competency(named: "классрук") == "классное руководство")
    #expect(vocabulary.competency(named: "руководство") == nil)
  }
}
