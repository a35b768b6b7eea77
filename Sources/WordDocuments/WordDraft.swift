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

  /// Creates an empty document, upright or across.
  public init(across: Bool = false) { isAcross = across }

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
    let section = Self.section(across: isAcross)
    body.append(
      .element(XMLElement("w:p", [:], [.element(XMLElement("w:pPr", [:], [.element(section)]))])))
    isAcross = across
  }

  /// The bytes of the document, or nil where memory does not suffice.
  public var document: [UInt8]? {
    let ending = XMLElement.Node.element(Self.section(across: isAcross))
    let root = XMLElement(
      "w:document", ["xmlns:w": WordPackage.namespace],
      [.element(XMLElement("w:body", [:], body + [ending]))])
    return WordPackage.bytes(of: root)
  }

  private static func section(across: Bool) -> XMLElement {
    let size: XMLElement =
      across
      ? XMLElement("w:pgSz", ["w:w": "16838", "w:h": "11906", "w:orient": "landscape"])
      : XMLElement("w:pgSz", ["w:w": "11906", "w:h": "16838"])
    let margins = XMLElement(
      "w:pgMar",
      across
        ? [
          "w:top": "1134", "w:right": "851", "w:bottom": "851", "w:left": "851",
          "w:header": "567", "w:footer": "567", "w:gutter": "0",
        ]
        : [
          "w:top": "1134", "w:right": "851", "w:bottom": "1134", "w:left": "1701",
          "w:header": "567", "w:footer": "567", "w:gutter": "0",
        ])
    return XMLElement("w:sectPr", [:], [.element(size), .element(margins)])
  }
}

/// A paragraph.
public struct WordParagraph: Sendable, Hashable {
  /// How lines stand between the margins.
  public enum Alignment: String, Sendable, Hashable {
    /// At the left margin.
    case left
    /// In the middle.
    case center
    /// At the right margin.
    case right
    /// At both margins.
    case both
  }

  /// The text; a tab goes to the right margin.
  public var text: String
  /// How its lines stand.
  public var alignment: Alignment
  /// Whether it is bold.
  public var isBold: Bool
  /// The size of the letters in half points, or nil for the usual one.
  public var halfPoints: Int?
  /// Whether its first line is set in.
  public var isSetIn: Bool
  /// Whether it stays on the page of the next paragraph.
  public var staysWithNext: Bool
  /// The space below it in twentieths of a point.
  public var spaceBelow: Int

  /// Creates a paragraph.
  public init(
    _ text: String, _ alignment: Alignment = .left, isBold: Bool = false, halfPoints: Int? = nil,
    isSetIn: Bool = false, staysWithNext: Bool = false, spaceBelow: Int = 0
  ) {
    self.text = text
    self.alignment = alignment
    self.isBold = isBold
    self.halfPoints = halfPoints
    self.isSetIn = isSetIn
    self.staysWithNext = staysWithNext
    self.spaceBelow = spaceBelow
  }

  /// The right margin of an upright page, where a tab ends.
  private static let rightMargin = "9354"

  var element: XMLElement {
    var properties: [XMLElement.Node] = []
    if staysWithNext { properties.append(.element(XMLElement("w:keepNext"))) }
    if text.contains("\t") {
      let tab = XMLElement("w:tab", ["w:val": "right", "w:pos": Self.rightMargin])
      properties.append(.element(XMLElement("w:tabs", [:], [.element(tab)])))
    }
    properties.append(
      .element(XMLElement("w:spacing", ["w:before": "0", "w:after": "\(spaceBelow)"])))
    if isSetIn { properties.append(.element(XMLElement("w:ind", ["w:firstLine": "709"]))) }
    properties.append(.element(XMLElement("w:jc", ["w:val": alignment.rawValue])))
    return XMLElement(
      "w:p", [:], [.element(XMLElement("w:pPr", [:], properties))] + (text.isEmpty ? [] : [run]))
  }

