import Testing
import Wording

@Suite struct WordingTests {
  @Test(arguments: [
    (0, "0 мест"), (1, "1 место"), (2, "2 места"), (5, "5 мест"), (11, "11 мест"),
    (12, "12 мест"), (21, "21 место"), (22, "22 места"), (111, "111 мест"), (1001, "1001 место"),
  ])
  func `a Russian noun agrees with its number`(count: Int, expected: String) {
    #expect(Noun.place.counted(count).ru == expected)
  }

  @Test func `an English noun agrees with its number`() {
    #expect(Noun.place.counted(1).en == "1 place")
    #expect(Noun.place.counted(2).en == "2 places")
  }

  @Test func `suggests a near miss and nothing far`() {
    let words = ["классное руководство", "работа с родителями"]
    #expect(nearMiss(of: "классное руковдство", among: words) == "классное руководство")
    #expect(nearMiss(of: "шахматы", among: words) == nil)
    #expect(nearMiss(of: "", among: words) == nil)
  }
}
