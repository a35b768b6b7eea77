extension Character {
  /// The cells that the character takes on a terminal: 0, 1 or 2.
  var displayWidth: Int {
    guard let first = unicodeScalars.first else { return 0 }
    // Latin and Cyrillic letters by themselves are most of what is ever printed.
    if unicodeScalars.count == 1, first.isPlain { return 1 }
    switch first.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format, .control: return 0
    default: break
    }
    if unicodeScalars.contains(where: \.properties.isEmojiPresentation) { return 2 }
    return Self.wide.contains { $0.contains(first.value) } ? 2 : 1
  }

  /// Blocks of Unicode's East Asian Width classes W and F.
  private static let wide: [ClosedRange<UInt32>] = [
    0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF,
    0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1F64F, 0x1F900...0x1F9FF,
    0x20000...0x3FFFD,
  ]
}

extension Unicode.Scalar {
  /// Whether it is a printable character one cell wide, as far as that is known without tables.
  fileprivate var isPlain: Bool {
    switch value {
    case 0x20...0x7E, 0xA1...0xAC, 0xAE...0x2FF, 0x400...0x482, 0x48A...0x52F: true
    default: false
    }
  }
}

extension StringProtocol {
  /// The cells that the text takes on a terminal.
  var displayWidth: Int {
    var count = 0
    for scalar in unicodeScalars {
      guard scalar.isPlain else { return reduce(0) { $0 + $1.displayWidth } }
      count += 1
    }
    return count
  }

  /// The text with every control character replaced, so that a bank cannot steer the terminal.
  var printable: String {
    if unicodeScalars.allSatisfy(\.isPlain) { return String(self) }
    return String(
      String.UnicodeScalarView(
        unicodeScalars.map { scalar in
          if scalar.isPlain { return scalar }
          return switch scalar.properties.generalCategory {
          case .control, .lineSeparator, .paragraphSeparator: " "
          case .format where scalar != "\u{200D}": "\u{FFFD}"
          default: scalar
          }
        }))
  }
}

/// Lines of at most `width` cells, broken between words, and within a word that is longer; a mark of
/// warning stays with the word that it is about, and a sign of percent with its number.
func wrapped(_ text: String, width: Int) -> [String] {
  var lines: [String] = []
  var (line, lineWidth) = ("", 0)
  for word in unbroken(text) {
    let gap = line.isEmpty ? 0 : 1
    let wordWidth = word.displayWidth
    if lineWidth + gap + wordWidth <= width {
      line += (gap == 1 ? " " : "") + word
      lineWidth += gap + wordWidth
      continue
    }
    if !line.isEmpty { lines.append(line) }
    (line, lineWidth) = ("", 0)
    for character in word {
      if !line.isEmpty, lineWidth + character.displayWidth > width {
        lines.append(line)
        (line, lineWidth) = ("", 0)
      }
      line.append(character)
      lineWidth += character.displayWidth
    }
  }
  lines.append(line)
  return lines
}

/// The words of a text, with what stands on one line with them.
private func unbroken(_ text: String) -> [String] {
  var words: [String] = []
  for piece in text.split(separator: " ") {
    if let last = words.last, last == "!" || last.hasSuffix(" !") || piece.hasPrefix("%") {
      words[words.count - 1] += " " + piece
    } else {
      words.append(String(piece))
    }
  }
  return words
}
