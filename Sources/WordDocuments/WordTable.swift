import OfficeXML

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
