import Foundation
import GRDB
public import MentoringModel

/// What an erasure changed.
public struct PurgeReport: Sendable, Hashable {
  /// What stands for the person from now on.
  public var pseudonym: String
  /// What stands for the other ids under which the person was in the bank.
  public var otherPseudonyms: [String] = []
  /// Versions of rows of the person's own that were blanked.
  public var versions: Int
  /// Plans, certificates, manifests and programme files that were rewritten.
  public var documents: Int
  /// Whether the file still holds the name, because somebody or something else bears it.
  public var nameRemains: Bool
  /// The copies of the registry that are rid of the person, too.
  public var copies: [String] = []
  /// The copies that are not where they were made, or cannot be written: the person may be there.
  public var copiesLeft: [String] = []
}

extension Registry {
  /// Erases a person for good.
  ///
  /// Bank, history, plans, decisions and the bytes of the file are rid of ids and names; a pseudonym
  /// stays for each id, so that counts do. The other ids under which he surely is in the bank are
  /// erased with the one that is named.
  ///
  /// The copies that ``backup(to:)`` made are rid of him first, where they still are; asked again
  /// with the pseudonym, it goes on with those that were not at hand. Exports are not touched.
  ///
  /// - Throws: ``RegistryFailure/unknownPerson(_:suggestion:)``, ``RegistryFailure/erasing(path:)``
  ///   where the person is gone from the tables, and another program or a full disk keeps old
  ///   bytes.
  /// - Complexity: O(*s*) for *s* bytes of the file.
  public func purge(_ person: PersonID) throws(RegistryFailure) -> PurgeReport {
    let ids = try read { database in
      let people = try People(in: database)
      _ = try people.known(person)
      return try ([person] + otherIDs(of: person, in: database)).compactMap { id in
        try people.key(id).map { key in
          let pseudonym = try String.fetchOne(
            database, sql: "SELECT pseudonym FROM person WHERE id = ?", arguments: [key])
          return (id: id, pseudonym: pseudonym ?? "")
        }
      }
    }
    var (erased, left): (Set<String>, Set<String>) = ([], [])
    for (id, pseudonym) in ids {
      let copies = try eraseFromCopies(id.rawValue, pseudonym)
      erased.formUnion(copies.erased)
      left.formUnion(copies.left)
    }
    let copies = (erased: erased.subtracting(left).sorted(), left: left.sorted())
    var report = try purgeAlone(person)
    (report.copies, report.copiesLeft) = copies
    return report
  }

  /// Erases a person from this file.
  func purgeAlone(_ person: PersonID) throws(RegistryFailure) -> PurgeReport {
    try underLock { database in
      var outcome: (report: PurgeReport, names: [String])?
      try database.inTransaction(.immediate) {
        let people = try People(in: database)
        let others = try otherIDs(of: person, in: database).filter { people.key($0) != nil }
        var whole = try erase(person, in: database)
        for other in others {
          let (report, names) = try erase(other, in: database)
          whole.report.otherPseudonyms.append(report.pseudonym)
          whole.report.versions += report.versions
          whole.report.documents += report.documents
          whole.names += names
        }
        outcome = whole
        return .commit
      }
      guard var outcome else { throw DatabaseError(resultCode: .SQLITE_INTERNAL) }
      do { try overwrite(database) } catch {
        // The tables are rid of the person; what is left is done when the file is opened again.
        throw RegistryFailure.erasing(path: path)
      }
      outcome.report.nameRemains = outcome.names.contains(where: fileHolds)
      return outcome.report
    }
  }

  /// Overwrites what a killed erasure left, if nobody else is at work.
  func finishErasing() {
    let isLeft = try? read { database in
      try Bool.fetchOne(database, sql: "SELECT erasing FROM registry") ?? false
    }
    guard isLeft == true else { return }
    try? underLock(patience: 0) { database in try overwrite(database) }
  }

  /// Writes the whole file anew and empties the log.
  private func overwrite(_ database: Database) throws {
    try checkpoint(database)
    try database.execute(sql: "VACUUM")
    try checkpoint(database)
    try database.execute(sql: "UPDATE registry SET erasing = 0")
    try checkpoint(database)
  }

  private func checkpoint(_ database: Database) throws {
    let isBusy = try Int.fetchOne(database, sql: "PRAGMA wal_checkpoint(TRUNCATE)") ?? 1
    guard isBusy == 0 else { throw RegistryFailure.erasing(path: path) }
  }

