import GRDB
import MentoringModel

/// Brings the rows of a folder into the tables, as versions with their spans of revisions.
struct BankMerging {
  /// The revision that is being made.
  let revision: Int
  /// The people, old and new.
  var people: People
  /// What was done so far.
  private(set) var changes: [ImportReport.Changes] = []

  init(revision: Int, people: People) {
    self.revision = revision
    self.people = people
  }

  /// A row that is current in the registry.
  private struct Standing {
    var id: Int64
    var place: Int
    var source: SourceLocation
  }

  /// Merges one table.
  mutating func merge<Kind: BankRow>(
    _ kind: Kind.Type, _ contents: [BankContents.Content], from bank: Bank, in database: Database
  ) throws {
    let rows = Kind.rows(of: bank)
    var changes = ImportReport.Changes(table: Kind.table.name)
    var standing = try current(Kind.self, in: database)
    var fresh: [Int] = []
    let moving = try database.makeStatement(
      sql: "UPDATE \(Kind.table.name) SET place = ?, file = ?, sheet = ?, line = ? WHERE id = ?")
    for (place, content) in contents.enumerated() {
      guard let old = standing[content.digest]?.popLast() else {
        fresh.append(place)
        continue
      }
      changes.kept += 1
      let source = rows[place].place.rowOnly
      guard old.place != place || old.source != source else { continue }
      try moving.execute(arguments: [place, source.file, source.sheet, source.row, old.id])
    }
    let identities = try close(standing.values.flatMap { $0 }, Kind.self, in: database)
    try insert(fresh.map { ($0, rows[$0], contents[$0]) }, in: database)
    var left = identities
    for place in fresh {
      if left.remove(rows[place].identity) != nil {
        changes.changed += 1
      } else {
        changes.added += 1
      }
    }
    changes.gone = left.count
    self.changes.append(changes)
  }

  private func current<Kind: BankRow>(
    _ kind: Kind.Type, in database: Database
  ) throws -> [String: [Standing]] {
    var standing: [String: [Standing]] = [:]
    // From the last place on, so that of equal rows the first is taken first.
    let rows = try Row.fetchCursor(
      database,
      sql: """
        SELECT id, digest, place, file, sheet, line FROM \(Kind.table.name)
        WHERE until IS NULL ORDER BY place DESC
        """)
    while let row = try rows.next() {
      standing[row["digest"], default: []].append(
        Standing(
          id: row["id"], place: row["place"],
          source: SourceLocation(file: row["file"], sheet: row["sheet"], row: row["line"])))
    }
    return standing
  }

  /// Ends versions, and says what they were versions of.
  private func close<Kind: BankRow>(
    _ rows: [Standing], _ kind: Kind.Type, in database: Database
  ) throws -> Set<String> {
    var identities: Set<String> = []
    let reading = try database.makeStatement(
      sql: "SELECT profile, format FROM \(Kind.table.name) WHERE id = ?")
    let closing = try database.makeStatement(
      sql: "UPDATE \(Kind.table.name) SET until = ? WHERE id = ?")
    for old in rows {
      if let row = try Row.fetchOne(reading, arguments: [old.id]) {
        identities.insert(try Kind(content: row["profile"], format: row["format"]).identity)
      }
      try closing.execute(arguments: [revision, old.id])
    }
    return identities
  }

  private mutating func insert<Kind: BankRow>(
    _ rows: [(place: Int, row: Kind, content: BankContents.Content)], in database: Database
  ) throws {
    guard !rows.isEmpty else { return }
    let own = Kind.table.columns
    let names = own.map { "\($0.name), " }.joined()
    let marks = String(repeating: "?, ", count: own.count)
    let inserting = try database.makeStatement(
      sql: """
        INSERT INTO \(Kind.table.name)
          (\(names)since, place, file, sheet, line, format, profile, digest)
        VALUES (\(marks)?, ?, ?, ?, ?, ?, ?, ?)
        """)
    let joining =
      Kind.table.hasMembers
      ? try database.makeStatement(
        sql: "INSERT INTO \(Kind.table.name)_member (row, place, person) VALUES (?, ?, ?)") : nil
    for (place, row, content) in rows {
      for person in row.people { _ = try people.added(person, in: database) }
      let people = self.people
      let source = row.place
      let values = try row.values { try people.known($0) }
      let further: [(any DatabaseValueConvertible)?] = [
        revision, place, source.file, source.sheet, source.row, BankTable.format, content.text,
        content.digest,
      ]
      try inserting.execute(arguments: StatementArguments(values + further))
      let id = database.lastInsertedRowID
      for (index, member) in row.members.enumerated() {
        try joining?.execute(arguments: [id, index, try people.known(member)])
      }
    }
  }
}

extension SourceLocation {
  /// The row alone, as the tables keep it.
  fileprivate var rowOnly: SourceLocation { SourceLocation(file: file, sheet: sheet, row: row) }
}
