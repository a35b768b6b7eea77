import Foundation
import GRDB
import MentoringModel
import Testing
import Wording

@testable import Registry

/// Files that are no registry, or no sound one: each is named, none is changed.
@Suite struct BadFileTests {
  private let user = RegistryUser.curator()

  /// Opens a file both ways, and holds that it and its folder stay as they were.
  private func refusals(of place: Scratch) -> [RegistryFailure?] {
    let before = (place.bytes(), place.names)
    let found = [
      { _ = try Registry.open(place.file, by: user) },
      { _ = try Registry.begin(place.file, by: user).add(Sample.folder()) },
    ].map { (attempt: () throws -> Void) -> RegistryFailure? in
      do {
        try attempt()
        return nil
      } catch { return error as? RegistryFailure }
    }
    #expect(place.bytes() == before.0)
    #expect(place.names == before.1)
    return found
  }

  @Test func `nothing there`() throws {
    let place = try Scratch()
    #expect(throws: RegistryFailure.missing(path: place.file)) {
      try Registry.open(place.file, by: user)
    }
    #expect(place.names.isEmpty)
    let nowhere = place.path + "/none/nastavnik.sqlite"
    #expect(throws: RegistryFailure.missing(path: place.path + "/none")) {
      try Registry.begin(nowhere, by: user)
    }
  }

  @Test func `a folder`() throws {
    let place = try Scratch()
    #expect(throws: RegistryFailure.directory(path: place.path)) {
      try Registry.begin(place.path, by: user)
    }
  }

  @Test(arguments: ["x", String(repeating: "Не база. ", count: 60), "SQLite format 3\0"])
  func `a text`(text: String) throws {
    let place = try Scratch()
    try place.write(text.utf8)
    let failure = RegistryFailure.notADatabase(path: place.file)
    #expect(refusals(of: place) == [failure, failure])
  }

  @Test(arguments: [
    "PRAGMA application_id = 7", "CREATE TABLE t (a); INSERT INTO t VALUES (1)",
    "PRAGMA application_id = 7; PRAGMA journal_mode = WAL; CREATE TABLE t (a)",
  ])
  func `a database of another program`(sql: String) throws {
    let place = try Scratch()
    do {
      let queue = try DatabaseQueue(path: place.file)
      try queue.inDatabase { try $0.execute(sql: sql) }
      try queue.close()
    }
    let failure = RegistryFailure.foreign(path: place.file)
    #expect(refusals(of: place) == [failure, failure])
  }

  @Test func `a database of another program that is at work`() throws {
    let place = try Scratch()
    let queue = try DatabaseQueue(path: place.file)
    try queue.inDatabase {
      try $0.execute(sql: "PRAGMA journal_mode = WAL; CREATE TABLE t (a)")
    }
    let failure = RegistryFailure.foreign(path: place.file)
    #expect(refusals(of: place) == [failure, failure])
  }

  @Test func `a registry of a newer version`() throws {
    let place = try Scratch()
    do {
      let registry = try Registry.sample(place)
      try registry.queue.inDatabase {
        try $0.execute(sql: "PRAGMA user_version = 99; PRAGMA wal_checkpoint(TRUNCATE)")
      }
      try registry.queue.close()
    }
    let failure = RegistryFailure.newer(path: place.file, version: 99, known: Schema.version)
    #expect(refusals(of: place) == [failure, failure])
  }

  @Test func `rows in a format of a newer version`() throws {
    let place = try Scratch()
    let registry = try Registry.sample(place)
    try registry.queue.write { try $0.execute(sql: "UPDATE mentee SET format = 2") }
    #expect(throws: RegistryFailure.newer(path: place.file, version: 2, known: 1)) {
      try registry.bank()
    }
  }

  @Test func `a row that does not read`() throws {
    let place = try Scratch()
    let registry = try Registry.sample(place)
    try registry.queue.write { try $0.execute(sql: "UPDATE mentee SET profile = '{}'") }
    #expect(throws: RegistryFailure.corrupt(path: place.file)) { try registry.bank() }
  }

  @Test(arguments: 1...20)
  func `a damaged file is called damaged, and never crashes`(seed: Int) throws {
    let place = try Scratch()
    do { try Registry.sample(place).queue.close() }
    var bytes = Array(place.bytes())
    var random = SplitRandom(seed: UInt64(seed))
    let page = Int.random(in: 1..<bytes.count / 4096, using: &random)
    for offset in 0..<4096 {
      bytes[page * 4096 + offset] = UInt8.random(in: 0...255, using: &random)
    }
    try place.write(bytes)
    do {
      let registry = try Registry.open(place.file, by: user)
      let status = try registry.status()
      #expect(!status.isSound)
      _ = try registry.bank()
    } catch {
      #expect(error == .corrupt(path: place.file))
    }
    let left = Array(place.bytes())
    #expect(left == bytes)
  }

  @Test func `a file that was cut short`() throws {
    let place = try Scratch()
    do { try Registry.sample(place).queue.close() }
    try place.write(place.bytes().prefix(5 * 4096))
    #expect(throws: RegistryFailure.corrupt(path: place.file)) {
      let registry = try Registry.open(place.file, by: user)
      _ = try registry.bank()
      _ = try registry.people()
      _ = try registry.decisions()
    }
  }

  @Test func `an empty file and an empty database are registries that were begun`() throws {
    for sql in [nil, "PRAGMA journal_mode = WAL", "CREATE TABLE t (a); DROP TABLE t"] {
      let place = try Scratch()
      try place.write([])
      if let sql {
        let queue = try DatabaseQueue(path: place.file)
        try queue.inDatabase { try $0.execute(sql: sql) }
        try queue.close()
      }
      #expect(throws: RegistryFailure.empty(path: place.file)) {
        try Registry.open(place.file, by: user)
      }
      #expect(try Registry.begin(place.file, by: user).add(Sample.folder()).revision == 1)
      #expect(try Registry.open(place.file, by: user).bank().revision == 1)
    }
  }

  @Test func `a registry into which nothing was imported says so`() throws {
    let place = try Scratch()
    let registry = try Registry.begin(place.file, by: user)
    #expect(throws: RegistryFailure.empty(path: place.file)) { try registry.status() }
    #expect(throws: RegistryFailure.empty(path: place.file)) { try registry.bank() }
    #expect(try registry.people().isEmpty && registry.pairs().isEmpty)
  }

  @Test func `a full disk changes nothing`() throws {
    let place = try Scratch()
    let registry = try Registry.sample(place)
    let before = (try registry.bank().bank, try registry.history())
    try registry.queue.inDatabase { database in
      let pages = try Int.fetchOne(database, sql: "PRAGMA page_count") ?? 0
      _ = try Int.fetchOne(database, sql: "PRAGMA max_page_count = \(pages + 1)")
    }
    var bank = Sample.bank
    bank.mentors += (10..<400).map {
      Mentor(Person(id: PersonID(rawValue: "M\($0)"), name: "Имя \($0)"))
    }
    #expect(throws: RegistryFailure.noRoom(path: place.file)) {
      try registry.add(Sample.folder(bank))
    }
    let isSame = try registry.bank().bank == before.0
    #expect(isSame)
    #expect(try registry.history() == before.1)
    #expect(try registry.status().isSound)
  }

  @Test func `files are their owner's alone`() throws {
    let place = try Scratch()
    let registry = try Registry.sample(place)
    try registry.backup(to: place.path + "/copy.sqlite")
    for name in place.names {
      let mode = try FileManager.default.attributesOfItem(atPath: place.path + "/" + name)[
        .posixPermissions]
      #expect(mode as? Int == 0o600, "\(name)")
    }
  }

  @Test func `a backup is a registry by itself, and never writes over a file`() throws {
    let place = try Scratch()
    let registry = try Registry.sample(place)
    let copy = place.path + "/copy.sqlite"
    try registry.backup(to: copy)
    #expect(throws: RegistryFailure.exists(path: copy)) { try registry.backup(to: copy) }
    #expect(!place.names.contains { $0.hasSuffix("part") })
    let other = try Registry.open(copy, by: user)
    let isSame = try other.bank().bank == registry.bank().bank
    #expect(isSame)
    #expect(try other.status().isSound && other.history().count == 2)
    #expect(throws: RegistryFailure.self) {
      try registry.backup(to: place.path + "/none/copy.sqlite")
    }
  }

  @Test func `every failure says what to do, in both languages and without a name`() {
    let failures: [RegistryFailure] = [
      .missing(path: "f"), .directory(path: "f"), .notADatabase(path: "f"), .foreign(path: "f"),
      .newer(path: "f", version: 2, known: 1), .corrupt(path: "f"), .readOnly(path: "f"),
      .noRoom(path: "f"), .inputOutput(path: "f"), .held(path: "f", by: nil), .empty(path: "f"),
      .exists(path: "f"), .otherProgramme(path: "f", registry: "a", folder: "b"),
      .unknownPerson("M1", suggestion: "M2"),
      .notProposed(mentor: "M1", mentees: ["E1"], form: "a"),
      .notProposed(mentor: nil, mentees: [], form: nil), .severalForms(["a", "b"]),
      .noRun(4), .noDecision(3), .noDecision(nil), .outdated(path: "f"), .erasing(path: "f"),
      .fault(code: 1, message: "m"),
    ]
    for failure in failures {
      for language in Language.allCases {
        let text = failure.text[language]
        #expect(text.count > 20 && [".", "?"].contains(text.last), "\(text)")
      }
      #expect(failure.text.ru != failure.text.en)
    }
  }
}
