import MentoringModel
import Wording
import Yams

/// Reads `vocabulary` and `competencies`: the built-in lists and the programme's own entries.
enum VocabularyReader {
  /// The vocabulary; a file that names no list takes them all.
  static func read(_ file: YAMLMap) -> Vocabulary {
    var names = BuiltIn.vocabularyNames
    if file.has("vocabulary") {
      names = []
      for (index, name) in file.strings("vocabulary").enumerated() {
        if BuiltIn.vocabulary(named: name) == nil {
          let flaw = Flaw.unknownWord(name, known: BuiltIn.vocabularyNames)
          file.add(flaw, at: "vocabulary", index: index)
        } else if !names.contains(name) {
          names.append(name)
        }
      }
    } else if file.node("vocabulary") == nil, file.keys.contains("vocabulary") {
      names = []
    }
    var entries = names.flatMap { BuiltIn.vocabulary(named: $0) ?? [] }
    for entry in own(file) {
      if let index = entries.firstIndex(where: { $0.id == entry.id }) {
        entries[index].synonyms += entry.synonyms
      } else {
        entries.append(entry)
      }
    }
    return Vocabulary(entries)
  }

  private static func own(_ file: YAMLMap) -> [Vocabulary.Entry] {
    guard file.node("competencies")?.sequence?.contains(where: { $0.mapping != nil }) ?? false
    else {
      return file.strings("competencies").map { Vocabulary.Entry(title: Text(same: $0)) }
    }
    return file.maps("competencies").compactMap { map in
      defer { map.finish() }
      guard let title = map.bilingual() else {
        map.add(.missingKey("ru"))
        return nil
      }
      return Vocabulary.Entry(title: title, synonyms: map.strings("synonyms"))
    }
  }
}
