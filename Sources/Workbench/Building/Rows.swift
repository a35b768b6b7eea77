import Matching
import MentoringModel
import Registry
import Reports
import Wording

/// Pieces that several pages show.
enum Piece {
  /// A number with its name.
  static func tile(_ name: String, _ value: String, _ kind: String = "") -> Fields {
    ["name": name, "value": value, "kind": kind]
  }

  /// The width of a bar, 0…100, for hundredths of a percent.
  static func width(_ share: Int) -> Int { min(100, max(0, (share + 50) / 100)) }

  /// What a decision is called where it stands as a mark.
  static func title(_ kind: Decision.Kind) -> Text {
    switch kind {
    case .pin: Text(ru: "закреплено", en: "fixed")
    case .forbid: Text(ru: "запрещено", en: "forbidden")
    case .approve: Text(ru: "утверждено", en: "approved")
    case .reject: Text(ru: "отклонено", en: "turned down")
    }
  }

  /// What a button that decides is called.
  static func action(_ kind: Decision.Kind?) -> Text {
    switch kind {
    case .pin: Text(ru: "Закрепить", en: "Fix")
    case .forbid: Text(ru: "Запретить", en: "Forbid")
    case .approve: Text(ru: "Утвердить", en: "Approve")
    case .reject: Text(ru: "Отклонить", en: "Turn down")
    case nil: Text(ru: "Снять решение", en: "Take back")
    }
  }
}

/// The value of a button that takes a decision about a whole form back.
struct FormButton: Sendable, Hashable {
  /// What was seen to be decided.
  var kind: FormDecision.Kind
  var form: FormID

  /// The value as it stands in the page.
  var value: String { kind.rawValue + ";" + form.rawValue }
}

extension FormButton {
  /// Nil where the value says nothing.
  init?(value: String) {
    let parts = value.split(separator: ";", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2, let kind = FormDecision.Kind(rawValue: String(parts[0])) else {
      return nil
    }
    self.init(kind: kind, form: FormID(rawValue: String(parts[1])))
  }
}

/// The value of a button that decides about people of one mentor in one form: what is wished, what
/// was seen, and of whom, each part escaped so that any id may stand in it.
struct DecisionButton: Sendable, Hashable {
  var kind: Decision.Kind?
  /// What was decided of each mentee when the button was made.
  var seen: [Decision.Kind?]
  var form: FormID
  var mentor: PersonID
  var mentees: [PersonID]

  /// The value as it stands in the page.
  var value: String {
    let people = zip(mentees, seen).flatMap { [$0.rawValue, Self.word($1)] }
    return ([Self.word(kind), form.rawValue, mentor.rawValue] + people).map(Self.escaped)
      .joined(separator: ";")
  }

  /// What a value says, or nil where it says nothing.
  init?(value: String) {
    let parts = value.split(separator: ";", omittingEmptySubsequences: false).map(Self.plain)
    guard parts.count >= 5, parts.count % 2 == 1, let kind = Self.kind(parts[0]) else {
      return nil
    }
    var (mentees, seen) = ([PersonID](), [Decision.Kind?]())
    for place in stride(from: 3, to: parts.count, by: 2) {
      guard let word = Self.kind(parts[place + 1]) else { return nil }
      mentees.append(PersonID(rawValue: parts[place]))
      seen.append(word)
    }
    self.init(
      kind: kind, seen: seen, form: FormID(rawValue: parts[1]),
      mentor: PersonID(rawValue: parts[2]), mentees: mentees)
  }

  /// - Precondition: as many are seen as there are mentees.
  init(
    kind: Decision.Kind?, seen: [Decision.Kind?], form: FormID, mentor: PersonID,
    mentees: [PersonID]
  ) {
    self.kind = kind
    self.seen = seen
    self.form = form
    self.mentor = mentor
    self.mentees = mentees
  }

  /// What it wishes.
  var wish: PairWish {
    PairWish(form: form, mentor: mentor, mentees: mentees, kind: kind, seen: seen)
  }

  private static func word(_ kind: Decision.Kind?) -> String { kind?.rawValue ?? "none" }

  private static func kind(_ word: String) -> Decision.Kind?? {
    word == "none" ? .some(nil) : Decision.Kind(rawValue: word).map { .some($0) }
  }

  private static func escaped(_ text: String) -> String {
    text.replacing("%", with: "%25").replacing(";", with: "%3B")
  }

  private static func plain(_ text: Substring) -> String {
    String(text).replacing("%3B", with: ";").replacing("%25", with: "%")
  }
}
