import MentoringModel
import Wording

/// Yes and no as people mark them: да, нет, +, −, 1, 0, ✓.
enum FlagCell {
  /// The answer, or nil with a flaw.
  static func read(_ text: String, _ flaws: inout [Flaw]) -> Bool? {
    if let flag = flag(in: text) { return flag }
    flaws.append(.noFlag(text))
    return nil
  }

  /// The answer that the whole text is, or nil.
  static func flag(in text: some StringProtocol) -> Bool? {
    let word = folded(text)
    if yes.contains(word) { return true }
    return no.contains(word) || word.hasPrefix("не ") ? false : nil
  }

  private static let yes: Set<String> = [
    "да", "д", "yes", "y", "true", "истина", "1", "+", "++", "v", "✓", "✔", "☑", "есть", "имеется",
    "участвует", "обучен", "обучена", "пройдено", "пройден", "прошел", "прошла", "входит",
  ]
  private static let no: Set<String> = [
    "нет", "н", "no", "n", "false", "ложь", "0", "-", "–", "—", "−", "не", "отсутствует", "x", "х",
  ]
}

extension Flaw {
  fileprivate static func noFlag(_ text: String) -> Flaw {
    Flaw(
      .error, code: "noFlag", value: text,
      Text(
        ru: "«\(quoted(text))» — ни да, ни нет; считается «нет».",
        en: "“\(quoted(text))” is neither yes nor no; it counts as no."),
      advice: Text(ru: "Напишите «да» или «нет».", en: "Write “да” or “нет”."))
  }
}
