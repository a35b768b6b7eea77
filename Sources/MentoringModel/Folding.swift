/// The text by which two spellings of one word are the same.
///
/// Lower case, ё as е, single spaces, no spaces, quotation marks or full stops around.
///
/// - Complexity: O(*n*); letters of the Latin and Cyrillic alphabets need no tables.
public func folded(_ text: some StringProtocol) -> String {
  var result = String.UnicodeScalarView()
  var hasGap = false
  for scalar in text.unicodeScalars {
    if scalar.isSpace {
      hasGap = !result.isEmpty
      continue
    }
    if hasGap {
      result.append(" ")
      hasGap = false
    }
    if let small = scalar.smallLetter {
      result.append(small)
    } else {
      result.append(contentsOf: scalar.properties.lowercaseMapping.unicodeScalars)
    }
  }
  while let last = result.last, last.isEdge { result.removeLast() }
  var start = result.startIndex
  while start < result.endIndex, result[start].isEdge { start = result.index(after: start) }
  return String(result[start...])
}

extension Unicode.Scalar {
  fileprivate var isSpace: Bool {
    switch value {
    case 0x09...0x0D, 0x20, 0x85, 0xA0: true
    case 0..<0x1680: false
    default: properties.isWhitespace
    }
  }

  /// The small letter for digits, signs, Latin and Russian letters; nil where tables are needed.
  fileprivate var smallLetter: Unicode.Scalar? {
    switch value {
    case 0x41...0x5A, 0x410...0x42F: Unicode.Scalar(value + 0x20)
    case 0x401, 0x451: "\u{435}"
    case 0..<0x80, 0x430...0x44F: self
    default: nil
    }
  }

  fileprivate var isEdge: Bool {
    switch self {
    case " ", "\u{AB}", "\u{BB}", "\"", "\u{201C}", "\u{201D}", ".": true
    default: false
    }
  }
}