  private func fileHolds(_ name: String) -> Bool {
    ["", "-wal"].contains { end in
      FileManager.default.contents(atPath: path + end)?.range(of: Data(name.utf8)) != nil
    }
  }

  private func erase(
    _ person: PersonID, in database: Database
  ) throws -> (report: PurgeReport, names: [String]) {
    let people = try People(in: database)
    let key = try people.known(person)
    let row = try Row.fetchOne(
      database, sql: "SELECT pseudonym, purged_at FROM person WHERE id = ?", arguments: [key])
    let pseudonym: String = row?["pseudonym"] ?? ""
    let isDone: String? = row?["purged_at"]
    var report = PurgeReport(pseudonym: pseudonym, versions: 0, documents: 0, nameRemains: false)
    guard isDone == nil else { return (report, []) }
    let (actor, time) = (try actor(in: database), timestamp)
    let revision = try removeFromBank(person, people, actor: actor, at: time, in: database)
    let names = try Names(of: key, in: database)
    let erasure = Erasure(
      code: person.rawValue, names: names.own, pseudonym: pseudonym,
      hasNamesakes: names.hasNamesakes)
    var rewriting = Rewriting(erasure: erasure, key: key)
    for kind in BankTables.kinds { try rewriting.rewrite(kind, in: database) }
    try rewriting.rewriteTexts(in: database)
    try database.execute(
      sql: "UPDATE person SET code = pseudonym, purged_at = ?, mark = ? WHERE id = ?",
      arguments: [time, try ErasedPeople.Marker(in: database).mark(of: person), key])
    try database.execute(sql: "UPDATE registry SET erasing = 1")
    report.versions = rewriting.versions
    report.documents = rewriting.documents
    try Audit.add(
      .purge,
      AuditDetail(
        revision: revision, people: [key],
        counts: ["versions": report.versions, "documents": report.documents]),
      actor: actor, at: time, in: database)
    return (report, names.own)
  }

  /// A revision of the bank without the person.
  private func removeFromBank(
    _ person: PersonID, _ people: People, actor: Int64, at time: String, in database: Database
  ) throws -> Int {
    let current = try bank(at: nil, in: database)
    try database.execute(
      sql: """
        INSERT INTO revision (kind, at, actor, programme)
        SELECT 'purge', ?, ?, programme FROM revision ORDER BY id DESC LIMIT 1
        """, arguments: [time, actor])
    let revision = Int(database.lastInsertedRowID)
    let bank = current.bank.leavingOut([person])
    let contents = try BankContents(
      BankImport(programme: "", programmeFile: current.programmeFile, bank: bank, files: []))
    var merging = BankMerging(revision: revision, people: people)
    for (kind, table) in zip(BankTables.kinds, contents.tables) {
      try merging.merge(kind, table.rows, from: bank, in: database)
    }
    return revision
  }
}

extension Erasure {
  /// What takes a person of a registry out of texts.
  init(of person: PersonID, in database: Database) throws {
    let key = try People(in: database).known(person)
    let names = try Names(of: key, in: database)
    let pseudonym = try String.fetchOne(
      database, sql: "SELECT pseudonym FROM person WHERE id = ?", arguments: [key])
    self.init(
      code: person.rawValue, names: names.own, pseudonym: pseudonym ?? "",
      hasNamesakes: names.hasNamesakes)
  }
}

/// The names that a person has or had.
private struct Names {
  var own: [String]
  var hasNamesakes: Bool

  init(of key: Int64, in database: Database) throws {
    let all = """
      SELECT person, json_extract(profile, '$.person.name') AS name FROM mentor
      UNION SELECT person, json_extract(profile, '$.person.name') FROM mentee
      """
    own = try String.fetchAll(
      database, sql: "SELECT DISTINCT name FROM (\(all)) WHERE person = ?", arguments: [key])
    hasNamesakes =
      try Bool.fetchOne(
        database,
        sql: """
          SELECT EXISTS (SELECT 1 FROM (\(all)) WHERE person <> ? AND name IN (
            SELECT name FROM (\(all)) WHERE person = ?))
          """, arguments: [key, key]) ?? true
  }
}

/// Rewrites everything that names a person.
private struct Rewriting {
  let erasure: Erasure
  let key: Int64
  private(set) var versions = 0
  private(set) var documents = 0

  init(erasure: Erasure, key: Int64) {
    self.erasure = erasure
    self.key = key
  }

