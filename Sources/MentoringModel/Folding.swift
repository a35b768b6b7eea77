/// The text by which two spellings of one word are the same.
///
/// Lower case, ё as е, single spaces, no spaces, quotation marks or full stops around.
public func folded(_ text: some StringProtocol) -> String {
  var result = ""
  var gap = false
  for scalar in text.lowercased().unicodeScalars {
    if scalar.properties.isWhitespace {
      gap = !result.isEmpty
      continue
    }
    if gap {
      result.unicodeScalars.append(" ")
      gap = false
    }
    result.unicodeScalars.append(scalar == "\u{451}" ? "\u{435}" : scalar)
  }
  let edges: Set<Character> = ["«", "»", "\"", "“", "”", "."]
  while let last = result.last, edges.contains(last) { result.removeLast() }
  while let first = result.first, edges.contains(first) { result.removeFirst() }
  return result
}
