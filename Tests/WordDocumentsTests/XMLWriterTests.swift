import OfficeXML
import Testing

@Suite struct XMLWriterTests {
  @Test func `what is written reads back as it was`() throws {
    let texts = ["", "a<b>&\"c\"\n\t\r\u{85}", "Ёлка 🌲", "]]>", "\u{FEFF}я"]
    var root = XMLElement("w:a", ["x": "1 < 2 & \"3\"\n\r\t", "y": ""])
    for text in texts {
      root.children.append(.element(XMLElement("w:t", [:], text.isEmpty ? [] : [.text(text)])))
    }
    root.children.append(.element(XMLElement("w:b", [:], [.element(XMLElement("w:c"))])))
    #expect(try #require(XMLElement(parsing: root.document)) == root)
  }

  @Test func `what XML cannot hold is replaced, and nothing else`() throws {
    let element = XMLElement("t", ["a": "\u{FFFF}"], [.text("1\u{0}2\u{1F}3\u{FFFE}4\u{FFFD}5")])
    let again = try #require(XMLElement(parsing: element.document))
    #expect(again.text == "1\u{FFFD}2\u{FFFD}3\u{FFFD}4\u{FFFD}5")
    #expect(again.attributes.map(\.value) == ["\u{FFFD}"])
  }

  @Test func `an element begun and ended is the same as one written whole`() {
    var document = XMLWriter()
    document.begin(XMLElement("a", ["x": "1"], [.text("not written")]))
    document.write(XMLElement("b"))
    document.write("c")
    document.begin(XMLElement("d"))
    document.end()
    document.end()
    document.end()
    let whole = XMLElement(
      "a", ["x": "1"], [.element(XMLElement("b")), .text("c"), .element(XMLElement("d"))])
    #expect(document.bytes == whole.document)
  }
}
