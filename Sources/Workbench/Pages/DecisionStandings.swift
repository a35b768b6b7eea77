import Matching
import MentoringModel
import Wording

/// What was decided of each pair, by rows about it and by rows about its whole form.
struct DecisionStandings {
  private struct Pair: Hashable {
    var mentor: PersonID
    var mentee: PersonID
  }

  private let byPair: [Pair: [Decision]]
  private let approvedForms: Set<FormID>

  init(_ bank: Bank) { self.init(bank.decisions, bank.formDecisions) }

  init(_ decisions: [Decision], _ formDecisions: [FormDecision]) {
    byPair = Dictionary(grouping: decisions) { Pair(mentor: $0.mentor, mentee: $0.mentee) }
    approvedForms = Set(formDecisions.filter { $0.kind == .approve }.map(\.form))
  }

  /// The decision that stands for a pair, or nil.
  func kind(_ mentor: PersonID, _ mentee: PersonID, in form: FormID) -> Decision.Kind? {
    byPair[Pair(mentor: mentor, mentee: mentee)]?.last { $0.concerns(form) }?.kind
  }

  /// The decision that stands for all people of a match, or nil.
  func kind(of match: ProposedMatch) -> Decision.Kind? {
    let kinds = Set(kinds(of: match))
    return kinds.count == 1 ? kinds.first ?? nil : nil
  }

  /// The decision that stands for each of the people of a match.
  func kinds(of match: ProposedMatch) -> [Decision.Kind?] {
    match.mentees.map { kind(match.mentor, $0, in: match.form) }
  }

  /// Whether a row approves all that the form proposes.
  func approvesWhole(_ form: FormID) -> Bool { approvedForms.contains(form) }

  /// Whether a match is approved by the row about its form alone.
  func isApprovedWhole(_ match: ProposedMatch) -> Bool {
    approvesWhole(match.form) && kind(of: match) != .approve
  }

  /// Whether an order may name a match, as far as approvals go.
  func isApproved(_ match: ProposedMatch) -> Bool {
    approvesWhole(match.form) || kind(of: match) == .approve
  }

  /// Whether nothing is left to decide of a match.
  func isDecided(_ match: ProposedMatch) -> Bool {
    approvesWhole(match.form) || kind(of: match) != nil
  }

  /// What a row about a match says of decisions, each with the kind that gives its colour.
  func marks(of match: ProposedMatch) -> [(kind: String, text: Text)] {
    var marks: [(kind: String, text: Text)] = []
    let kinds = kinds(of: match)
    if let kind = kind(of: match) {
      marks.append((kind.rawValue, Piece.title(kind)))
    } else if case let count = kinds.count(where: { $0 == .approve }), count > 0 {
      marks.append(
        (
          "warning",
          Text(
            ru: "утверждено \(count) из \(kinds.count)",
            en: "\(count) of \(kinds.count) approved")
        ))
    } else if match.isPinned {
      marks.append((Decision.Kind.pin.rawValue, Piece.title(.pin)))
    }
    if isApprovedWhole(match) {
      marks.append((Decision.Kind.approve.rawValue, .approvedWithForm))
    }
    return marks
  }
}

extension Text {
  /// That a pair is approved since its form is.
  static let approvedWithForm = Text(
    ru: "утверждено со всей формой", en: "approved with the whole form")

  /// That a form is approved whole.
  static let approvedWhole = Text(
    ru: "Форма утверждена целиком строкой таблицы решений: это относится и к парам, которые "
      + "предложит следующий подбор.",
    en: "A row of the table of decisions approves the form whole, with the pairs that the next run "
      + "proposes too.")
}
