import MentoringModel

/// Lists of plain words: subjects, interests, languages, times.
enum WordSet {
  /// The words, folded.
  static func read(_ text: String, _ flaws: inout [Flaw]) -> Set<String>? {
    Set(CellList.items(text).map { folded($0) }.filter { !$0.isEmpty })
  }
}
