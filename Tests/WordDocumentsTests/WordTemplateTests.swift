import Archives
import Foundation
import OfficeXML
import Testing

@testable import WordDocuments

@Suite struct WordTemplateTests {
  private func filled(_ body: String, _ values: WordValues) throws -> XMLElement {
    let root = try #require(
      XMLElement(parsing: Array("<w:body xmlns:w=\"w\">\(body)</w:body>".utf8)))
    var document = XMLWriter()
    root.withWholePlaceholders.write(filled: values, to: &document)
    return try #require(XMLElement(parsing: document.bytes))
  }

  @Test func `a placeholder is found however the editor has split it into runs`() throws {
    let values = WordValues(values: ["форма": "пары"])
    let result = try filled(
      "<w:p><w:r><w:t>a {</w:t></w:r><w:proofErr/><w:r><w:t>{фо</w:t></w:r>"
        + "<w:r><w:t>рма}</w:t></w:r><w:r><w:t>} b</w:t></w:r></w:p>", values)
    #expect(result.text == "a пары b")
  }

  @Test func `a row of a list is repeated, and goes where the list is empty`() throws {
    let body =
      "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>head</w:t></w:r></w:p></w:tc></w:tr>"
      + "<w:tr><w:tc><w:p><w:r><w:t>{{x.n}}:{{y}};</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"
    var values = WordValues(values: ["y": "z"], lists: ["x": [["x.n": "1"], ["x.n": "2"]]])
    #expect(try filled(body, values).text == "head1:z;2:z;")
    values.lists["x"] = []
    #expect(try filled(body, values).text == "head")
  }

  @Test func `a cell keeps a paragraph though its list is empty`() throws {
    let result = try filled(
      "<w:tc><w:p><w:r><w:t>{{x.n}}</w:t></w:r></w:p></w:tc>", WordValues(lists: ["x": []]))
    #expect(result.elements[0].elements.map(\.name) == ["w:p"])
  }

  @Test func `line breaks become breaks, and signs of XML stay signs`() throws {
    let result = try filled(
      "<w:p><w:r><w:t>{{a}}</w:t></w:r></w:p>", WordValues(values: ["a": "<1>\n&\u{1}{{b}}"]))
    let again = try #require(XMLElement(parsing: result.document))
    #expect(again.text == "<1>&\u{FFFD}{{b}}")
    #expect(String(decoding: result.document, as: UTF8.self).contains("<w:br/>"))
  }

  @Test func `each page begins anew, and the section stands once behind them all`() throws {
    var draft = WordDraft(across: true)
    draft.add(WordParagraph("{{a}}", .center))
    let template = try WordTemplate(try #require(draft.document))
    func body(_ pages: [String]) throws -> XMLElement {
      let bytes = template.filled(pages: pages.map { WordValues(values: ["a": $0]) })
      let part = try Archive(Data(try #require(bytes))).member("word/document.xml", limit: 1 << 20)
      return try #require(XMLElement(parsing: part ?? [])).elements[0]
    }
    let three = try body(["1", "2", "3"])
    #expect(three.text == "123")
    #expect(three.elements.map(\.name) == ["w:p", "w:p", "w:p", "w:p", "w:p", "w:sectPr"])
    let breaks = String(decoding: three.document, as: UTF8.self).ranges(of: "w:type=\"page\"")
    #expect(breaks.count == 2)
    #expect(try body(["1"]).elements.map(\.name) == ["w:p", "w:sectPr"])
  }

  @Test func `pages from the second on are numbered, in all sections, where that is wanted`() throws
  {
    func parts(_ numbersPages: Bool) throws -> (document: String, header: String?, types: String) {
      var draft = WordDraft(numbersPages: numbersPages)
      draft.add(WordParagraph("a"))
      draft.beginSection(across: true)
      draft.add(WordParagraph("b"))
      let archive = try Archive(Data(try #require(draft.document)))
      func text(_ name: String) throws -> String? {
        guard archive.has(name) else { return nil }
        return try archive.member(name, limit: 1 << 20).map { String(decoding: $0, as: UTF8.self) }
      }
      return (
        try text("word/document.xml") ?? "", try text("word/header1.xml"),
        try text("[Content_Types].xml") ?? ""
      )
    }
    let numbered = try parts(true)
    let sections = numbered.document.split(separator: "<w:sectPr>").dropFirst()
    #expect(sections.map { $0.contains("<w:headerReference w:type=\"default\"") } == [true, false])
    #expect(sections.map { $0.contains("<w:titlePg/>") } == [true, false])
    #expect(numbered.header?.contains("<w:fldSimple w:instr=\" PAGE \">") == true)
    #expect(numbered.types.contains("/word/header1.xml"))
    let plain = try parts(false)
    #expect(!plain.document.contains("headerReference") && !plain.document.contains("titlePg"))
    #expect(plain.header == nil && !plain.types.contains("header"))
  }

  @Test(arguments: [
    ("", []), ("{{a}}{{ Б  в }}", ["a", "б в"]), ("{{a", ["a"]), ("{{}}", [""]), ("}} {x}", []),
  ])
  func `placeholders are named in their order`(text: String, names: [String]) {
    #expect(Placeholder.names(in: [text]) == names)
  }

  @Test func `gathering changes no text`() {
    var state: UInt64 = 7
    func next(_ count: UInt64) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((state >> 33) % count)
    }
    for _ in 0..<2000 {
      let texts = (0..<next(5)).map { _ in
        String((0..<next(6)).map { _ in Array("{}ab")[next(4)] })
      }
      let gathered = Placeholder.gathered(texts)
      #expect(gathered.joined() == texts.joined())
      #expect(gathered.count == texts.count)
    }
  }

  @Test func `what is no document is refused`() throws {
    #expect(throws: WordTemplateError.notADocument) { try WordTemplate([1, 2, 3]) }
    let other = try #require(ArchiveWriter.bytes(of: [.init("a.txt", [65])]))
    #expect(throws: WordTemplateError.notADocument) { try WordTemplate(other) }
    let damaged = try #require(
      ArchiveWriter.bytes(of: [.init("word/document.xml", Array("<w:document".utf8))]))
    #expect(throws: WordTemplateError.damaged) { try WordTemplate(damaged) }
  }

  @Test func `an archive holds its members, with the same bytes each time`() throws {
    let members = [
      ArchiveWriter.Member("a/б.txt", Array("x".utf8)), ArchiveWriter.Member("empty", []),
    ]
    let bytes = try #require(ArchiveWriter.bytes(of: members))
    #expect(ArchiveWriter.bytes(of: members) == bytes)
    let archive = try Archive(Data(bytes))
    #expect(archive.names == ["a/б.txt", "empty"])
    #expect(try archive.member("a/б.txt", limit: 10) == Array("x".utf8))
  }
}