  /// All versions of a table's rows.
  mutating func rewrite<Kind: BankRow>(_ kind: Kind.Type, in database: Database) throws {
    let name = Kind.table.name
    let updating = try database.makeStatement(
      sql: "UPDATE \(name) SET profile = ?, digest = ?, format = ? WHERE id = ?")
    let found = try Row.fetchAll(
      database,
      sql: """
        SELECT id, profile, format FROM \(name)
        WHERE instr(profile, ?) OR instr(profile, ?)
        """ + String(repeating: " OR instr(profile, ?)", count: erasure.names.count),
      arguments: StatementArguments(
        [erasure.code, Self.escaped(erasure.code)] + erasure.names.map(Self.escaped)))
    for row in found {
      let old = try Kind(content: row["profile"], format: row["format"])
      let new = changed(old)
      let (before, after) = (try old.content(), try new.content())
      guard before != after else { continue }
      if old.people.contains(where: { $0.rawValue == erasure.code }) { versions += 1 }
      try updating.execute(arguments: [after, Digest.of(after), BankTable.format, row["id"]])
    }
    for name in erasure.names {
      try database.execute(
        sql: """
          UPDATE \(Kind.table.name) SET file = replace(file, ?, ?), sheet = replace(sheet, ?, ?)
          WHERE instr(file, ?) OR instr(sheet, ?)
          """,
        arguments: [name, erasure.pseudonym, name, erasure.pseudonym, name, name])
    }
  }

  private func changed<Kind: BankRow>(_ row: Kind) -> Kind {
    let (old, new) = (PersonID(rawValue: erasure.code), PersonID(rawValue: erasure.pseudonym))
    let renamed = row.renaming { $0 == old ? new : $0 }
    switch renamed {
    case var mentor as Mentor where mentor.id == new:
      mentor = Mentor(Self.blank(mentor.person))
      return mentor as? Kind ?? renamed
    case var mentee as Mentee where mentee.id == new:
      mentee = Mentee(Self.blank(mentee.person))
      return mentee as? Kind ?? renamed
    case let entry as RosterEntry where entry.id == new:
      return RosterEntry(id: new, organization: entry.organization, roles: entry.roles) as? Kind
        ?? renamed
    case var decision as Decision:
      decision.decidedBy = erasure.plain(decision.decidedBy)
      return decision as? Kind ?? renamed
    case var organization as Organization:
      organization.curator = erasure.plain(organization.curator)
      return organization as? Kind ?? renamed
    case var profile as RequestProfile:
      profile.group = profile.group.map(erasure.plain)
      return profile as? Kind ?? renamed
    default:
      return renamed
    }
  }

  /// What is left of a person: enough to count him in his organization.
  private static func blank(_ person: Person) -> Person {
    var blank = Person(id: person.id, name: person.id.rawValue)
    blank.organization = person.organization
    blank.roles = person.roles
    return blank
  }

  /// Documents, names of files and of groups, and the person as a user of the registry.
  mutating func rewriteTexts(in database: Database) throws {
    for id in try Int64.fetchAll(database, sql: "SELECT id FROM document") {
      let data = try Data.fetchOne(
        database, sql: "SELECT bytes FROM document WHERE id = ?", arguments: [id])
      guard let data else { continue }
      let (old, isJSON) = (Array(data), data.first == UInt8(ascii: "{"))
      let new =
        isJSON ? erasure.json(old) : Array(erasure.plain(String(decoding: old, as: UTF8.self)).utf8)
      guard new != old else { continue }
      documents += 1
      try database.execute(
        sql: "UPDATE document SET bytes = ?, digest = ?, erased = 1 WHERE id = ?",
        arguments: [Data(new), Digest.of(new), id])
    }
    for name in erasure.names {
      let arguments: StatementArguments = [name, erasure.pseudonym, name]
      try database.execute(
        sql: "UPDATE input_file SET name = replace(name, ?, ?) WHERE instr(name, ?)",
        arguments: arguments)
      try database.execute(
        sql: """
          UPDATE proposal SET group_name = replace(group_name, ?, ?) WHERE instr(group_name, ?)
          """, arguments: arguments)
      try database.execute(
        sql: "UPDATE OR IGNORE actor SET name = replace(name, ?, ?) WHERE name = ?",
        arguments: arguments)
    }
  }

  /// A text as it stands between the quotes of JSON.
  private static func escaped(_ text: String) -> String {
    String(decoding: JSONStrings.quoted(text).dropFirst().dropLast(), as: UTF8.self)
  }
}
