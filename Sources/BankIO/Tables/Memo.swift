/// What texts of one column were read as.
///
/// Thousands of rows say «русский» and «вт после уроков»: each text is read once, and who has the
/// same shares one value in memory. So many are remembered that banks of any size find theirs, and
/// so few that a column of nothing but different texts costs no memory to speak of.
final class Memo<Value> {
  /// The most texts that are remembered.
  private let most = 1 << 14
  private var valueByText: [TextBytes: Value] = [:]

  /// The value that a text was read as before, or else what `read` makes of it.
  ///
  /// A text with flaws is read anew in each row, so that each row reports its own.
  func value(
    of text: String, _ flaws: inout [Flaw], _ read: (String, inout [Flaw]) -> Value?
  ) -> Value? {
    let key = TextBytes(text)
    if let known = valueByText[key] { return known }
    let before = flaws.count
    guard let value = read(text, &flaws) else { return nil }
    if flaws.count == before, valueByText.count < most { valueByText[key] = value }
    return value
  }

  /// The value of a text that is read without flaws.
  func value(of text: String, _ read: (String) -> Value) -> Value {
    var flaws: [Flaw] = []
    return value(of: text, &flaws) { text, _ in read(text) } ?? read(text)
  }
}

extension Memo<String> {
  /// The same text, in the memory of the first that was like it.
  func shared(_ text: String) -> String { value(of: text) { $0 } }
}

/// A text by its bytes: other than `String`, it is compared without looking for letters that can be
/// written in two ways.
private struct TextBytes: Hashable {
  let text: String

  init(_ text: String) { self.text = text }

  static func == (left: TextBytes, right: TextBytes) -> Bool {
    left.text.utf8.count == right.text.utf8.count && left.text.utf8.elementsEqual(right.text.utf8)
  }

  func hash(into hasher: inout Hasher) {
    var text = text
    text.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
  }
}
