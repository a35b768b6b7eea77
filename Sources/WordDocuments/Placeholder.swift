import MentoringModel

/// A placeholder in a text: `{{форма}}`.
enum Placeholder {
  /// A piece of a text.
  enum Piece: Hashable {
    case text(Substring)
    /// A placeholder by its folded name.
    case placeholder(String)
  }

  private static let (opening, closing) = ("{{", "}}")

  /// The text in pieces; what is opened and never closed is a placeholder to the end.
  static func pieces(of text: String) -> [Piece] {
    var (pieces, rest): ([Piece], Substring) = ([], text[...])
    while let start = rest.firstRange(of: opening) {
      if start.lowerBound > rest.startIndex { pieces.append(.text(rest[..<start.lowerBound])) }
      let inner = rest[start.upperBound...]
      let end = inner.firstRange(of: closing)
      pieces.append(.placeholder(folded(String(inner[..<(end?.lowerBound ?? inner.endIndex)]))))
      rest = end.map { inner[$0.upperBound...] } ?? ""
    }
    if !rest.isEmpty { pieces.append(.text(rest)) }
    return pieces
  }

  /// The folded names in texts, in their order.
  static func names(in texts: [String]) -> [String] {
    texts.flatMap(pieces).compactMap {
      if case .placeholder(let name) = $0 { name } else { nil }
    }
  }

  /// The text with its placeholders replaced.
  static func replaced(in text: String, by values: [String: String]) -> String {
    pieces(of: text).map {
      switch $0 {
      case .text(let text): String(text)
      case .placeholder(let name): values[name] ?? ""
      }
    }
    .joined()
  }

  /// The same text over the same number of strings, each placeholder whole in the string in which
  /// it begins.
  static func gathered(_ texts: [String]) -> [String] {
    let scalars = texts.enumerated().flatMap { owner, text in
      text.unicodeScalars.map { (scalar: $0, owner: owner) }
    }
    var result = texts.map { _ in String.UnicodeScalarView() }
    var open: (owner: Int, start: Int)?
    for (index, (scalar, owner)) in scalars.enumerated() {
      let isDouble = index + 1 < scalars.count && scalars[index + 1].scalar == "{"
      if open == nil, scalar == "{", isDouble { open = (owner, index) }
      result[open?.owner ?? owner].append(scalar)
      if let start = open?.start, index > start + 2, scalar == "}",
        scalars[index - 1].scalar == "}"
      {
        open = nil
      }
    }
    return result.map { String($0) }
  }
}
