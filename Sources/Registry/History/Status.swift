import Foundation
import GRDB
public import MentoringModel

/// What a registry holds, in numbers.
public struct RegistryStatus: Sendable, Hashable {
  /// The short name of the programme.
  public var programme: String
  /// The latest revision of the bank.
  public var revision: Int
  /// The last import.
  public var lastImport: RecordedDecision.Act?
  /// The last run.
  public var lastRun: RecordedRun?
  /// Rows that are current, by table.
  public var rows: [String: Int]
  /// Versions that are kept of rows that changed or are gone.
  public var formerRows: Int
  /// People who have withdrawn.
  public var withdrawn: Int
  /// People who were erased.
  public var purged: Int
  /// Pairs and groups by state: `proposed`, `approved`, `rejected`, `fallen`.
  public var pairs: [String: Int]
  /// Whether SQLite finds the file sound.
  public var isSound: Bool
  /// The first entry of the audit whose seal does not hold, or nil where all do.
  public var brokenSeal: Int?
  /// The size of the file in bytes.
  public var bytes: Int
  /// Who writes to it just now.
  public var holder: LockHolder?
}

extension Registry {
  /// Counts and checks.
  ///
  /// - Throws: ``RegistryFailure``, ``RegistryFailure/empty(path:)`` before the first import.
  /// - Complexity: O(*s*) for *s* bytes of the file.
  public func status() throws(RegistryFailure) -> RegistryStatus {
    let lastRun = try runs().last
    let holder = WriterLock.isHeld(beside: path) ? WriterLock.holder(beside: path) : nil
    return try read { database in
      let row = try Row.fetchOne(
        database,
        sql: """
          SELECT programme, (SELECT max(id) FROM revision) AS revision,
            (SELECT count(*) FROM person WHERE purged_at IS NOT NULL) AS purged FROM registry
          """)
      guard let row else { throw RegistryFailure.empty(path: path) }
      let act = try Row.fetchOne(
        database,
        sql: """
          SELECT at, name FROM revision JOIN actor ON actor.id = actor
          WHERE kind = 'import' ORDER BY revision.id DESC LIMIT 1
          """
      ).map { RecordedDecision.Act(by: $0["name"], at: $0["at"]) }
      var (rows, former): ([String: Int], Int) = ([:], 0)
      for table in BankTables.all {
        let counts = try Row.fetchOne(
          database,
          sql: "SELECT count(*) - count(until) AS now, count(until) AS then_ FROM \(table.name)")
        rows[table.name] = counts?["now"] ?? 0
        former += counts?["then_"] ?? 0
      }
      let check = try String.fetchAll(database, sql: "PRAGMA quick_check")
      let size = try Int.fetchOne(
        database, sql: "SELECT page_count * page_size FROM pragma_page_count, pragma_page_size")
      return RegistryStatus(
        programme: row["programme"], revision: row["revision"], lastImport: act, lastRun: lastRun,
        rows: rows, formerRows: former,
        withdrawn: try withdrawn(
          DecisionLedger(try decisions(in: database)), in: database
        ).count,
        purged: row["purged"],
        pairs: Dictionary(grouping: try pairs(in: database), by: \.stateName).mapValues(\.count),
        isSound: check == ["ok"], brokenSeal: try Audit.firstBroken(in: database),
        bytes: size ?? 0, holder: holder)
    }
  }
}

extension PairStanding {
  /// The state as a word for programs: `proposed`, `approved`, `rejected`, `fallen`.
  public var stateName: String {
    if isFallen { return "fallen" }
    return switch state {
    case .proposed: "proposed"
    case .approved: "approved"
    case .rejected: "rejected"
    }
  }
}
