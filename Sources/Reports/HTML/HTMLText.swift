/// Words as they stand in HTML, between tags or within quotation marks.
enum HTMLText {
  /// The words with nothing in them that HTML would take for its own.
  ///
  /// Scalar by scalar: a sign with an accent over it is a character of its own and still a sign.
  ///
  /// - Complexity: O(*n*) for *n* bytes.
  static func escaped(_ words: String) -> String {
    guard words.utf8.contains(where: isSign) else { return words }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(words.utf8.count + 16)
    for byte in words.utf8 {
      switch byte {
      case UInt8(ascii: "&"): bytes += Array("&amp;".utf8)
      case UInt8(ascii: "<"): bytes += Array("&lt;".utf8)
      case UInt8(ascii: ">"): bytes += Array("&gt;".utf8)
      case UInt8(ascii: "\""): bytes += Array("&quot;".utf8)
      case UInt8(ascii: "'"): bytes += Array("&#39;".utf8)
      case 0...0x1F, 0x7F: bytes.append(UInt8(ascii: " "))
      default: bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func isSign(_ byte: UInt8) -> Bool {
    switch byte {
    case 0...0x1F, 0x7F, UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"),
      UInt8(ascii: "\""), UInt8(ascii: "'"):
      true
    default: false
    }
  }
}
