extension StringProtocol {
  /// The text without white space and invisible marks around it.
  var trimmed: String {
    if let first = unicodeScalars.first, let last = unicodeScalars.last, first.isLetterOrSign,
      last.isLetterOrSign
    {
      return String(self)
    }
    let edge: (Character) -> Bool = {
      $0.isWhitespace || $0 == "\u{200B}" || $0 == "\u{FEFF}" || $0 == "\u{200E}"
    }
    var rest = self[...]
    while let first = rest.first, edge(first) { rest = rest.dropFirst() }
    while let last = rest.last, edge(last) { rest = rest.dropLast() }
    return String(rest)
  }
}

extension Unicode.Scalar {
  /// Whether it is surely no white space and no invisible mark, as far as that is known without
  /// tables: most of what stands in banks.
  fileprivate var isLetterOrSign: Bool {
    switch value {
    case 0x21...0x7E, 0x400...0x52F: true
    default: false
    }
  }
}
