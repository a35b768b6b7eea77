import Foundation
import GRDB
public import MentoringModel

/// A person of a registry.
public struct RegisteredPerson: Sendable, Hashable {
  /// Where a person stands.
  public enum State: String, Sendable, Hashable, CaseIterable {
    /// In the bank.
    case present
    /// In an earlier bank, not in the latest.
    case gone
    /// Withdrawn.
    case withdrawn
    /// Erased.
    case purged
  }

  /// The id, or the pseudonym of one who was erased.
  public var id: PersonID
  /// The latest name; empty where none is known.
  public var name: String
  /// What stands for the person in a bank that is handed on.
  public var pseudonym: String
  /// The tables the person has rows in: `mentor`, `mentee`, `roster_entry`.
  public var sides: [String]
  /// The latest organization.
  public var organization: OrganizationID?
  /// Where the person stands.
  public var state: State
  /// How many versions the registry keeps.
  public var versions: Int
}

/// A version of a row about a person.
public struct PersonVersion: Sendable, Hashable {
  /// The table.
  public var table: String
  /// The revision with which it began.
  public var since: Int
  /// When that was made.
  public var sinceTime: String
  /// The revision with which it ended, or nil where it is current.
  public var until: Int?
  /// What it says, as JSON.
  public var profile: String
}

extension Registry {
  /// Everybody whom the registry knows, by id.
  public func people() throws(RegistryFailure) -> [RegisteredPerson] {
    try read { database in
      let withdrawn = try withdrawn(
        DecisionLedger(try decisions(in: database)), in: database)
      let rows = try Row.fetchAll(
        database,
        sql: """
          WITH version AS (
            SELECT person, 'mentor' AS side, id, until,
              json_extract(profile, '$.person.name') AS name,
              json_extract(profile, '$.person.organization') AS organization FROM mentor
            UNION ALL
            SELECT person, 'mentee', id, until, json_extract(profile, '$.person.name'),
              json_extract(profile, '$.person.organization') FROM mentee
            UNION ALL
            SELECT person, 'roster_entry', id, until, NULL,
              json_extract(profile, '$.organization') FROM roster_entry
          )
          SELECT person.id, code, pseudonym, purged_at, side, until, name, organization
          FROM person LEFT JOIN version ON version.person = person.id
          ORDER BY code, until IS NOT NULL, until DESC, side, version.id DESC
          """)
      var people: [RegisteredPerson] = []
      for row in rows {
        let id = PersonID(rawValue: row["code"])
        let side: String? = row["side"]
        let isCurrent = side != nil && (row["until"] as Int?) == nil
        if people.last?.id != id {
          let isPurged = (row["purged_at"] as String?) != nil
          let state: RegisteredPerson.State =
            if isPurged { .purged } else if withdrawn.contains(id) { .withdrawn } else if isCurrent
            {
              .present
            } else { .gone }
          people.append(
            RegisteredPerson(
              id: id, name: "", pseudonym: row["pseudonym"], sides: [], organization: nil,
              state: state, versions: 0))
        }
        guard let side else { continue }
        people[people.count - 1].add(side, row)
      }
      return people
    }
  }

  /// The versions of the rows of one person, by their beginnings.
  ///
  /// - Throws: ``RegistryFailure/unknownPerson(_:suggestion:)``.
  public func versions(
    of person: PersonID
  ) throws(RegistryFailure) -> [PersonVersion] {
    try read { database in
      let key = try People(in: database).known(person)
      let selects =
        ["mentor", "mentee", "roster_entry"].map {
          "SELECT '\($0)' AS name, since, until, profile FROM \($0) WHERE person = :key"
        } + [
          """
          SELECT 'mentee_request', since, until, profile FROM mentee_request
          WHERE id IN (SELECT row FROM mentee_request_member WHERE person = :key)
          """
        ]
      return try Row.fetchAll(
        database,
        sql: """
          SELECT version.*, revision.at AS at FROM (\(selects.joined(separator: " UNION ALL ")))
            AS version JOIN revision ON revision.id = since ORDER BY since, version.name
          """, arguments: ["key": key]
      ).map { row in
        PersonVersion(
          table: row["name"], since: row["since"], sinceTime: row["at"], until: row["until"],
          profile: row["profile"])
      }
    }
  }
}

extension RegisteredPerson {
  /// Counts in a version; the first that is told has the latest name.
  fileprivate mutating func add(_ side: String, _ row: Row) {
    versions += 1
    if !sides.contains(side) { sides.append(side) }
    if name.isEmpty { name = row["name"] ?? "" }
    let place: String? = row["organization"]
    if organization == nil { organization = place.map(OrganizationID.init(rawValue:)) }
  }
}