  private var run: XMLElement.Node {
    var properties: [XMLElement.Node] = []
    if isBold { properties.append(.element(XMLElement("w:b"))) }
    if let halfPoints {
      properties.append(.element(XMLElement("w:sz", ["w:val": "\(halfPoints)"])))
      properties.append(.element(XMLElement("w:szCs", ["w:val": "\(halfPoints)"])))
    }
    let head: [XMLElement.Node] =
      properties.isEmpty ? [] : [.element(XMLElement("w:rPr", [:], properties))]
    let pieces = text.split(separator: "\t", omittingEmptySubsequences: false)
    let texts = pieces.map {
      XMLElement.Node.element(
        XMLElement("w:t", ["xml:space": "preserve"], [.text(String($0))]))
    }
    let joined = texts.enumerated().flatMap { index, text in
      index == 0 ? [text] : [.element(XMLElement("w:tab")), text]
    }
    return .element(XMLElement("w:r", [:], head + joined))
  }
}

/// A table with lines.
public struct WordTable: Sendable, Hashable {
  /// A column.
  public struct Column: Sendable, Hashable {
    /// The heading.
    public var title: String
    /// What stands in each row.
    public var cell: String
    /// The width in twentieths of a point.
    public var width: Int

    /// Creates a column.
    public init(_ title: String, _ cell: String, width: Int) {
      self.title = title
      self.cell = cell
      self.width = width
    }
  }

  /// The columns.
  public var columns: [Column]
  /// The size of the letters in half points.
  public var halfPoints: Int

  /// Creates a table with one row below its heading.
  public init(_ columns: [Column], halfPoints: Int) {
    self.columns = columns
    self.halfPoints = halfPoints
  }

  var element: XMLElement {
    let sides = ["top", "left", "bottom", "right", "insideH", "insideV"]
    let borders = sides.map { side in
      XMLElement.Node.element(
        XMLElement(
          "w:\(side)", ["w:val": "single", "w:sz": "4", "w:space": "0", "w:color": "auto"])
      )
    }
    let margins = ["left", "right"].map { side in
      XMLElement.Node.element(XMLElement("w:\(side)", ["w:w": "60", "w:type": "dxa"]))
    }
    let properties = XMLElement(
      "w:tblPr", [:],
      [
        .element(
          XMLElement("w:tblW", ["w:w": "\(columns.reduce(0) { $0 + $1.width })", "w:type": "dxa"])),
        .element(XMLElement("w:tblBorders", [:], borders)),
        .element(XMLElement("w:tblLayout", ["w:type": "fixed"])),
        .element(XMLElement("w:tblCellMar", [:], margins)),
      ])
    let grid = XMLElement(
      "w:tblGrid", [:],
      columns.map { .element(XMLElement("w:gridCol", ["w:w": "\($0.width)"])) })
    return XMLElement(
      "w:tbl", [:],
      [.element(properties), .element(grid), .element(heading), .element(row)])
  }

  private var heading: XMLElement {
    row(
      [XMLElement("w:cantSplit"), XMLElement("w:tblHeader")],
      columns.map {
        ($0.width, WordParagraph($0.title, .center, isBold: true, halfPoints: halfPoints))
      })
  }

  private var row: XMLElement {
    row(
      [XMLElement("w:cantSplit")],
      columns.map { ($0.width, WordParagraph($0.cell, halfPoints: halfPoints)) })
  }

  private func row(
    _ properties: [XMLElement], _ cells: [(width: Int, paragraph: WordParagraph)]
  ) -> XMLElement {
    let head = XMLElement("w:trPr", [:], properties.map(XMLElement.Node.element))
    return XMLElement(
      "w:tr", [:],
      [.element(head)]
        + cells.map { cell in
          let width = XMLElement("w:tcW", ["w:w": "\(cell.width)", "w:type": "dxa"])
          return .element(
            XMLElement(
              "w:tc", [:],
              [
                .element(XMLElement("w:tcPr", [:], [.element(width)])),
                .element(cell.paragraph.element),
              ]))
        })
  }
}
