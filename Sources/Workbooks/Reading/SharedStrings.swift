import OfficeXML

/// The texts that cells name by number, in one piece of memory.
struct SharedStrings {
  private var bytes: [UInt8] = []
  private var ends: [Int] = []
  private var cut: Set<Int> = []

  /// The text of a number, and whether it is cut; nil where there is none.
  subscript(index: Int) -> (text: String, isCut: Bool)? {
    guard ends.indices.contains(index) else { return nil }
    let start = index == 0 ? 0 : ends[index - 1]
    let text = String(decoding: bytes[start..<ends[index]], as: UTF8.self)
    return (escapesRead(text), cut.contains(index))
  }

  fileprivate mutating func append(_ text: TextBuffer) {
    bytes += text.bytes
    if text.isCut { cut.insert(ends.count) }
    ends.append(bytes.count)
  }
}

/// The letters of one text, up to what a cell may hold.
struct TextBuffer {
  /// More than a cell holds: 32,767 characters.
  static let longest = 1 << 17

  private(set) var bytes: [UInt8] = []
  private(set) var isCut = false

  mutating func append(_ piece: UnsafeBufferPointer<UInt8>) {
    let room = Self.longest - bytes.count
    if piece.count > room { isCut = true }
    bytes.append(contentsOf: piece.prefix(max(0, room)))
  }

  mutating func clear() {
    bytes.removeAll(keepingCapacity: true)
    isCut = false
  }
}

/// The text with `_x000D_` and its like as the characters they stand for.
func escapesRead(_ text: String) -> String {
  guard text.utf8.contains(UInt8(ascii: "_")), text.contains("_x") else { return text }
  return text.replacing(/_x([0-9A-Fa-f]{4})_/) { match in
    UInt32(match.1, radix: 16).flatMap(Unicode.Scalar.init).map(String.init) ?? String(match.0)
  }
}

/// Reads the part that holds the shared texts.
final class SharedStringsHandler: XMLHandler {
  private(set) var strings = SharedStrings()
  private var text = TextBuffer()
  private var isInText = false
  private var phonetic = 0

  func begin(_ element: XMLName, _ attributes: XMLAttributes) {
    switch element {
    case "si": text.clear()
    case "rPh": phonetic += 1
    case "t": isInText = phonetic == 0
    default: break
    }
  }

  func end(_ element: XMLName) {
    switch element {
    case "si": strings.append(text)
    case "rPh": phonetic -= 1
    case "t": isInText = false
    default: break
    }
  }

  func text(_ piece: UnsafeBufferPointer<UInt8>) {
    if isInText { text.append(piece) }
  }
}
