import Foundation
import GRDB
public import MentoringModel

/// What an act was about; people stand in it by their numbers alone, so that it never has to be
/// changed.
struct AuditDetail: Codable {
  var revision: Int?
  var run: Int?
  var decision: Int?
  /// The first decision of the act, where this one is not it.
  var batch: Int?
  var form: FormID?
  var people: [Int64]?
  var counts: [String: Int]?
}

/// An act in the audit.
public struct AuditEntry: Sendable, Hashable {
  /// What was done.
  public enum Action: String, Sendable, Hashable, CaseIterable {
    /// A folder was imported.
    case importing = "import"
    /// A run was recorded.
    case run
    /// A pair was pinned.
    case pin
    /// A pair was banned.
    case ban
    /// A proposal was approved.
    case approve
    /// A proposal was rejected.
    case reject
    /// A person withdrew.
    case withdraw
    /// A decision was undone.
    case undo
    /// A person was erased.
    case purge
    /// Somebody who was erased may be imported again.
    case admit
    /// The bank was exported.
    case export
    /// The registry was backed up.
    case backup
  }

  /// The number, from 1 without gaps.
  public var id: Int
  /// Who did it, and when.
  public var act: RecordedDecision.Act
  /// What was done.
  public var action: Action
  /// The revision of the bank that came of it.
  public var revision: Int?
  /// The run that was recorded.
  public var run: Int?
  /// The decision that was made or undone.
  public var decision: Int?
  /// The first of the decisions that were made at once with this one, or nil where it is the first.
  public var batch: Int?
  /// The form.
  public var form: FormID?
  /// Whom it concerned, the mentor first: ids, or pseudonyms of those who were erased.
  public var people: [PersonID]
  /// How many things, by what they are.
  public var counts: [String: Int]
}

/// The audit: rows are only ever added, each sealed with the one before.
enum Audit {
  static func add(
    _ action: AuditEntry.Action, _ detail: AuditDetail, actor: Int64, at time: String,
    in database: Database
  ) throws {
    let last = try Row.fetchOne(database, sql: "SELECT id, chain FROM audit ORDER BY id DESC")
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    let text = String(decoding: try encoder.encode(detail), as: UTF8.self)
    let id: Int = (last?["id"] ?? 0) + 1
    let chain = seal(
      last?["chain"] ?? "", id: id, at: time, actor: actor, action: action.rawValue, detail: text)
    try database.execute(
      sql: "INSERT INTO audit (id, at, actor, action, detail, chain) VALUES (?, ?, ?, ?, ?, ?)",
      arguments: [id, time, actor, action.rawValue, text, chain])
  }

  /// The number of the first entry whose seal does not hold, or nil where all do.
  static func firstBroken(in database: Database) throws -> Int? {
    var (chain, number) = ("", 0)
    let rows = try Row.fetchCursor(database, sql: "SELECT * FROM audit ORDER BY id")
    while let row = try rows.next() {
      number += 1
      let expected = seal(
        chain, id: row["id"], at: row["at"], actor: row["actor"], action: row["action"],
        detail: row["detail"])
      guard row["id"] == number, row["chain"] == expected else { return number }
      chain = expected
    }
    return nil
  }

  private static func seal(
    _ chain: String, id: Int, at time: String, actor: Int64, action: String, detail: String
  ) -> String {
    Digest.of([chain, "\(id)", time, "\(actor)", action, detail].joined(separator: "\u{1F}"))
  }
}

extension Registry {
  /// The audit, from the first act on.
  public func history() throws(RegistryFailure) -> [AuditEntry] {
    try read { database in
      let codes = try People.codes(in: database)
      return try Row.fetchAll(
        database,
        sql: """
          SELECT audit.*, actor.name AS by FROM audit JOIN actor ON actor.id = audit.actor
          ORDER BY audit.id
          """
      ).map { row in
        guard let action = AuditEntry.Action(rawValue: row["action"]) else {
          throw RegistryFailure.corrupt(path: path)
        }
        let text: String = row["detail"]
        let detail = try JSONDecoder().decode(AuditDetail.self, from: Data(text.utf8))
        return AuditEntry(
          id: row["id"], act: .init(by: row["by"], at: row["at"]), action: action,
          revision: detail.revision, run: detail.run, decision: detail.decision,
          batch: detail.batch, form: detail.form,
          people: (detail.people ?? []).compactMap { codes[$0] },
          counts: detail.counts ?? [:])
      }
    }
  }

  /// The number of this user as an actor.
  func actor(in database: Database) throws -> Int64 {
    try database.execute(
      sql: "INSERT OR IGNORE INTO actor (name) VALUES (?)", arguments: [user.name])
    guard
      let id = try Int64.fetchOne(
        database, sql: "SELECT id FROM actor WHERE name = ?", arguments: [user.name])
    else { throw DatabaseError(resultCode: .SQLITE_INTERNAL) }
    return id
  }
}
