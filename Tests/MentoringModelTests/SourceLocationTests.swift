import MentoringModel
import Testing

struct SourceLocationTests {
  @Test func `places are the same where all their parts are`() {
    let place = SourceLocation(file: "a.xlsx", sheet: "s", row: 2, column: "ФИО", cell: "B2")
    #expect(
      place == SourceLocation(file: "a.xlsx", sheet: "s", row: 2, column: "ФИО", cell: "B2"))
    var others = Array(repeating: place, count: 6)
    others[0].file = "b.xlsx"
    others[1].sheet = "t"
    others[2].row = 3
    others[3].column = "Код"
    others[4].cell = "B3"
    others[5].sheet = nil
    #expect(others.allSatisfy { $0 != place })
    #expect(Set(others + [place]).count == 7)
  }

  @Test func `another row and another column are of the same table`() {
    let place = SourceLocation(file: "a.xlsx", sheet: "s", row: 2, column: "ФИО", cell: "B2")
    #expect(place.row(9) == SourceLocation(file: "a.xlsx", sheet: "s", row: 9))
    #expect(
      place.column("Код") == SourceLocation(file: "a.xlsx", sheet: "s", row: 2, column: "Код"))
  }

  @Test func `a part that is taken away is as if it had never been`() {
    var place = SourceLocation(file: "a", sheet: "s", column: "c", cell: "A1")
    (place.file, place.sheet, place.column, place.cell) = ("", nil, nil, nil)
    #expect(place == SourceLocation())
    #expect(place.file.isEmpty && place.sheet == nil && place.column == nil && place.cell == nil)
  }
}
