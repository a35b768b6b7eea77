import Foundation
import MentoringModel
import NastavnikKit
import Synchronization
import Wording

/// Keeps decisions in the table `decisions.csv` of the folder, and their history beside it in
/// `history.ndjson`: one line of JSON for each.
final class FolderLedger: DecisionKeeping {
  private let path: String
  private let table: FolderDecisions
  private let today: @Sendable () -> Date
  private let turn = Mutex(())

  init(of path: String, now: @escaping @Sendable () -> Date = { Date() }) {
    self.path = path
    table = FolderDecisions(of: path)
    today = now
  }

  func decide(_ wishes: [DecisionWish], by curator: String) throws {
    try turn.withLock { _ in
      let now = today()
      let edit = try table.edit { bank in
        var edit = DecisionEdit()
        for wish in wishes {
          let standing = bank.decisions.about(wish.mentor, wish.mentee, in: wish.form)
          guard standing.last?.kind != wish.kind || standing.isEmpty else { continue }
          guard standing.last?.kind == wish.seen else {
            throw Refusal.decidedElsewhere
          }
          edit.removed += standing.filter { !edit.removed.contains($0) }
          guard let kind = wish.kind else { continue }
          var decision = Decision(
            kind, form: wish.form, mentor: wish.mentor, mentee: wish.mentee)
          decision.decidedBy = curator
          decision.decidedOn = CalendarDate(now)
          edit.added.append(decision)
        }
        return edit
      }
      try append(edit, by: curator, at: now)
    }
  }

  func undo(_ number: Int) throws {
    try turn.withLock { _ in
      let now = today()
      guard let last = try history().undoable else { throw Refusal.nothingToUndo }
      guard last.number == number else { throw Refusal.decidedElsewhere }
      let edit = try table.edit { bank in
        let taken = last.added.compactMap(\.decision)
        let back = last.removed.compactMap(\.decision)
        return DecisionEdit(
          removed: bank.decisions.filter { one in taken.contains { $0.isSame(as: one) } },
          added: back.filter { one in !bank.decisions.contains { $0.isSame(as: one) } })
      }
      try append(edit, by: "", at: now, undoes: number)
    }
  }

  func history() throws -> [DecisionRecord] {
    guard let data = FileManager.default.contents(atPath: file) else { return [] }
    let decoder = JSONDecoder()
    return data.split(separator: UInt8(ascii: "\n"))
      .compactMap { try? decoder.decode(DecisionRecord.self, from: Data($0)) }.reversed()
  }

  private var file: String { path + "/history.ndjson" }

  private func append(
    _ edit: DecisionEdit, by curator: String, at now: Date, undoes: Int? = nil
  ) throws {
    guard !edit.isEmpty || undoes != nil else { return }
    let number = (try history().first?.number ?? 0) + 1
    let record = DecisionRecord(
      number: number, at: now.ISO8601Format(), by: curator.isEmpty ? nil : curator,
      removed: edit.removed.map { .init($0) }, added: edit.added.map { .init($0) },
      undoes: undoes)
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    let line = try encoder.encode(record) + Data("\n".utf8)
    let descriptor = open(file, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw RunFailure.unwritable(path: file) }
    defer { close(descriptor) }
    let written = line.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
    guard written == line.count else { throw RunFailure.unwritable(path: file) }
  }
}

extension Decision {
  /// Whether two rows say the same, wherever they stand.
  fileprivate func isSame(as other: Decision) -> Bool {
    kind == other.kind && form == other.form && mentor == other.mentor && mentee == other.mentee
  }
}

extension CalendarDate {
  /// The day of a moment, where this computer stands.
  fileprivate init?(_ moment: Date) {
    let parts = Calendar(identifier: .gregorian)
      .dateComponents([.year, .month, .day], from: moment)
    self.init(year: parts.year ?? 0, month: parts.month ?? 0, day: parts.day ?? 0)
  }
}

extension Refusal {
  fileprivate static let decidedElsewhere = Refusal.conflict(
    Text(ru: "Об этом уже решили иначе", en: "This was decided otherwise"),
    Text(
      ru: "Пока вы смотрели, решение изменили в другом окне или в файле. Ничего не записано. "
        + "Обновите страницу, посмотрите на нынешнее решение и повторите.",
      en: "While you looked, the decision was changed in another window or in the file. Nothing "
        + "was written. Load the page again, look at the decision as it is, and repeat."))

  fileprivate static let nothingToUndo = Refusal.conflict(
    Text(ru: "Отменять нечего", en: "There is nothing to undo"),
    Text(ru: "Все решения этой страницы отменены.", en: "All decisions were undone."))
}
