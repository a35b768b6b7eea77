import Foundation
import Reports

/// A value in the text of a document, of which nothing is read but what is asked for, so that a large
/// document is never held as values.
///
/// Brackets and commas are looked at here; whether what stands between them is JSON shows when it is
/// read.
struct JSONSlice {
  private let text: Data

  /// Takes a whole document; nil where it is in UTF-16 that is broken.
  init?(document: Data) {
    switch (document.first, document.dropFirst().first) {
    case (0xEF, 0xBB): text = document.dropFirst(3)
    case (0xFE, 0xFF), (0xFF, 0xFE):
      // What a shell of Windows makes of redirected output.
      guard let words = String(data: document, encoding: .utf16) else { return nil }
      text = Data(words.utf8)
    default: text = document
    }
  }

  private init(_ text: Data) { self.text = text }

  /// The value; nil where it is not JSON.
  var value: JSONValue? { JSONValue(parsing: text) }

  /// The elements of an array; nil where this is none.
  var elements: [JSONSlice]? { pieces(within: UInt8(ascii: "["), UInt8(ascii: "]")) }

  /// The members of an object in their order; nil where this is none.
  var members: [(name: String, value: JSONSlice)]? {
    guard let pieces = pieces(within: UInt8(ascii: "{"), UInt8(ascii: "}")) else { return nil }
    var members: [(name: String, value: JSONSlice)] = []
    for piece in pieces {
      guard let end = piece.endOfString else { return nil }
      let rest = piece.text[end...].drop(while: Self.isSpace)
      guard case .string(let name)? = JSONSlice(piece.text[..<end]).value,
        rest.first == UInt8(ascii: ":")
      else { return nil }
      members.append((name, JSONSlice(rest.dropFirst())))
    }
    return members
  }

  /// Where the string that the text begins with ends; nil where it begins with something else.
  private var endOfString: Data.Index? {
    guard text.first == UInt8(ascii: "\"") else { return nil }
    var isEscaped = false
    for index in text.indices.dropFirst() {
      let byte = text[index]
      if !isEscaped, byte == UInt8(ascii: "\"") { return index + 1 }
      isEscaped = !isEscaped && byte == UInt8(ascii: "\\")
    }
    return nil
  }

  /// What stands between brackets, parted by the commas that are in no other brackets.
  private func pieces(within open: UInt8, _ close: UInt8) -> [JSONSlice]? {
    let body = text.drop(while: Self.isSpace)
    guard body.first == open, let last = body.lastIndex(where: { !Self.isSpace($0) }),
      last > body.startIndex, body[last] == close
    else { return nil }
    let inner = body[(body.startIndex + 1)..<last]
    guard let commas = Self.commas(in: inner) else { return nil }
    let starts = [inner.startIndex] + commas.map { $0 + 1 }
    let pieces = zip(starts, commas + [inner.endIndex]).map { start, end in
      JSONSlice(inner[start..<end].drop(while: Self.isSpace))
    }
    if pieces.count == 1, pieces[0].text.isEmpty { return [] }
    return pieces.contains { $0.text.isEmpty } ? nil : pieces
  }

  /// Where the outermost commas stand; nil where brackets or quotation marks do not close.
  private static func commas(in text: Data) -> [Data.Index]? {
    text.withUnsafeBytes { bytes -> [Data.Index]? in
      var (commas, depth): ([Data.Index], Int) = ([], 0)
      var (isString, isEscaped) = (false, false)
      for (index, byte) in bytes.enumerated() {
        if isString {
          if !isEscaped, byte == UInt8(ascii: "\"") { isString = false }
          isEscaped = !isEscaped && byte == UInt8(ascii: "\\")
          continue
        }
        switch byte {
        case UInt8(ascii: "\""): isString = true
        case UInt8(ascii: "["), UInt8(ascii: "{"): depth += 1
        case UInt8(ascii: "]"), UInt8(ascii: "}"):
          depth -= 1
          guard depth >= 0 else { return nil }
        case UInt8(ascii: ",") where depth == 0: commas.append(text.startIndex + index)
        default: break
        }
      }
      return isString || depth != 0 ? nil : commas
    }
  }

  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D
  }
}
