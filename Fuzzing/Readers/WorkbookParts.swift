import Archives
import Foundation

/// A workbook of parts that stand one behind the other.
///
/// NUL stands between the sheet, the shared texts, the styles and the list of sheets; what is
/// missing is as office programs have it.
///
/// Bytes of an archive that are changed at random fail by their checksums; so the parts are what is
/// changed, and the archive is made around them.
enum WorkbookParts {
  /// The bytes of the workbook.
  static func workbook(of data: Data) -> Data {
    let pieces = data.split(separator: 0, maxSplits: 3, omittingEmptySubsequences: false)
    func part(_ index: Int, or plain: String) -> [UInt8] {
      index < pieces.count ? Array(pieces[index]) : Array(plain.utf8)
    }
    let members: [ArchiveWriter.Member] = [
      .init("_rels/.rels", Array(root.utf8)),
      .init("xl/workbook.xml", part(3, or: list)),
      .init("xl/_rels/workbook.xml.rels", Array(relations.utf8)),
      .init("xl/styles.xml", part(2, or: styles)),
      .init("xl/sharedStrings.xml", part(1, or: strings)),
      .init("xl/worksheets/sheet1.xml", part(0, or: "")),
    ]
    return Data(ArchiveWriter.bytes(of: members) ?? [])
  }

  private static let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

  private static let root = """
    <Relationships><Relationship Id="r1" Type="\(office)/officeDocument" \
    Target="xl/workbook.xml"/></Relationships>
    """
  private static let relations = """
    <Relationships><Relationship Id="r1" Type="\(office)/worksheet" \
    Target="worksheets/sheet1.xml"/><Relationship Id="r2" Type="\(office)/styles" \
    Target="styles.xml"/><Relationship Id="r3" Type="\(office)/sharedStrings" \
    Target="sharedStrings.xml"/></Relationships>
    """
  private static let list =
    #"<workbook><sheets><sheet name="База" sheetId="1" r:id="r1" xmlns:r="r"/></sheets></workbook>"#
  private static let styles = """
    <styleSheet><numFmts><numFmt numFmtId="164" formatCode="dd\\.mm\\.yyyy"/></numFmts>\
    <cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="20"/></cellXfs>\
    </styleSheet>
    """
  private static let strings = """
    <sst><si><t>Код</t></si><si><t>ФИО</t></si><si><t>Роль</t></si><si><t>Форма</t></si>\
    <si><r><t>учи</t></r><r><t>тель</t></r></si></sst>
    """
}
