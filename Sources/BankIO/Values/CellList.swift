/// The items of a list within a cell: between commas, semicolons or line breaks.
enum CellList {
  /// The items without the blank ones; commas within brackets do not part items.
  static func items(_ text: String) -> [String] {
    let letters = text.unicodeScalars
    var items: [Substring] = []
    var depth = 0
    var start = letters.startIndex
    for place in letters.indices {
      switch letters[place] {
      case "(": depth += 1
      case ")": depth -= 1
      case let letter where depth == 0 && letter.isListSeparator:
        items.append(text[start..<place])
        start = letters.index(after: place)
      default: break
      }
    }
    items.append(text[start...])
    if depth != 0 {
      items = letters.split(whereSeparator: \.isListSeparator).map { Substring($0) }
    }
    return items.map { unmarked($0.trimmed) }.filter { !$0.isEmpty }
  }

  /// The item without the bullet or the number that stands before it in lists of several lines.
  private static func unmarked(_ item: String) -> String {
    // Most items begin with a letter, and patterns are slow.
    guard let first = item.first, !first.isLetter,
      let mark = item.prefixMatch(of: /(?:[•·▪◦*–—-]|\d{1,2}[.)])\s+/)
    else { return item }
    return String(item[mark.range.upperBound...])
  }

  /// The item and what stands in brackets behind it: «ФГОС (4)» is «ФГОС» and «4», and so are
  /// «ФГОС – 4» and «ФГОС: 4».
  static func partsOfItem(_ item: String) -> (name: String, remark: String?) {
    guard item.hasSuffix(")"), let open = item.lastIndex(of: "(") else {
      guard item.last.map({ $0.isNumber || $0 == "!" }) ?? false,
        let match = item.wholeMatch(of: /(.+?)\s*(?:\s[-–—]\s|:)\s*(\d!?)/)
      else { return (item, nil) }
      return (String(match.1).trimmed, String(match.2))
    }
    let remark = item[item.index(after: open)...].dropLast()
    return (item[..<open].trimmed, remark.trimmed)
  }
}

extension Unicode.Scalar {
  fileprivate var isListSeparator: Bool {
    switch value {
    case 0x2C, 0x3B, 0x0A...0x0D, 0x85, 0x2028, 0x2029: true
    default: false
    }
  }
}
