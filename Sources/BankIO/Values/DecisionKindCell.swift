import MentoringModel
import Wording

/// What a curator decided: закрепить, запретить, утвердить or отклонить a pair, or keep mentees
/// вместе or врозь.
enum DecisionKindCell {
  /// The kind, or nil with a flaw.
  static func read(_ text: String, _ flaws: inout [Flaw]) -> Decision.Kind? {
    let word = folded(text)
    if word == "pin" || word.hasPrefix("закреп") || word == "+" { return .pin }
    if word == "forbid" || word.hasPrefix("запре") || word == "ban" { return .forbid }
    if word == "approve" || word.hasPrefix("утвер") { return .approve }
    if word == "reject" || word.hasPrefix("отклон") { return .reject }
    flaws.append(.noDecision(text))
    return nil
  }

  /// The kind of companions that a word names, or nil.
  static func companions(_ text: String) -> Companions.Kind? {
    switch folded(text) {
    case "вместе", "together": .together
    case "врозь", "apart": .apart
    default: nil
    }
  }

  /// The text that reads as a kind of companions.
  static func text(_ kind: Companions.Kind) -> String {
    switch kind {
    case .together: "вместе"
    case .apart: "врозь"
    }
  }

  /// The text that reads as a decision about a form.
  static func text(_ kind: FormDecision.Kind) -> String {
    switch kind {
    case .approve: text(Decision.Kind.approve)
    case .reject: text(Decision.Kind.reject)
    }
  }

  /// The text that reads as a kind.
  static func text(_ kind: Decision.Kind) -> String {
    switch kind {
    case .pin: "закрепить"
    case .forbid: "запретить"
    case .approve: "утвердить"
    case .reject: "отклонить"
    }
  }
}

extension Flaw {
  fileprivate static func noDecision(_ text: String) -> Flaw {
    Flaw(
      .error, code: "noDecision", value: text,
      Text(
        ru: "Решение «\(quoted(text))» не распознано; строка не учтена.",
        en: "The decision “\(quoted(text))” is not known; the row is not used."),
      advice: Text(
        ru: "Напишите «закрепить», «запретить», «утвердить», «отклонить», «вместе» или «врозь».",
        en: "Write “закрепить”, “запретить”, “утвердить”, “отклонить”, “вместе” or “врозь”."))
  }
}
