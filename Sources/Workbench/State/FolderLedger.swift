import BankIO
import Foundation
import MentoringModel
import NastavnikKit
import Registry
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

  func read(_ path: String) throws(RunFailure) -> StandingFolder { try StandingFolder(path) }

  var place: Text {
    Text(
      ru: "Решения лежат в таблице decisions в папке программы.",
      en: "The decisions stand in the table decisions of the folder.")
  }

  /// What is decided stands in files of the folder alone.
  func mark() -> Int { 0 }

  func decide(_ wishes: [PairWish], by curator: String) throws {
    try turn.withLock { _ in
      let now = today()
      let edit = try table.edit { bank in
        var edit = DecisionEdit()
        for (wish, mentee, seen) in wishes.flatMap({ wish in
          zip(wish.mentees, wish.seen).map { (wish, $0, $1) }
        }) {
          let standing = bank.decisions.about(wish.mentor, mentee, in: wish.form)
          guard standing.last?.kind != wish.kind || standing.isEmpty else { continue }
          guard standing.last?.kind == seen else {
            throw Refusal.decidedElsewhere
          }
          edit.removed += standing.filter { !edit.removed.contains($0) }
          guard let kind = wish.kind else { continue }
          var decision = Decision(
            kind, form: wish.form, mentor: wish.mentor, mentee: mentee)
          decision.decidedBy = curator
          decision.decidedOn = CalendarDate(now)
          edit.added.append(decision)
        }
        return edit
      }
      try append(edit, by: curator, at: now)
    }
  }

  func takeBack(_ kind: FormDecision.Kind, of form: FormID, by curator: String) throws {
    try turn.withLock { _ in
      let now = today()
      let edit = try table.edit { try .takingBack(kind, of: form, in: $0) }
      try append(edit, by: curator, at: now)
    }
  }

  func undo(_ number: Int) throws {
    try turn.withLock { _ in
      let now = today()
      guard let last = try records().undoable else { throw Refusal.nothingToUndo }
      guard last.number == number else { throw Refusal.decidedElsewhere }
      let edit = try table.edit { bank in
        let taken = last.added.compactMap(\.decision)
        let back = last.removed.compactMap(\.decision)
        let forms = last.removed.compactMap(\.formDecision)
        return DecisionEdit(
          removed: bank.decisions.filter { one in taken.contains { $0.isSame(as: one) } },
          added: back.filter { one in !bank.decisions.contains { $0.isSame(as: one) } },
          addedForms: forms.filter { one in
            !bank.formDecisions.contains { $0.form == one.form && $0.kind == one.kind }
          })
      }
      try append(edit, by: "", at: now, undoes: number)
    }
  }

  func history() throws -> [HistoryEntry] { try records().entries }

  private func records() throws -> [DecisionRecord] {
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
    let number = (try records().first?.number ?? 0) + 1
    let record = DecisionRecord(
      number: number, at: now.ISO8601Format(), by: curator.isEmpty ? nil : curator,
      removed: edit.removed.map { .init($0) } + edit.removedForms.map { .init($0) },
      added: edit.added.map { .init($0) } + edit.addedForms.map { .init($0) }, undoes: undoes)
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
