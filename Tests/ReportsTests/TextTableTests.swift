import Testing

@testable import Reports

@Suite struct TextTableTests {
  @Test(arguments: [("abc", 3), ("Ёжик", 4), ("й", 1), ("漢字", 4), ("👩‍🏫", 2), ("é", 1), ("", 0)])
  func `a text is as wide as its cells on a terminal`(text: String, width: Int) {
    #expect(text.displayWidth == width)
  }

  @Test func `columns stand flush whatever the alphabet`() {
    var table = TextTable([.init("Кто"), .init("Fit", .right)])
    table.add(["Анна", "9"])
    table.add(["漢字", "100"])
    #expect(
      table.rendered(width: 40) == """
        Кто   Fit
        ────  ───
        Анна    9
        漢字  100

        """)
  }

  @Test func `a long cell breaks between words within the width`() {
    var table = TextTable([.init("A"), .init("B", .elastic)])
    table.add(["x", "one two three four five"])
    let lines = table.rendered(width: 17).split(separator: "\n")
    #expect(lines.dropFirst(2) == ["x  one two three", "   four five"])
  }

  @Test func `a word that is longer than its column is broken`() {
    #expect(wrapped("абвгдежз и", width: 3) == ["абв", "где", "жз", "и"])
  }

  @Test func `a bank cannot steer the terminal`() {
    var table = TextTable([.init("A")])
    table.add(["\u{1B}[2Jred\nline\u{202E}"])
    let text = table.rendered(width: 40)
    #expect(!text.unicodeScalars.contains { $0 == "\u{1B}" || $0 == "\u{202E}" })
    #expect(text.split(separator: "\n").count == 3)
  }

  @Test func `a mark of warning stays with its word`() {
    #expect(wrapped("aa; ! bbb ccc", width: 6) == ["aa;", "! bbb", "ccc"])
    #expect(wrapped("! bb", width: 2) == ["! ", "bb"])
    #expect(wrapped("a !", width: 9) == ["a !"])
    #expect(wrapped("! ! b c", width: 5) == ["! ! b", "c"])
    #expect(wrapped("из 54,00 %, и", width: 10) == ["из", "54,00 %, и"])
    #expect(wrapped("54,00 %, и 7", width: 6) == ["54,00 ", "%, и 7"])
    #expect(wrapped("!", width: 9) == ["!"])
  }

  @Test func `headings of numbers are broken before words of the rows are`() {
    var table = TextTable([
      .init("Variant", .elastic), .init("Mentors with mentees", .right), .init("Fit", .right),
    ])
    table.add(["weights.requests=10", "121", "100.00%"])
    #expect(
      table.rendered(width: 42) == """
        Variant              Mentors with      Fit
                                  mentees
        ───────────────────  ────────────  ───────
        weights.requests=10           121  100.00%

        """)
    #expect(table.rendered(width: 10).split(separator: "\n").first == "Variant   Mentors      Fit")
  }
}
