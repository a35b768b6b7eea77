import Foundation
import OfficeXML

/// Finds the joined cells of a sheet, which stand behind its rows, without parsing the rows.
///
/// Everything up to the end of the rows is passed over as bytes; what follows is parsed.
final class SheetTail {
  /// The joined cells that were found.
  var merges: [CellRange] { handler.layout.merges }

  private let handler = LayoutHandler()
  private static let mark = Array("sheetData>".utf8)
  /// Room for `</` and a prefix.
  private static let before = 32
  private let parser: XMLParser
  private var hasBegun = false
  private var end: [UInt8] = []

  init(part: String) throws(WorkbookError) { parser = try XMLParser(handler, part: part) }

  /// Takes in the next bytes of the part.
  func take(_ piece: UnsafeBufferPointer<UInt8>) {
    if hasBegun {
      // The tail lacks its beginning, so it may end as no document does.
      try? parser.parse(piece)
      return
    }
    // The mark may stand across two pieces.
    let joint = end + piece.prefix(Self.mark.count)
    let inJoint = joint.withUnsafeBufferPointer { Self.endOfMark(in: $0) }
    if let inPiece = Self.endOfMark(in: piece) {
      begin(UnsafeBufferPointer(rebasing: piece[inPiece...]))
    } else if let inJoint, inJoint > end.count {
      begin(UnsafeBufferPointer(rebasing: piece[(inJoint - end.count)...]))
    } else {
      end = Array(piece.suffix(Self.mark.count + Self.before))
    }
  }

  private func begin(_ rest: UnsafeBufferPointer<UInt8>) {
    hasBegun = true
    Array("<tail>".utf8).withUnsafeBufferPointer { try? parser.parse($0) }
    try? parser.parse(rest)
  }

  /// The place behind the tag that ends the rows: the last mark, as the first begins them.
  private static func endOfMark(in bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    guard let base = bytes.baseAddress, bytes.count >= mark.count else { return nil }
    var (from, found) = (0, Int?.none)
    // The second letter of the mark is rarer in a sheet than the first.
    while let hit = memchr(base + from, Int32(mark[1]), bytes.count - from) {
      let place = UnsafeRawPointer(hit) - UnsafeRawPointer(base)
      from = place + 1
      let start = place - 1
      guard start >= 0, start + mark.count <= bytes.count,
        memcmp(base + start, mark, mark.count) == 0
      else { continue }
      let ahead = bytes[..<start].suffix(before)
      if let open = ahead.lastIndex(of: UInt8(ascii: "<")), open + 1 < start,
        bytes[open + 1] == UInt8(ascii: "/")
      {
        found = start + mark.count
      }
    }
    return found
  }
}

/// Reads what a part says of the layout.
private final class LayoutHandler: XMLHandler {
  var layout = SheetLayout()

  func begin(_ element: XMLName, _ attributes: XMLAttributes) {
    layout.read(element, attributes)
  }
}
