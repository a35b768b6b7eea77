/// A document that is written from its beginning to its end, in UTF-8.
///
/// ```swift
/// var document = XMLWriter()
/// document.begin(XMLElement("w:body"))
/// for row in rows { document.write(row) }
/// document.end()
/// ```
package struct XMLWriter: Sendable {
  /// What is written so far.
  package private(set) var bytes = Array(
    "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n".utf8)
  private var open: [String] = []
  /// Whether the last tag may still turn out to be that of an empty element.
  private var isInTag = false

  /// Creates a document without elements.
  package init() {}

  /// Begins an element with its attributes; what stands in it is not written.
  package mutating func begin(_ element: XMLElement) {
    endTag()
    bytes.append(UInt8(ascii: "<"))
    bytes += element.name.utf8
    for attribute in element.attributes {
      bytes.append(UInt8(ascii: " "))
      bytes += attribute.name.utf8
      bytes += "=\"".utf8
      append(attribute.value, inQuotes: true)
      bytes.append(UInt8(ascii: "\""))
    }
    open.append(element.name)
    isInTag = true
  }

  /// Writes text, with escapes where XML asks for them.
  package mutating func write(_ text: String) {
    endTag()
    append(text, inQuotes: false)
  }

  /// Ends the element that was begun last.
  package mutating func end() {
    guard let name = open.popLast() else { return }
    if isInTag {
      bytes += "/>".utf8
      isInTag = false
    } else {
      bytes += "</".utf8
      bytes += name.utf8
      bytes.append(UInt8(ascii: ">"))
    }
  }

  /// Writes an element with all that stands in it.
  package mutating func write(_ element: XMLElement) {
    begin(element)
    for child in element.children {
      switch child {
      case .text(let text): write(text)
      case .element(let element): write(element)
      }
    }
    end()
  }

  private mutating func endTag() {
    guard isInTag else { return }
    bytes.append(UInt8(ascii: ">"))
    isInTag = false
  }

  /// Text as a document holds it; what XML has no way to hold becomes a replacement character.
  private mutating func append(_ text: String, inQuotes: Bool) {
    if text.utf8.allSatisfy(\.standsForItself) {
      bytes += text.utf8
      return
    }
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": bytes += "&amp;".utf8
      case "<": bytes += "&lt;".utf8
      case ">": bytes += "&gt;".utf8
      case "\"" where inQuotes: bytes += "&quot;".utf8
      case "\n" where inQuotes: bytes += "&#10;".utf8
      case "\r": bytes += "&#13;".utf8
      case "\t" where inQuotes: bytes += "&#9;".utf8
      case "\t", "\n": bytes += String(scalar).utf8
      case "\u{0}"..."\u{1F}", "\u{FFFE}", "\u{FFFF}": bytes += "\u{FFFD}".utf8
      default: bytes += String(scalar).utf8
      }
    }
  }
}

extension UInt8 {
  /// Whether text with this byte of UTF-8 needs no look at its scalars.
  fileprivate var standsForItself: Bool {
    switch self {
    case 0..<0x20, UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""):
      false
    // The first byte of what XML cannot hold, among others.
    case 0xEF: false
    default: true
    }
  }
}
