import BankIO
import Foundation
import MentoringModel
import NastavnikKit
import Registry
import Wording

/// Where decisions are kept, and their history.
///
/// The pages know no more of it than this: decisions in a table of the folder and decisions in a
/// registry look the same from here.
protocol DecisionKeeping: Sendable {
  /// Reads the folder with the decisions that hold.
  func read(_ path: String) throws(RunFailure) -> StandingFolder
  /// Decides about pairs, all or none.
  ///
  /// - Throws: a ``Refusal`` where somebody else has decided otherwise since the page was made.
  func decide(_ wishes: [PairWish], by curator: String) throws
  /// Takes the row out that decides about a whole form.
  ///
  /// - Throws: a ``Refusal`` where the form is not decided so any more.
  func takeBack(_ kind: FormDecision.Kind, of form: FormID, by curator: String) throws
  /// Takes the last decision back that still stands; of several that were made at once, all.
  ///
  /// - Throws: a ``Refusal`` where there is none, or where it is not the one that the page showed.
  func undo(_ number: Int) throws
  /// What was done, the latest first.
  func history() throws -> [HistoryEntry]
  /// Where a curator finds what was decided.
  var place: Text { get }
  /// Changes when another program decides elsewhere than in the files of the folder.
  func mark() -> Int
}

/// One entry of the history.
struct HistoryEntry: Sendable, Hashable {
  /// What was done.
  enum Act: Sendable, Hashable {
    case decided(Decision.Kind)
    /// A decision was taken out.
    case tookBack(Decision.Kind?)
    /// A decision about a whole form was taken out.
    case tookFormBack(FormDecision.Kind, FormID)
    /// The decision of a number was taken back.
    case undid(Int)
    /// Tables were read in: the number of the bank that came of it.
    case imported(Int)
    /// A run was kept: its number and how many pairs it proposes.
    case ran(Int, pairs: Int)
    case withdrew
    case erased
    /// Somebody who was erased may be read in again.
    case admitted
    case exported
    case backedUp
  }

  /// A mentor and a mentee.
  struct Pair: Sendable, Hashable {
    var mentor: PersonID
    var mentee: PersonID
  }

  /// The number of the decision, where it is one.
  var number: Int?
  /// When, in UTC.
  var at: String
  /// Who, as far as it was said.
  var by = ""
  var act: Act
  /// Whom it was about.
  var pairs: [Pair] = []
  /// Whether it was taken back.
  var isUndone = false

  /// Whether it can be taken back.
  var isUndoable: Bool {
    switch act {
    case .decided, .tookBack, .tookFormBack: number != nil && !isUndone
    default: false
    }
  }
}

extension [HistoryEntry] {
  /// The latest decision that still stands, given the latest first.
  var undoable: HistoryEntry? { first(where: \.isUndoable) }
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

extension DecisionEdit {
  /// Takes out what a folder decides about a whole form.
  static func takingBack(
    _ kind: FormDecision.Kind, of form: FormID, in bank: Bank
  ) throws -> DecisionEdit {
    let standing = bank.formDecisions.filter { $0.form == form }
    guard standing.contains(where: { $0.kind == kind }) else { throw Refusal.decidedElsewhere }
    return DecisionEdit(removedForms: standing)
  }
}

extension Refusal {
  static let decidedElsewhere = Refusal.conflict(
    Text(ru: "Об этом уже решили иначе", en: "This was decided otherwise"),
    Text(
      ru: "Пока вы смотрели, решение изменили в другом окне или в другой программе. Ничего не "
        + "записано. Обновите страницу, посмотрите на нынешнее решение и повторите.",
      en: "While you looked, the decision was changed in another window or program. Nothing was "
        + "written. Load the page again, look at the decision as it is, and repeat."))

  static let nothingToUndo = Refusal.conflict(
    Text(ru: "Отменять нечего", en: "There is nothing to undo"),
    Text(ru: "Все решения этой страницы отменены.", en: "All decisions were undone."))
}
