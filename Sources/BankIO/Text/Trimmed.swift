extension StringProtocol {
  /// The text without white space and invisible marks around it.
  var trimmed: String {
    let edge: (Character) -> Bool = {
      $0.isWhitespace || $0 == "\u{200B}" || $0 == "\u{FEFF}" || $0 == "\u{200E}"
    }
    var rest = self[...]
    while let first = rest.first, edge(first) { rest = rest.dropFirst() }
    while let last = rest.last, edge(last) { rest = rest.dropLast() }
    return String(rest)
  }
}
