import Archives
import OfficeXML

/// The parts around the text of a document.
enum WordPackage {
  static let namespace = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
  static let documentPart = "word/document.xml"
  static let relationsNamespace =
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
  /// By what a section names the header.
  static let headerID = "rId2"
  private static let package = "http://schemas.openxmlformats.org/package/2006"
  private static let word = "application/vnd.openxmlformats-officedocument.wordprocessingml"

  /// The package around a document, with a header where there is one.
  static func bytes(of document: XMLElement, header: XMLElement? = nil) -> [UInt8]? {
    let parts = [("styles", "styles.xml")] + (header == nil ? [] : [("header", "header1.xml")])
    return ArchiveWriter.bytes(
      of: [
        .init("[Content_Types].xml", contentTypes(parts).document),
        .init("_rels/.rels", relations([("officeDocument", "word/document.xml")]).document),
        .init(documentPart, document.document),
        .init("word/_rels/document.xml.rels", relations(parts).document),
        .init("word/styles.xml", styles.document),
      ] + (header.map { [.init("word/header1.xml", $0.document)] } ?? []))
  }

  private static func contentTypes(_ parts: [(type: String, target: String)]) -> XMLElement {
    let defaults = [
      ("rels", "application/vnd.openxmlformats-package.relationships+xml"),
      ("xml", "application/xml"),
    ]
    let overrides =
      [("/word/document.xml", "\(word).document.main+xml")]
      + parts.map { ("/word/\($0.target)", "\(word).\($0.type)+xml") }
    return XMLElement(
      "Types", ["xmlns": "\(package)/content-types"],
      defaults.map {
        .element(XMLElement("Default", ["Extension": $0.0, "ContentType": $0.1]))
      }
        + overrides.map {
          .element(XMLElement("Override", ["PartName": $0.0, "ContentType": $0.1]))
        })
  }

  private static func relations(_ targets: [(type: String, target: String)]) -> XMLElement {
    XMLElement(
      "Relationships", ["xmlns": "\(package)/relationships"],
      targets.enumerated().map { index, relation in
        .element(
          XMLElement(
            "Relationship",
            [
              "Id": "rId\(index + 1)", "Type": "\(relationsNamespace)/\(relation.type)",
              "Target": relation.target,
            ]))
      })
  }

  /// Times New Roman of 12 points, as orders are set in Russian.
  private static var styles: XMLElement {
    let fonts = XMLElement(
      "w:rFonts",
      [
        "w:ascii": "Times New Roman", "w:hAnsi": "Times New Roman", "w:cs": "Times New Roman",
        "w:eastAsia": "Times New Roman",
      ])
    let run = XMLElement(
      "w:rPr", [:],
      [
        .element(fonts), .element(XMLElement("w:sz", ["w:val": "24"])),
        .element(XMLElement("w:szCs", ["w:val": "24"])),
        .element(XMLElement("w:lang", ["w:val": "ru-RU"])),
      ])
    let defaults = XMLElement(
      "w:docDefaults", [:], [.element(XMLElement("w:rPrDefault", [:], [.element(run)]))])
    let normal = XMLElement(
      "w:style", ["w:type": "paragraph", "w:default": "1", "w:styleId": "Normal"],
      [.element(XMLElement("w:name", ["w:val": "Normal"]))])
    return XMLElement(
      "w:styles", ["xmlns:w": namespace], [.element(defaults), .element(normal)])
  }
}
