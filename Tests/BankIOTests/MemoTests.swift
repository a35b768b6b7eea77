import MentoringModel
import Testing

@testable import BankIO

/// Texts that many rows have in common are read once, and that changes nothing but the memory.
struct MemoTests {
  @Test func `a text is read once, and one with a flaw in every row`() {
    let memo = Memo<Int>()
    var (read, flaws): ([String], [Flaw]) = ([], [])
    func value(_ text: String) -> Int? {
      memo.value(of: text, &flaws) { text, flaws in
        read.append(text)
        if text == "bad" { flaws.append(.emptyTable) }
        return text == "none" ? nil : text.count
      }
    }
    #expect(["a", "bad", "a", "bad", "none", "none"].map(value) == [1, 3, 1, 3, nil, nil])
    #expect(read == ["a", "bad", "bad", "none", "none"])
    #expect(flaws.count == 2)
  }

  @Test func `two ways to write a letter are two texts`() {
    let memo = Memo<String>()
    let (one, two) = ("\u{439}", "\u{438}\u{306}")
    #expect(one == two)
    #expect(memo.shared(one).utf8.count == 2 && memo.shared(two).utf8.count == 4)
  }

  @Test func `every row with a flaw of one text reports it`() throws {
    let folder = try Samples.folder(
      mentors: """
        Код;ФИО;Роль;Компетенции;Стаж
        M-1;Тестова Анна;волшебник;ФГОС (9);давно
        M-2;Пробин Олег;волшебник;ФГОС (9);давно
        """)
    for code in ["unknownRole", "noLevel", "noExperience"] {
      let rows = folder.findings.filter { $0.code == code }.compactMap(\.location.row)
      #expect(rows == [2, 3], "\(code)")
    }
    #expect(folder.bank.mentors.map(\.competencies) == [["фгос": 3], ["фгос": 3]])
  }

  @Test func `a mentee asks in each form once, wherever the rows stand`() {
    var places = RequestPlaces()
    let rows = [("A", "f", 2), ("A", "g", 3), ("B", "f", 4)]
    for (person, form, row) in rows {
      places.note(
        RequestRow(person: PersonID(rawValue: person), form: FormID(rawValue: form)),
        at: SourceLocation(file: person == "B" ? "b.csv" : "a.csv", row: row))
    }
    #expect(places[RequestRow(person: "A", form: "f")] == SourceLocation(file: "a.csv", row: 2))
    #expect(places[RequestRow(person: "A", form: "g")] == SourceLocation(file: "a.csv", row: 3))
    #expect(places[RequestRow(person: "B", form: "f")] == SourceLocation(file: "b.csv", row: 4))
    #expect(places[RequestRow(person: "B", form: "g")] == nil)
    #expect(places[RequestRow(person: "C", form: "f")] == nil)
    #expect(places.index(of: "B") == 1 && places.index(of: "C") == nil)
  }
}
