import MentoringModel
import Wording

/// Ids of people, alone or in lists.
enum PersonIDCell {
  /// The most letters of an id.
  private static let longest = 64

  /// One id, or nil with a flaw.
  static func read(_ text: String, _ flaws: inout [Flaw]) -> PersonID? {
    if isSound(text) { return PersonID(rawValue: text) }
    flaws.append(.badID(text))
    return nil
  }

  /// The ids of a list in their order, each once.
  static func readList(_ text: String, _ flaws: inout [Flaw]) -> [PersonID]? {
    var (ids, seen) = ([PersonID](), Set<PersonID>())
    for item in CellList.items(text) {
      guard let id = read(item, &flaws), seen.insert(id).inserted else { continue }
      ids.append(id)
    }
    return ids
  }

  /// Whether a text may stand for a thing: short, on one line, and no list.
  static func isSound(_ text: String) -> Bool {
    text.count <= longest
      && text.unicodeScalars.allSatisfy {
        $0.value >= 0x20 && $0 != "," && $0 != ";" && $0 != "\u{7F}" && $0 != "\u{FFFD}"
      }
  }
}

extension Flaw {
  static func badID(_ text: String) -> Flaw {
    Flaw(
      .error, code: "badID", value: text,
      Text(ru: "«\(quoted(text))» не может быть кодом.", en: "“\(quoted(text))” cannot be an id."),
      advice: Text(
        ru: "Код — до 64 знаков без запятых, точек с запятой и переносов, например M-07.",
        en: "An id has up to 64 characters, no commas, semicolons or line breaks, as M-07."))
  }
}
