/// The items of a list within a cell: between commas, semicolons or line breaks.
enum CellList {
  /// The items without the blank ones; commas within brackets do not part items.
  static func items(_ text: String) -> [String] {
    var (items, depth, item) = ([String](), 0, "")
    for character in text {
      switch character {
      case "(": depth += 1
      case ")": depth -= 1
      default: break
      }
      if character.isListSeparator, depth == 0 {
        items.append(item)
        item = ""
      } else {
        item.append(character)
      }
    }
    items.append(item)
    if depth != 0 { items = text.split(whereSeparator: \.isListSeparator).map(String.init) }
    return items.map(\.trimmed).filter { !$0.isEmpty }
  }

  /// The item and what stands in brackets behind it: «ФГОС (4)» is «ФГОС» and «4».
  static func partsOfItem(_ item: String) -> (name: String, remark: String?) {
    guard item.hasSuffix(")"), let open = item.lastIndex(of: "(") else { return (item, nil) }
    let remark = item[item.index(after: open)...].dropLast()
    return (item[..<open].trimmed, remark.trimmed)
  }
}

extension Character {
  fileprivate var isListSeparator: Bool { self == "," || self == ";" || isNewline }
}
