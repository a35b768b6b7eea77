import BankIO
import Foundation
import MentoringModel
import NastavnikKit
import Registry
import Synchronization
import Wording

/// Keeps decisions in a registry, as the commands of `nastavnik registry` do; so are the banks and
/// the runs.
///
/// A decision that stands in the table of the folder is taken back there.
final class RegistryLedger: DecisionKeeping {
  /// Another program may keep the registry for so many seconds while a page waits.
  private static let patience = 3.0

  private let file: String
  private let curator: String
  private let table: FolderDecisions
  private let seen = Mutex<(print: [Int], mark: Int)>(([], 0))

  /// - Parameters:
  ///   - file: The registry; begun where there is none.
  ///   - folder: The programme folder.
  ///   - curator: Who signs; empty for the name of the user of this computer.
  init(_ file: String, of folder: String, by curator: String) {
    self.file = file
    self.curator = curator.isEmpty ? NSUserName() : curator
    table = FolderDecisions(of: folder)
  }

  func read(_ path: String) throws(RunFailure) -> StandingFolder {
    try StandingFolder(path, keptIn: file, by: user)
  }

  func decide(_ wishes: [PairWish], by curator: String) throws {
    try opened { registry in
      let ledger = DecisionLedger(try registry.decisions())
      // What the registry has not decided stands in the table of the folder.
      let ofTable = wishes.filter { wish in
        wish.kind == nil
          && wish.mentees.allSatisfy {
            ledger.latest(on: .init(wish.mentor, $0), in: wish.form) == nil
          }
      }
      if !ofTable.isEmpty { try takeOut(ofTable) }
      let others = wishes.filter { !ofTable.contains($0) }
      if !others.isEmpty { _ = try registry.decide(others) }
    }
  }

  func takeBack(_ kind: FormDecision.Kind, of form: FormID, by curator: String) throws {
    _ = try table.edit { try .takingBack(kind, of: form, in: $0) }
  }

  func undo(_ number: Int) throws {
    guard let last = try history().undoable else { throw Refusal.nothingToUndo }
    guard last.number == number else { throw Refusal.decidedElsewhere }
    try opened { registry in _ = try registry.undo(act: number) }
  }

  func history() throws -> [HistoryEntry] {
    // Before the first import there is no file.
    guard FileManager.default.fileExists(atPath: file) else { return [] }
    return try opened { registry in
      let undone = Set(try registry.decisions().filter { $0.undone != nil }.map(\.id))
      return HistoryEntry.all(try registry.history(), undone: undone)
    }
  }

  var place: Text {
    let name = (file as NSString).lastPathComponent
    return Text(
      ru: "Решения, таблицы и подборы хранятся в реестре \(name).",
      en: "Decisions, tables and runs are kept in the registry \(name).")
  }

  func mark() -> Int {
    let print = [file, file + "-wal"].flatMap { path -> [Int] in
      var status = stat()
      guard stat(path, &status) == 0 else { return [0, 0, 0] }
      return [status.st_mtim.tv_sec, status.st_mtim.tv_nsec, Int(status.st_size)]
    }
    return seen.withLock { seen in
      guard seen.print != print else { return seen.mark }
      guard let mark = try? Registry.open(file, by: user).lastChange() else { return seen.mark }
      seen = (print, mark)
      return mark
    }
  }

  private var user: RegistryUser {
    RegistryUser(name: curator, command: "serve", patience: Self.patience)
  }

  private func opened<Result>(_ work: (Registry) throws -> Result) throws -> Result {
    do {
      return try work(try Registry.open(file, by: user))
    } catch RegistryFailure.overtaken {
      throw Refusal.decidedElsewhere
    } catch let failure as RegistryFailure {
      throw RunFailure.registry(failure)
    }
  }

  private func takeOut(_ wishes: [PairWish]) throws {
    _ = try table.edit { bank in
      var edit = DecisionEdit()
      for (wish, mentee, seen) in wishes.flatMap({ wish in
        zip(wish.mentees, wish.seen).map { (wish, $0, $1) }
      }) {
        let standing = bank.decisions.about(wish.mentor, mentee, in: wish.form)
        guard let last = standing.last else { continue }
        guard last.kind == seen else { throw Refusal.decidedElsewhere }
        edit.removed += standing.filter { !edit.removed.contains($0) }
      }
      return edit
    }
  }
}

extension HistoryEntry {
  /// The acts of an audit, the latest first; what was decided or undone at once is one.
  fileprivate static func all(_ audit: [AuditEntry], undone: Set<Int>) -> [HistoryEntry] {
    let first = Dictionary(
      audit.compactMap { entry in
        entry.decision.map { ($0, entry.action == .undo ? $0 : entry.batch ?? $0) }
      }, uniquingKeysWith: { first, _ in first })
    var (entries, last): ([HistoryEntry], Int?) = ([], nil)
    for entry in audit {
      var one = HistoryEntry(entry, undone: undone)
      let batch = entry.decision.flatMap { first[$0] }
      if case .undid = one.act { one.act = .undid(batch ?? 0) }
      if one.number != nil { one.number = batch }
      defer { last = batch }
      guard let batch, batch == last, let before = entries.popLast() else {
        entries.append(one)
        continue
      }
      guard before.act == one.act, before.by == one.by else {
        entries += [before, one]
        continue
      }
      one.pairs = before.pairs + one.pairs
      one.isUndone = before.isUndone && one.isUndone
      entries.append(one)
    }
    return entries.reversed()
  }

  /// An act in the audit of a registry.
  fileprivate init(_ entry: AuditEntry, undone: Set<Int>) {
    let act: Act =
      switch entry.action {
      case .importing: .imported(entry.revision ?? 0)
      case .run: .ran(entry.run ?? 0, pairs: entry.counts["pairs"] ?? 0)
      case .pin: .decided(.pin)
      case .ban: .decided(.forbid)
      case .approve: .decided(.approve)
      case .reject: .decided(.reject)
      case .withdraw: .withdrew
      case .undo: .undid(entry.decision ?? 0)
      case .purge: .erased
      case .admit: .admitted
      case .export: .exported
      case .backup: .backedUp
      }
    self.init(at: entry.act.at, by: entry.act.by, act: act)
    if case .decided = act, let mentor = entry.people.first {
      number = entry.decision
      isUndone = entry.decision.map { undone.contains($0) } ?? false
      pairs = entry.people.dropFirst().map { .init(mentor: mentor, mentee: $0) }
    }
  }
}
