/// How the bytes of a text file stand for letters.
enum TextEncoding: Hashable, Sendable {
  /// UTF-8 behind so many bytes of a mark.
  case utf8(mark: Int)
  /// UTF-8 with damaged places, behind so many bytes of a mark.
  case damagedUTF8(mark: Int)
  /// UTF-16 behind so many bytes of a mark.
  case utf16(isLittleEndian: Bool, mark: Int)
  /// Code page 1251.
  case codePage1251

  /// The bytes before the text.
  var mark: Int {
    switch self {
    case .utf8(let mark), .damagedUTF8(let mark), .utf16(_, let mark): mark
    case .codePage1251: 0
    }
  }

  /// What is to be said of the file.
  var flaws: [Flaw] {
    switch self {
    case .utf8, .utf16: []
    case .damagedUTF8: [.damagedText]
    case .codePage1251: [.codePage1251]
    }
  }
}

/// Finds out how a text is encoded from its bytes, piece by piece.
///
/// UTF-8 with and without a byte order mark and UTF-16 are told by their marks and bytes. What is
/// not UTF-8 is taken for code page 1251, unless most of its letters are sound UTF-8: then the file
/// is damaged.
///
/// - Complexity: O(*n*) time for *n* bytes, O(1) space.
struct EncodingProbe {
  /// So many bytes show whether a text without a mark is UTF-16.
  private static let reach = 1 << 10

  private var head: [UInt8] = []
  private var isSound = true
  private var (sound, broken) = (0, 0)
  /// Whether the last byte begins a Cyrillic letter.
  private var isOpen = false
  /// How many bytes of a longer sequence are missing, and what the next may be.
  private var missing = 0
  private var next: ClosedRange<UInt8> = 0x80...0xBF

  /// Looks at the next bytes.
  mutating func take(_ piece: UnsafeBufferPointer<UInt8>) {
    if head.count < Self.reach { head += piece.prefix(Self.reach - head.count) }
    for byte in piece where byte >= 0x80 || isOpen || missing > 0 { look(at: byte) }
  }

  private mutating func look(at byte: UInt8) {
    let isTail = (0x80...0xBF).contains(byte)
    if isOpen {
      isOpen = false
      if isTail {
        sound += 1
        return
      }
      broken += 1
      isSound = false
    }
    if missing > 0 {
      missing -= 1
      if next.contains(byte) {
        next = 0x80...0xBF
        broken += 1
        return
      }
      isSound = false
      missing = 0
    }
    guard byte >= 0x80 else { return }
    guard byte != 0xD0, byte != 0xD1 else {
      isOpen = true
      return
    }
    broken += 1
    (missing, next) = Self.tail(of: byte)
    if missing == 0 { isSound = false }
  }

  /// How many bytes follow the first of a letter, and between what the next one lies.
  ///
  /// The Unicode Standard, table 3-7: well-formed UTF-8 byte sequences.
  private static func tail(of lead: UInt8) -> (count: Int, next: ClosedRange<UInt8>) {
    switch lead {
    case 0xC2...0xDF: (1, 0x80...0xBF)
    case 0xE0: (2, 0xA0...0xBF)
    case 0xED: (2, 0x80...0x9F)
    case 0xE1...0xEF: (2, 0x80...0xBF)
    case 0xF0: (3, 0x90...0xBF)
    case 0xF1...0xF3: (3, 0x80...0xBF)
    case 0xF4: (3, 0x80...0x8F)
    default: (0, 0x80...0xBF)
    }
  }

  /// The encoding of all that was looked at.
  var encoding: TextEncoding {
    if head.starts(with: [0xFF, 0xFE]) { return .utf16(isLittleEndian: true, mark: 2) }
    if head.starts(with: [0xFE, 0xFF]) { return .utf16(isLittleEndian: false, mark: 2) }
    let mark = head.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    if mark == 0, let isLittleEndian = unmarkedUTF16 {
      return .utf16(isLittleEndian: isLittleEndian, mark: 0)
    }
    if isSound, !isOpen, missing == 0 { return .utf8(mark: mark) }
    return mark > 0 || sound > broken ? .damagedUTF8(mark: mark) : .codePage1251
  }

  /// Whether a text without a mark is UTF-16: one byte of nearly every two then says Latin or
  /// Cyrillic.
  private var unmarkedUTF16: Bool? {
    guard head.count >= 16 else { return nil }
    let pairs = head.count / 2
    for (offset, isLittleEndian) in [(1, true), (0, false)] {
      let blocks = (0..<pairs).count { head[2 * $0 + offset] == 0 || head[2 * $0 + offset] == 4 }
      let nulls = (0..<pairs).count { head[2 * $0 + offset] == 0 }
      if blocks * 20 >= pairs * 19, nulls > 0 { return isLittleEndian }
    }
    return nil
  }
}
