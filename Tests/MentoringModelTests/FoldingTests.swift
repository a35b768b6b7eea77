import MentoringModel
import Testing

@Suite struct FoldingTests {
  @Test(arguments: [
    ("Ёлка", "елка"), ("  два\u{A0}\n слова ", "два слова"), ("«ФГОС».", "фгос"),
    ("ALFA-7", "alfa-7"), ("ΣΙΓΜΑ", "σιγμα"), ("İ", "i\u{307}"), ("…", "…"), ("", ""), (" . ", ""),
    ("План  урока", "план урока"),
  ])
  func `two spellings of one word fold to one`(text: String, expected: String) {
    #expect(folded(text) == expected)
    #expect(folded(folded(text)) == folded(text))
  }
}
