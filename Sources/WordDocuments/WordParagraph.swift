import OfficeXML

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
