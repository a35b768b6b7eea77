import GRDB
import MentoringModel
import Wording

/// The numbers of people: everything else in a registry refers to a person by number.
struct People {
  private var keys: [PersonID: Int64] = [:]

  /// Reads who is known.
  init(in database: Database) throws {
    let rows = try Row.fetchCursor(database, sql: "SELECT id, code FROM person")
    while let row = try rows.next() { keys[PersonID(rawValue: row["code"])] = row["id"] }
  }

  /// The number of a person who is known.
  func key(_ person: PersonID) -> Int64? { keys[person] }

  /// Everybody.
  var all: [PersonID] { Array(keys.keys) }

  /// The number of a person, who is added where he is new.
  mutating func added(_ person: PersonID, in database: Database) throws -> Int64 {
    if let key = keys[person] { return key }
    try database.execute(
      sql: "INSERT INTO person (code, pseudonym) VALUES (?, ?)",
      arguments: [person.rawValue, Pseudonym.random()])
    keys[person] = database.lastInsertedRowID
    return database.lastInsertedRowID
  }

  /// The number of a person whom somebody named.
  func known(_ person: PersonID) throws(RegistryFailure) -> Int64 {
    if let key = keys[person] { return key }
    throw .unknownPerson(
      person.rawValue,
      suggestion: nearMiss(of: person.rawValue, among: keys.keys.map(\.rawValue).sorted()))
  }

  /// Ids by numbers.
  static func codes(in database: Database) throws -> [Int64: PersonID] {
    var codes: [Int64: PersonID] = [:]
    let rows = try Row.fetchCursor(database, sql: "SELECT id, code FROM person")
    while let row = try rows.next() { codes[row["id"]] = PersonID(rawValue: row["code"]) }
    return codes
  }
}

/// What stands for a person who is not named.
enum Pseudonym {
  private static let letters = Array("ABCDEFGHJKLMNPQRSTUVWXYZ23456789")

  /// A pseudonym that says nothing of the person: 60 random bits.
  static func random() -> String {
    "X-" + String((0..<12).map { _ in letters[Int.random(in: letters.indices)] })
  }
}
