public import Foundation

/// A workbook written part by part, so that a test can hold what no writer of ours writes.
public struct SampleWorkbook {
  /// The name, state and XML of each sheet; the XML stands within `worksheet`.
  public var sheets: [(name: String, state: String?, xml: String)]
  /// The XML within `sst`, or nil for no such part.
  public var strings: String?
  /// The XML within `styleSheet`.
  public var styles: String
  /// The attributes of `workbookPr`.
  public var properties: String
  /// What stands before the root of each sheet.
  public var prologue: String
  /// Further parts.
  public var others: [(name: String, data: Data)]

  /// A workbook with one sheet.
  public init(_ xml: String) {
    sheets = [("Лист1", nil, xml)]
    strings = nil
    styles = Self.plainStyles
    properties = ""
    prologue = ""
    others = []
  }

  /// Styles: 0 as it is, 1 a built-in day, 2 `dd.mm.yyyy`, 3 `0000`, 4 a time.
  public static let plainStyles = """
    <numFmts count="2"><numFmt numFmtId="164" formatCode="dd\\.mm\\.yyyy;@"/>\
    <numFmt numFmtId="165" formatCode="0000"/></numFmts>\
    <fonts count="1"><font><sz val="11"/></font></fonts><fills count="1"><fill/></fills>\
    <borders count="1"><border/></borders>\
    <cellXfs count="5"><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/>\
    <xf numFmtId="165"/><xf numFmtId="20"/></cellXfs>
    """

  /// A sheet with rows of inline texts; an empty text is no cell.
  public static func sheet(_ rows: [[String]]) -> String {
    let body = rows.map { cells in
      let row = cells.map { text in
        text.isEmpty ? "<c/>" : "<c t=\"inlineStr\"><is><t>\(escaped(text))</t></is></c>"
      }
      return "<row>\(row.joined())</row>"
    }
    return "<sheetData>\(body.joined())</sheetData>"
  }

  /// The bytes of the workbook.
  public var data: Data { Package.zip(parts) }

  /// The parts of the package.
  public var parts: [(name: String, data: Data)] {
    let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    let list = sheets.enumerated().map { index, sheet in
      let state = sheet.state.map { " state=\"\($0)\"" } ?? ""
      return "<sheet name=\"\(Self.escaped(sheet.name))\" sheetId=\"\(index + 1)\"\(state)"
        + " r:id=\"rId\(index + 1)\"/>"
    }.joined()
    let relations = sheets.indices.map {
      relation("rId\($0 + 1)", "\(office)/worksheet", "worksheets/sheet\($0 + 1).xml")
    }
    var parts: [(String, String)] = [
      ("[Content_Types].xml", "<Types/>"),
      (
        "_rels/.rels",
        wrapped([relation("rId1", "\(office)/officeDocument", "xl/workbook.xml")])
      ),
      (
        "xl/workbook.xml",
        "<workbook xmlns=\"\(main)\" xmlns:r=\"\(office)\"><workbookPr \(properties)/>"
          + "<sheets>\(list)</sheets></workbook>"
      ),
      (
        "xl/_rels/workbook.xml.rels",
        wrapped(
          relations + [
            relation("s", "\(office)/styles", "styles.xml"),
            strings == nil ? "" : relation("t", "\(office)/sharedStrings", "/xl/sharedStrings.xml"),
          ])
      ),
      ("xl/styles.xml", "<styleSheet xmlns=\"\(main)\">\(styles)</styleSheet>"),
    ]
    if let strings {
      parts.append(("xl/sharedStrings.xml", "<sst xmlns=\"\(main)\">\(strings)</sst>"))
    }
    for (index, sheet) in sheets.enumerated() {
      let xml = "\(prologue)<worksheet xmlns=\"\(main)\">\(sheet.xml)</worksheet>"
      parts.append(("xl/worksheets/sheet\(index + 1).xml", xml))
    }
    return parts.map { (name: $0.0, data: Data($0.1.utf8)) } + others
  }

  private func relation(_ id: String, _ type: String, _ target: String) -> String {
    "<Relationship Id=\"\(id)\" Type=\"\(type)\" Target=\"\(target)\"/>"
  }

  private func wrapped(_ relations: [String]) -> String {
    "<Relationships>\(relations.joined())</Relationships>"
  }

  private static func escaped(_ text: String) -> String {
    text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing("\"", with: "&quot;")
  }
}
