/// Turns the bytes of a text file into UTF-8, piece by piece.
struct TextDecoder {
  private let encoding: TextEncoding
  private var mark: Int
  /// The bytes of a letter whose rest comes with the next piece.
  private var rest: [UInt8] = []

  /// So many bytes may wait for the rest of a damaged place.
  private static let longestRest = 1 << 16

  init(_ encoding: TextEncoding) {
    self.encoding = encoding
    mark = encoding.mark
  }

  /// Appends the text of the next bytes.
  mutating func decode(
    _ piece: UnsafeBufferPointer<UInt8>, isLast: Bool, into text: inout [UInt8]
  ) {
    let marked = min(mark, piece.count)
    mark -= marked
    let piece = UnsafeBufferPointer(rebasing: piece.dropFirst(marked))
    switch encoding {
    case .utf8: text.append(contentsOf: piece)
    case .codePage1251: text.append(contentsOf: CyrillicCodePage.utf8(Array(piece)))
    case .damagedUTF8:
      rest += piece
      // At an ASCII character no letter is cut.
      let cut = isLast ? rest.count : rest.lastIndex { $0 < 0x80 } ?? 0
      guard cut > 0 || rest.count > Self.longestRest else { return }
      take(cut > 0 ? cut : rest.count) {
        text.append(contentsOf: String(decoding: $0, as: UTF8.self).utf8)
      }
    case .utf16(let isLittleEndian, _):
      rest += piece
      var units = rest.count / 2
      // The first half of a pair waits for the second.
      if !isLast, units > 0,
        (0xD8...0xDB).contains(rest[2 * units - (isLittleEndian ? 1 : 2)])
      {
        units -= 1
      }
      take(units * 2) { bytes in
        let units = stride(from: bytes.startIndex, to: bytes.endIndex, by: 2).map { index in
          let (first, second) = (UInt16(bytes[index]), UInt16(bytes[index + 1]))
          return isLittleEndian ? second << 8 | first : first << 8 | second
        }
        text.append(contentsOf: String(decoding: units, as: UTF16.self).utf8)
      }
    }
  }

  private mutating func take(_ count: Int, _ use: (ArraySlice<UInt8>) -> Void) {
    use(rest.prefix(count))
    rest.removeFirst(count)
  }
}
