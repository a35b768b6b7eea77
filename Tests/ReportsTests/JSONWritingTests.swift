import Foundation
import Testing

@testable import Reports

@Suite struct JSONWritingTests {
  @Test func `members keep their order and flat values stand on one line`() {
    let value: JSONValue = [
      "z": 1, "a": [1, 2, 3], "rows": [[0, 1], [2, 3]], "person": ["id": "p1", "name": "Анна"],
      "none": .null, "empty": [],
    ]
    #expect(
      value.document == """
        {
          "z": 1,
          "a": [1, 2, 3],
          "rows": [
            [0, 1],
            [2, 3]
          ],
          "person": {"id": "p1", "name": "Анна"},
          "none": null,
          "empty": []
        }

        """)
  }

  @Test func `a number of 128 bits stands in full`() {
    let number = Int128(1) << 100
    #expect(JSONValue.array([.integer(-number)]).document == "[-1267650600228229401496703205376]\n")
  }

  @Test func `whatever stands in a string comes back`() throws {
    let text = "кавычки \" \\ / строка\n\t\r \u{0}\u{1B}\u{7F}\u{2028} 漢字 👩‍🏫"
    let bytes = Data(JSONValue.array([.string(text)]).document.utf8)
    #expect(try JSONDecoder().decode([String].self, from: bytes) == [text])
  }
}
