import MentoringModel
import Wording

/// Which thing a word names, compared folded, and the nearest word where it names none.
///
/// Suggestions are remembered: the same slip of the pen often stands in hundreds of rows.
final class WordIndex<Value> {
  /// A table of nothing but unknown words would take minutes to look through.
  private let mostSuggestions = 500

  private var valueByWord: [String: Value] = [:]
  private var words: [String] = []
  private var suggestions: [String: String?] = [:]

  /// Adds a word; of two claims to one word the first holds.
  func add(_ word: String, for value: Value) {
    let key = folded(word)
    guard !key.isEmpty, valueByWord[key] == nil else { return }
    valueByWord[key] = value
    words.append(word)
  }

  /// What the word names.
  subscript(word: some StringProtocol) -> Value? { valueByWord[folded(word)] }

  /// The nearest known word.
  func nearest(to word: String) -> String? {
    let key = folded(word)
    if let known = suggestions[key] { return known }
    guard suggestions.count < mostSuggestions else { return nil }
    let found = nearMiss(of: key, among: words)
    suggestions[key] = .some(found)
    return found
  }
}
