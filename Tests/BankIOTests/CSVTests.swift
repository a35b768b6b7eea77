import Foundation
import Testing
import WorkbookSamples

@testable import BankIO

struct CSVTests {
  private func rows(_ text: String, delimiter: Character = ";") -> [[String]] {
    CSVRows(Array(text.utf8), delimiter: delimiter.asciiValue ?? 0).map(\.fields)
  }

  @Test(arguments: [
    ("a;b\nc;d", [["a", "b"], ["c", "d"]]), ("a;b\r\nc;d\r\n", [["a", "b"], ["c", "d"]]),
    ("a\rb", [["a"], ["b"]]), ("\"a;b\";c", [["a;b", "c"]]), ("\"a\"\"b\"", [["a\"b"]]),
    ("\"a\r\nb\";c\nd", [["a\r\nb", "c"], ["d"]]), (";\n", [["", ""]]),
    ("\n\na", [[""], [""], ["a"]]),
    ("\"\";x", [["", "x"]]), ("a\"b;c", [["a\"b", "c"]]), (" \"a\" ;b", [["a ", "b"]]), ("", []),
  ])
  func `reads rows as RFC 4180 has them`(text: String, expected: [[String]]) {
    #expect(rows(text) == expected)
  }

  @Test func `counts rows as a spreadsheet does`() {
    let rows = CSVRows(Array("a\n\n\"b\nb\"\nc".utf8), delimiter: 0x3B).map(\.number)
    #expect(rows == [1, 2, 3, 4])
  }

  @Test func `loses one row at most to a quotation mark that is never closed`() {
    let rows = Array(CSVRows(Array("a;\"b\nc;d\ne;f".utf8), delimiter: 0x3B))
    #expect(rows.map(\.fields) == [["a", "\"b"], ["c", "d"], ["e", "f"]])
    #expect(rows.map(\.remarks) == [[.unbalancedQuote], [], []])
  }

  @Test func `drops NUL characters and says so`() {
    let rows = Array(CSVRows([0x61, 0x00, 0x62, 0x3B, 0x00], delimiter: 0x3B))
    #expect(rows.map(\.fields) == [["ab", ""]])
    #expect(rows.map(\.remarks) == [[.nulCharacters]])
  }

  @Test func `passes over a line that no table has`() {
    var bytes = [UInt8](repeating: 0x61, count: 3 << 20)
    bytes += Array("\nb".utf8)
    let rows = Array(CSVRows(bytes, delimiter: 0x3B))
    #expect(rows.map(\.fields) == [[""], ["b"]])
    #expect(rows.first?.remarks == [.tooLong])
  }

  @Test func `reads its own cells back, whatever they hold`() {
    var random = SeededGenerator(seed: 1)
    let letters = Array("aя;\"\r\n'=+-@ ,1\t")
    for _ in 0..<2000 {
      let cells = (0..<3).map { _ in
        String(
          (0..<Int.random(in: 0...6, using: &random)).map { _ in
            letters.randomElement(using: &random) ?? "a"
          }
        ).trimmed
      }
      let back = rows(CSVText.row(cells)).map { $0.map { CSVText.unguarded($0.trimmed) } }
      #expect(back == [cells])
    }
  }

  @Test func `reads any bytes to their end`() {
    var random = SeededGenerator(seed: 2)
    let bytes: [UInt8] = [0x3B, 0x22, 0x0A, 0x0D, 0x00, 0x61, 0xD0, 0xBF, 0xFF, 0x2C]
    for _ in 0..<2000 {
      let text = (0..<Int.random(in: 0...60, using: &random)).map { _ in
        bytes.randomElement(using: &random) ?? 0
      }
      let rows = Array(CSVRows(text, delimiter: 0x3B))
      #expect(rows.map(\.number) == Array(0..<rows.count).map { $0 + 1 })
      #expect(rows.count <= text.count)
    }
  }

  @Test(arguments: [
    ("=cmd|' /C calc'!A0", "'=cmd|' /C calc'!A0"), ("+7 999", "'+7 999"), ("@x", "'@x"),
    ("-1+2", "'-1+2"), ("+", "+"), ("-", "-"), ("-5", "-5"), ("+3,5", "+3,5"), ("а=б", "а=б"),
    ("'=x", "''=x"), ("'слово", "'слово"),
  ])
  func `makes formulas harmless`(text: String, written: String) {
    #expect(CSVText.guarded(text) == written)
    #expect(CSVText.unguarded(written) == text)
  }
}

struct DecodedTextTests {
  private let text = "ФИО;Ёжик №1 — «тест»"

  @Test func `reads UTF-8 with and without a byte order mark`() {
    let plain = DecodedText(Data(text.utf8))
    #expect(plain.bytes == Array(text.utf8))
    let marked = DecodedText(Data([0xEF, 0xBB, 0xBF] + Array(text.utf8)))
    #expect(marked.bytes == Array(text.utf8))
    #expect(plain.flaws + marked.flaws == [])
  }

  @Test(arguments: [true, false])
  func `reads UTF-16 with a byte order mark`(isLittle: Bool) {
    let units = ("\u{FEFF}" + text).utf16
    let bytes = units.flatMap { unit in
      let (high, low) = (UInt8(unit >> 8), UInt8(unit & 0xFF))
      return isLittle ? [low, high] : [high, low]
    }
    #expect(DecodedText(Data(bytes)).bytes == Array(text.utf8))
  }

  @Test(arguments: [true, false])
  func `reads UTF-16 in pieces that cut characters`(isLittle: Bool) {
    let words = "ёж 🦔 и 🎓, Ёлка"
    let bytes = words.utf16.flatMap { unit in
      let (high, low) = (UInt8(unit >> 8), UInt8(unit & 0xFF))
      return isLittle ? [low, high] : [high, low]
    }
    for size in 1...bytes.count {
      var decoder = TextDecoder(.utf16(isLittleEndian: isLittle, mark: 0))
      var text: [UInt8] = []
      for start in stride(from: 0, to: bytes.count, by: size) {
        let end = min(start + size, bytes.count)
        bytes[start..<end].withUnsafeBufferPointer {
          decoder.decode($0, isLast: end == bytes.count, into: &text)
        }
      }
      #expect(String(decoding: text, as: UTF8.self) == words, "pieces of \(size)")
    }
  }

  @Test func `reads code page 1251 with a note`() throws {
    let data = try #require(text.data(using: .windowsCP1251))
    let decoded = DecodedText(data)
    #expect(String(decoding: decoded.bytes, as: UTF8.self) == text)
    #expect(decoded.flaws.map(\.code) == ["codePage1251"])
  }

  @Test func `does not take damaged UTF-8 for another code page`() {
    let decoded = DecodedText(Data(Array("Иванова Анна".utf8) + [0xFF]))
    #expect(String(decoding: decoded.bytes, as: UTF8.self) == "Иванова Анна\u{FFFD}")
    #expect(decoded.flaws.map(\.code) == ["damagedText"])
  }
}
