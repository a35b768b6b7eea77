import OfficeXML

/// A text document that is being put together: paragraphs, tables and sections, on A4.
///
/// ```swift
/// var draft = WordDraft()
/// draft.add(.init("ПРИКАЗ", .center, isBold: true))
/// let bytes = draft.document
/// ```
///
/// The document is an Office Open XML package (ECMA-376), with as little in it as LibreOffice and
/// Word ask for.
public struct WordDraft: Sendable, Hashable {
  private var body: [XMLElement.Node] = []
  private var isAcross: Bool
  private var isFirstSection = true
  private let numbersPages: Bool

  /// Creates an empty document, upright or across.
  ///
  /// - Parameters:
  ///   - across: Whether the first section is across.
  ///   - numbersPages: Whether pages from the second on bear their number in the middle of the upper
  ///     margin, as orders do.
  public init(across: Bool = false, numbersPages: Bool = true) {
    isAcross = across
    self.numbersPages = numbersPages
  }

  /// Adds a paragraph.
  public mutating func add(_ paragraph: WordParagraph) {
    body.append(.element(paragraph.element))
  }

  /// Adds a table with a heading row that stands on every page, and an empty line below it.
  public mutating func add(_ table: WordTable) {
    body.append(.element(table.element))
    add(WordParagraph(""))
  }

  /// Begins a new page, upright or across.
  public mutating func beginSection(across: Bool) {
    let section = section
    body.append(
      .element(XMLElement("w:p", [:], [.element(XMLElement("w:pPr", [:], [.element(section)]))])))
    isAcross = across
    isFirstSection = false
  }

  /// The bytes of the document, or nil where memory does not suffice.
  public var document: [UInt8]? {
    let ending = XMLElement.Node.element(section)
    let root = XMLElement(
      "w:document",
      ["xmlns:w": WordPackage.namespace, "xmlns:r": WordPackage.relationsNamespace],
      [.element(XMLElement("w:body", [:], body + [ending]))])
    return WordPackage.bytes(of: root, header: numbersPages ? Self.pageNumber : nil)
  }

  /// The number of the page in the middle.
  private static var pageNumber: XMLElement {
    let number = XMLElement("w:r", [:], [.element(XMLElement("w:t", [:], [.text("2")]))])
    let paragraph = XMLElement(
      "w:p", [:],
      [
        .element(
          XMLElement("w:pPr", [:], [.element(XMLElement("w:jc", ["w:val": "center"]))])),
        .element(XMLElement("w:fldSimple", ["w:instr": " PAGE "], [.element(number)])),
      ])
    return XMLElement("w:hdr", ["xmlns:w": WordPackage.namespace], [.element(paragraph)])
  }

  /// What ends the section that is being written; later sections take over the header of the first.
  private var section: XMLElement {
    let size: XMLElement =
      isAcross
      ? XMLElement("w:pgSz", ["w:w": "16838", "w:h": "11906", "w:orient": "landscape"])
      : XMLElement("w:pgSz", ["w:w": "11906", "w:h": "16838"])
    let margins = XMLElement(
      "w:pgMar",
      isAcross
        ? [
          "w:top": "1134", "w:right": "851", "w:bottom": "851", "w:left": "851",
          "w:header": "567", "w:footer": "567", "w:gutter": "0",
        ]
        : [
          "w:top": "1134", "w:right": "851", "w:bottom": "1134", "w:left": "1701",
          "w:header": "567", "w:footer": "567", "w:gutter": "0",
        ])
    guard numbersPages, isFirstSection else {
      return XMLElement("w:sectPr", [:], [.element(size), .element(margins)])
    }
    let header = XMLElement(
      "w:headerReference", ["w:type": "default", "r:id": WordPackage.headerID])
    return XMLElement(
      "w:sectPr", [:],
      [
        .element(header), .element(size), .element(margins), .element(XMLElement("w:titlePg")),
      ])
  }
}
