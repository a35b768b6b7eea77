import Foundation
import MentoringModel
import NastavnikKit
import Wording

/// Where decisions are kept, and their history.
///
/// The pages know no more of it than this: decisions in a table of the folder and decisions in a
/// database look the same from here.
protocol DecisionKeeping: Sendable {
  /// Decides about pairs, all or none.
  ///
  /// - Throws: a ``Refusal`` where somebody else has decided otherwise since the page was made.
  func decide(_ wishes: [DecisionWish], by curator: String) throws
  /// Takes the last decision back that still stands.
  ///
  /// - Throws: a ``Refusal`` where there is none, or where it is not the one that the page showed.
  func undo(_ number: Int) throws
  /// What was decided, the latest first.
  func history() throws -> [DecisionRecord]
}

/// What a curator wishes for one mentor and one mentee.
struct DecisionWish: Sendable, Hashable {
  /// The form.
  var form: FormID
  /// The mentor.
  var mentor: PersonID
  /// The mentee.
  var mentee: PersonID
  /// The decision, or nil to take back the one that stands.
  var kind: Decision.Kind?
  /// The decision that the page showed, or nil where it showed none.
  var seen: Decision.Kind?
}

/// One entry of the history.
struct DecisionRecord: Sendable, Hashable, Codable {
  /// A decision as the history keeps it: ids, no names.
  struct Mark: Sendable, Hashable, Codable {
    var kind: String
    var form: String?
    var mentor: String
    var mentee: String
    var by: String?
    var on: String?
  }

  /// Its number, from 1.
  var number: Int
  /// When, in UTC.
  var at: String
  /// Who, as far as it was said.
  var by: String?
  /// Decisions that were taken out.
  var removed: [Mark]
  /// Decisions that were added.
  var added: [Mark]
  /// The entry that this one takes back.
  var undoes: Int?
}

extension [DecisionRecord] {
  /// The latest entry that was not taken back and takes none back, given the latest first.
  var undoable: DecisionRecord? {
    let undone = Set(compactMap(\.undoes))
    return first { $0.undoes == nil && !undone.contains($0.number) }
  }
}

extension DecisionRecord.Mark {
  init(_ decision: Decision) {
    self.init(
      kind: decision.kind.rawValue, form: decision.form?.rawValue,
      mentor: decision.mentor.rawValue, mentee: decision.mentee.rawValue,
      by: decision.decidedBy.isEmpty ? nil : decision.decidedBy,
      on: decision.decidedOn.map { "\($0)" })
  }

  /// The decision, or nil where the history says something that nobody understands.
  var decision: Decision? {
    guard let kind = Decision.Kind(rawValue: kind) else { return nil }
    var decision = Decision(
      kind, form: form.map { FormID(rawValue: $0) }, mentor: PersonID(rawValue: mentor),
      mentee: PersonID(rawValue: mentee))
    decision.decidedBy = by ?? ""
    decision.decidedOn = on.flatMap { CalendarDate($0) }
    return decision
  }
}

extension [Decision] {
  /// The decisions about a pair in a form.
  func about(_ mentor: PersonID, _ mentee: PersonID, in form: FormID) -> [Decision] {
    filter { $0.mentor == mentor && $0.mentee == mentee && $0.concerns(form) }
  }

  /// The decision that stands for a pair in a form: the last word.
  func standing(_ mentor: PersonID, _ mentee: PersonID, in form: FormID) -> Decision.Kind? {
    about(mentor, mentee, in: form).last?.kind
  }
}
