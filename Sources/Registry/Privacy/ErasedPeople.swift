import GRDB
public import MentoringModel

/// Who was erased: marks of ids, which tell an id when it comes back and do not tell what it was.
struct ErasedPeople: Hashable {
  /// Gives ids their marks, which are of this registry alone.
  struct Marker: Hashable {
    private let key: String

    init(in database: Database) throws {
      key = try String.fetchOne(database, sql: "SELECT key FROM registry") ?? ""
    }

    /// The mark of an id.
    func mark(of person: PersonID) -> String { Digest.of(key + "\u{1F}" + person.rawValue) }
  }

  private let marker: Marker
  private let marks: Set<String>

  init(in database: Database) throws {
    marker = try Marker(in: database)
    marks = try String.fetchSet(database, sql: "SELECT mark FROM person WHERE mark IS NOT NULL")
  }

  /// Whether somebody of this id was erased and not admitted since.
  func contains(_ person: PersonID) -> Bool {
    !marks.isEmpty && marks.contains(marker.mark(of: person))
  }

  /// Those of a bank who were erased, with all their other ids there; in order.
  ///
  /// - Complexity: O(*n*) for *n* rows, where anybody was erased at all.
  func returned(in bank: Bank) -> [PersonID] {
    guard !marks.isEmpty else { return [] }
    var ids: Set<PersonID> = []
    for kind in BankTables.kinds { Self.collect(kind, of: bank, into: &ids) }
    return bank.everyID(of: ids.filter(contains)).sorted()
  }

  /// Every id that rows name, those of partners and superiors too.
  private static func collect<Kind: BankRow>(
    _ kind: Kind.Type, of bank: Bank, into ids: inout Set<PersonID>
  ) {
    for row in Kind.rows(of: bank) {
      _ = row.renaming { id in
        ids.insert(id)
        return id
      }
    }
  }
}

extension Registry {
  /// Lets people who were erased into the bank again, with the next import of tables in which they
  /// stand.
  ///
  /// Who was erased does not come back by himself: an import leaves out his rows, and says so. This
  /// is for those who consented anew, and for others who were given an id that is free again. What
  /// was erased stays so: the person begins anew, with another pseudonym.
  ///
  /// - Parameter people: The ids, as the tables have them; of one who has several, all of them.
  /// - Throws: ``RegistryFailure/notErased(_:)`` for an id that nobody erased, and then nobody is
  ///   admitted.
  public func admit(_ people: [PersonID]) throws(RegistryFailure) {
    try write { database in
      let marker = try ErasedPeople.Marker(in: database)
      var keys: [Int64] = []
      for person in people {
        let mark = marker.mark(of: person)
        let known = try Int64.fetchAll(
          database, sql: "SELECT id FROM person WHERE mark = ?", arguments: [mark])
        guard !known.isEmpty else { throw RegistryFailure.notErased(person) }
        keys += known
        try database.execute(
          sql: "UPDATE person SET mark = NULL WHERE mark = ?", arguments: [mark])
      }
      try Audit.add(
        .admit, AuditDetail(people: keys), actor: try actor(in: database), at: timestamp,
        in: database)
    }
  }
}
