import Foundation
import GRDB
import MentoringModel
import SyntheticBanks
import Testing

@testable import Registry

@Suite struct PurgeTests {
  private func holds(_ place: Scratch, _ text: String) -> Bool {
    place.names.contains { place.bytes($0).range(of: Data(text.utf8)) != nil }
  }

  @Test func `no byte of the name stays, and the history keeps its counts`() throws {
    let place = try Scratch()
    let registry = try Registry.sample(place)
    var bank = Sample.bank
    bank.mentees[0].person.name = "Тестова-Новая Анна"
    _ = try registry.add(Sample.folder(bank))
    _ = try registry.approve(PairSelection(form: "b", mentor: "M1"))
    let before = try registry.history()
    #expect(holds(place, "Тестова Анна") && holds(place, "Тестова-Новая Анна"))
    let report = try registry.purge("E1")
    #expect(!report.nameRemains)
    for word in ["Тестова", "\"E1\"", "(E1)", "a: E1"] { #expect(!holds(place, word), "\(word)") }
    let pseudonym = PersonID(rawValue: report.pseudonym)
    let after = try registry.history()
    #expect(after.count == before.count + 1)
    #expect(after[3].people == ["M1", pseudonym])
    #expect(try registry.status().brokenSeal == nil)
    #expect(try registry.bank(at: 1).bank.mentees.map(\.id) == [pseudonym, "E2"])
    #expect(try registry.bank(at: 1).bank.mentees[0].person.organization == "S1")
    #expect(try registry.bank(at: 1).bank.mentees[0].person.birth == nil)
    #expect(try registry.bank().bank == Sample.bank.leavingOut(["E1"]))
    #expect(try registry.people().first { $0.id == pseudonym }?.state == .purged)
    #expect(holds(place, "Пробин Олег") && holds(place, "\"E2\""))
    let plan = String(decoding: try #require(try registry.document(.plan, ofRun: 1)), as: UTF8.self)
    #expect(plan.contains("\"reason\": \"\(pseudonym) (\(pseudonym)) просит ФГОС\""))
    #expect(plan.contains("{\"id\": \"M1\", \"name\": \"Образцов Пётр\"}"))
    #expect(throws: RegistryFailure.unknownPerson("E1", suggestion: "E2")) {
      try registry.purge("E1")
    }
    #expect(try registry.purge(pseudonym).versions == 0)
  }

  @Test(arguments: 1...5)
  func `nobody of a synthetic bank leaves a byte of the name`(seed: Int) throws {
    let place = try Scratch()
    let folder = try ProgrammeTemplate.bogorodskDistrict.folder(seed: UInt64(seed))
    let registry = try Registry.begin(place.file, by: .curator())
    _ = try registry.add(folder)
    let people = folder.bank.mentors.map(\.person) + folder.bank.mentees.map(\.person)
    let names = Dictionary(grouping: people, by: \.name)
    let victims = people.filter { names[$0.name]?.count == 1 }.prefix(4)
    for person in victims { #expect(try !registry.purge(person.id).nameRemains) }
    for person in victims { #expect(!holds(place, person.name)) }
    let left = folder.bank.leavingOut(Set(victims.map(\.id)))
    let isSame = try registry.bank().bank == left
    #expect(isSame)
    #expect(try registry.status().isSound)
  }

  @Test func `who was erased does not come back with the tables`() throws {
    let place = try Scratch()
    let registry = try Registry.sample(place)
    _ = try registry.purge("E1")
    for isUnchanged in [false, true] {
      let report = try registry.add(Sample.folder())
      #expect(report.isUnchanged == isUnchanged && report.returned == ["E1"])
      let isSame = try registry.bank().bank == Sample.bank.leavingOut(["E1"])
      #expect(isSame)
    }
    #expect(!holds(place, "Тестова") && !holds(place, "\"E1\""))
    #expect(try !registry.people().contains { $0.id == "E1" })
  }

  @Test func `who was erased and admitted is imported, and can be erased again`() throws {
    let place = try Scratch()
    let registry = try Registry.sample(place)
    let first = try registry.purge("E1").pseudonym
    try registry.admit(["E1"])
    #expect(try registry.history().last?.action == .admit)
    let report = try registry.add(Sample.folder())
    #expect(!report.isUnchanged && report.returned.isEmpty)
    let isSame = try registry.bank().bank == Sample.bank
    #expect(isSame)
    #expect(try registry.add(Sample.folder()).isUnchanged)
    let second = try registry.purge("E1").pseudonym
    #expect(first != second && !holds(place, "Тестова"))
    #expect(try registry.add(Sample.folder()).returned == ["E1"])
    #expect(try registry.status().brokenSeal == nil)
  }

  @Test func `only who was erased is admitted, all of them or nobody`() throws {
    let place = try Scratch()
    let registry = try Registry.sample(place)
    #expect(throws: RegistryFailure.notErased("E1")) { try registry.admit(["E1"]) }
    _ = try registry.purge("E1")
    #expect(throws: RegistryFailure.notErased("E9")) { try registry.admit(["E1", "E9"]) }
    #expect(try registry.add(Sample.folder()).returned == ["E1"])
  }

  @Test func `others forget whom the registry has erased`() throws {
    let place = try Scratch()
    var bank = Sample.bank
    bank.mentors[0].person.preferredPartners = ["E1"]
    let registry = try Registry.begin(place.file, by: .curator())
    _ = try registry.add(Sample.folder(bank))
    _ = try registry.purge("E1")
    // The tables have nobody of the id any more, but name it.
    bank.mentees.removeAll { $0.id == "E1" }
    bank.profiles.removeAll { $0.members == ["E1"] }
    bank.roster.removeAll { $0.id == "E1" }
    bank.decisions.removeAll { $0.mentee == "E1" }
    #expect(try registry.add(Sample.folder(bank)).returned == ["E1"])
    #expect(try registry.bank().bank.mentors[0].person.preferredPartners.isEmpty)
    #expect(!holds(place, "\"E1\""))
  }

  @Test func `who decided in the table is erased with the person`() throws {
    let place = try Scratch()
    var bank = Sample.bank
    bank.decisions[1].decidedBy = "Тестова Анна"
    bank.decisions[1].mentee = "E2"
    let registry = try Registry.begin(place.file, by: .curator())
    _ = try registry.add(Sample.folder(bank))
    let report = try registry.purge("E1")
    #expect(!report.nameRemains && !holds(place, "Тестова"))
    #expect(try registry.bank().bank.decisions.map(\.decidedBy) == [report.pseudonym])
  }

  /// The small bank in which E1 is a mentor, too, by another id.
  private var twofold: Bank {
    var bank = Sample.bank
    var mentor = Mentor(Person(id: "M5", name: "Тестова Анна"))
    mentor.person.otherIDs = ["E1"]
    bank.mentors.append(mentor)
    bank.mentees[0].person.otherIDs = ["M5"]
    bank.mentees[1].person.doubtfulIDs = ["E1", "M5"]
    bank.mentees[1].person.crowds = ["M1"]
    return bank
  }

  @Test func `who stands in both banks by two ids is erased by both`() throws {
    let place = try Scratch()
    let registry = try Registry.begin(place.file, by: .curator())
    let revision = try registry.add(Sample.folder(twofold)).revision
    _ = try registry.record(Sample.run(revision: revision))
    let copy = place.path + "/copy.sqlite"
    try registry.backup(to: copy)
    #expect(try registry.bank().bank.mentees == twofold.mentees)
    let report = try registry.purge("E1")
    #expect(report.otherPseudonyms.count == 1 && report.copies == [copy])
    #expect(!report.nameRemains)
    for word in ["Тестова", "\"M5\"", "\"E1\""] { #expect(!holds(place, word), "\(word)") }
    #expect(try registry.bank().bank.mentors.map(\.id) == ["M1", "M2"])
    #expect(try registry.bank().bank.mentees.map(\.id) == ["E2"])
    #expect(try registry.bank().bank.mentees[0].person.doubtfulIDs.isEmpty)
    #expect(try registry.bank().bank.mentees[0].person.crowds == ["M1"])
    #expect(try registry.status().isSound)
    // Either id brings nobody back.
    #expect(try registry.add(Sample.folder(twofold)).returned == ["E1", "M5"])
    try registry.admit(["E1"])
    #expect(try registry.add(Sample.folder(twofold)).returned == ["E1", "M5"])
    try registry.admit(["M5"])
    #expect(try registry.add(Sample.folder(twofold)).returned.isEmpty)
  }

  @Test func `who withdraws by one id is taken out by the other, too`() throws {
    let place = try Scratch()
    let registry = try Registry.begin(place.file, by: .curator())
    let revision = try registry.add(Sample.folder(twofold)).revision
    _ = try registry.record(Sample.run(revision: revision))
    _ = try registry.approve(PairSelection(form: "b", mentor: "M1", mentees: ["E1"]))
    let report = try registry.withdraw("M5")
    #expect(report.otherIDs == ["E1"])
    #expect(report.fallen.map(\.mentees) == [["E1"]])
    let kept = try registry.bank()
    let programme = try ProgrammeTemplate.tpuLyceum.programme()
    let left = DecisionLedger(kept.decisions).applied(to: kept.bank, of: programme)
    #expect(left.mentors.map(\.id) == ["M1", "M2"])
    #expect(left.mentees.map(\.id) == ["E2"])
    #expect(try registry.pairs().filter(\.isFallen).allSatisfy { $0.people.contains("E1") })
    #expect(try registry.status().withdrawn == 2)
  }

  @Test func `no table is without its part in what is erased`() throws {
    let place = try Scratch()
    let registry = try Registry.sample(place)
    _ = try registry.approve(PairSelection(form: "b", mentor: "M1", mentees: ["E1"]))
    _ = try registry.pin(mentor: "M1", mentees: ["E1"])
    _ = try registry.undo()
    try registry.backup(to: place.path + "/copy.sqlite")
    let blank = try registry.read { database in
      try String.fetchAll(
        database,
        sql: "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%'"
      ).filter { try Int.fetchOne(database, sql: "SELECT count(*) FROM \($0)") == 0 }
    }
    #expect(blank == [])
    // Names in every text that a table takes.
    let texts = try registry.read { database in
      try String.fetchAll(
        database,
        sql: """
          SELECT m.name || '.' || c.name FROM sqlite_master m, pragma_table_info(m.name) c
          WHERE m.type = 'table' AND m.name NOT LIKE 'sqlite%' AND c.type IN ('TEXT', 'BLOB')
            AND c.name NOT IN ('at', 'digest', 'begun_at', 'purged_at', 'chain', 'mark', 'kind')
          ORDER BY 1
          """)
    }
    #expect(texts == Self.texts)
    let report = try registry.purge("E1")
    #expect(!report.nameRemains && !holds(place, "Тестова") && !holds(place, "\"E1\""))
  }

  /// The texts of the file; an erasure looks at each that may name somebody.
  private static let texts = [
    "actor.name", "audit.action", "audit.detail", "bank_decision.file", "bank_decision.form",
    "bank_decision.profile", "bank_decision.sheet", "companions.file", "companions.form",
    "companions.profile", "companions.sheet", "copy.path", "decision.form", "document.bytes",
    "input_file.name", "mentee.file", "mentee.profile", "mentee.sheet", "mentee_request.file",
    "mentee_request.form", "mentee_request.profile", "mentee_request.sheet", "mentor.file",
    "mentor.profile", "mentor.sheet", "organization.code", "organization.file",
    "organization.profile", "organization.sheet", "person.code", "person.pseudonym",
    "proposal.form", "proposal.group_name", "proposal.match", "registry.key", "registry.programme",
    "roster_entry.file", "roster_entry.profile", "roster_entry.sheet", "run.solver", "run.status",
    "run.version", "run_form.form",
  ]

  @Test func `a namesake keeps the name, and that is said`() throws {
    let place = try Scratch()
    var bank = Sample.bank
    bank.mentees[1].person.name = "Тестова Анна"
    let registry = try Registry.begin(place.file, by: .curator())
    _ = try registry.add(Sample.folder(bank))
    #expect(try registry.purge("E1").nameRemains)
    #expect(try registry.bank().bank.mentees.map(\.person.name) == ["Тестова Анна"])
    #expect(try !registry.purge("E2").nameRemains)
    #expect(!holds(place, "Тестова"))
  }

  @Test func `a curator by the same name is erased with the person`() throws {
    let place = try Scratch()
    var bank = Sample.bank
    bank.organizations[0].curator = "Тестова Анна"
    let registry = try Registry.begin(place.file, by: .curator("Тестова Анна"))
    _ = try registry.add(Sample.folder(bank))
    let report = try registry.purge("E1")
    #expect(!report.nameRemains && !holds(place, "Тестова"))
    #expect(try registry.history().allSatisfy { $0.act.by == report.pseudonym })
    #expect(try registry.status().brokenSeal == nil)
  }

  @Test func `an erasure that was killed half-way is finished when the registry is opened`() throws
  {
    let place = try Scratch()
    do {
      let registry = try Registry.sample(place)
      try registry.queue.writeWithoutTransaction { database in
        // What a purge leaves when it is killed after its transaction, and old bytes beside it.
        try database.execute(
          sql: """
            PRAGMA secure_delete = OFF;
            CREATE TABLE scrap (text TEXT);
            INSERT INTO scrap VALUES ('Следов Остаток');
            DROP TABLE scrap;
            UPDATE registry SET erasing = 1;
            """)
      }
    }
    #expect(holds(place, "Следов Остаток"))
    _ = try Registry.open(place.file, by: .curator())
    #expect(!holds(place, "Следов Остаток"))
    #expect(
      try Registry.open(place.file, by: .curator())
        .read { try Bool.fetchOne($0, sql: "SELECT erasing FROM registry") } == false)
  }

  @Test func `another reader keeps old bytes, and that is said`() throws {
    let place = try Scratch()
    let registry = try Registry.sample(place)
    var configuration = Configuration()
    configuration.allowsUnsafeTransactions = true
    let reader = try DatabaseQueue(path: place.file, configuration: configuration)
    try reader.inDatabase { database in
      try database.beginTransaction(.deferred)
      _ = try Int.fetchOne(database, sql: "SELECT count(*) FROM person")
    }
    #expect(throws: RegistryFailure.erasing(path: place.file)) { try registry.purge("E1") }
    #expect(try registry.people().contains { $0.state == .purged })
    try reader.inDatabase { try $0.commit() }
    try reader.close()
    _ = try Registry.open(place.file, by: .curator())
    #expect(!holds(place, "Тестова"))
  }
}

@Suite struct ErasureTests {
  private func erased(
    _ text: String, code: String = "E1", names: [String] = ["Тестова Анна"],
    namesakes: Bool = false
  ) -> String {
    let erasure = Erasure(code: code, names: names, pseudonym: "X-9", hasNamesakes: namesakes)
    return String(decoding: erasure.json(Array(text.utf8)), as: UTF8.self)
  }

  @Test(arguments: [
    (#"{"id": "E1"}"#, #"{"id": "X-9"}"#), (#"{"id": "E11"}"#, #"{"id": "E11"}"#),
    (#"["a: E1 + E2", "E1x", "(E1)"]"#, #"["a: X-9 + E2", "E1x", "(X-9)"]"#),
    (#"{"t": "Тестова Анна и Тестова Аннабель"}"#, #"{"t": "X-9 и Тестова Аннабель"}"#),
    (#"{"t": "о «Тестова Анна»\n", "n": 1}"#, #"{"t": "о «X-9»\n", "n": 1}"#),
    (
      #"{"E1": 170141183460469231731687303715884105727}"#,
      #"{"E1": 170141183460469231731687303715884105727}"#
    ),
  ])
  func `a telling id and a name are replaced where they stand by themselves`(
    text: String, expected: String
  ) {
    #expect(erased(text) == expected)
  }

  @Test(arguments: [
    (#"{"id": "7", "name": "Тестова Анна"}"#, #"{"id": "X-9", "name": "X-9"}"#),
    (#"{"id": "7", "name": "Школа 7"}"#, #"{"id": "7", "name": "Школа 7"}"#),
    (#"{"size": 7, "t": "стаж 7 лет"}"#, #"{"size": 7, "t": "стаж 7 лет"}"#),
    (#"["a: 7 + 8", "a: 8: 17"]"#, #"["a: X-9 + 8", "a: 8: 17"]"#),
    (#"{"code": "untrained", "person": "7"}"#, #"{"code": "untrained", "person": "X-9"}"#),
    (#"{"together": [["7", "8"]]}"#, #"{"together": [["X-9", "8"]]}"#),
  ])
  func `an id that is a number is replaced only where it means a person`(
    text: String, expected: String
  ) {
    #expect(erased(text, code: "7") == expected)
  }

  @Test func `with namesakes a name goes with its id`() {
    let text = #"[{"id": "E1", "name": "Тестова Анна"}, {"id": "E5", "name": "Тестова Анна"}]"#
    #expect(
      erased(text, namesakes: true)
        == #"[{"id": "X-9", "name": "X-9"}, {"id": "E5", "name": "Тестова Анна"}]"#)
  }

  @Test func `names with quotes are found in JSON`() {
    #expect(
      erased(#"{"name": "Анна \"Аня\" \\ Т"}"#, names: [#"Анна "Аня" \ Т"#]) == #"{"name": "X-9"}"#)
  }

  @Test func `a text that is cut off is left as it is after the cut`() {
    #expect(erased(#"{"a": "E1", "b": "E1"#) == #"{"a": "X-9", "b": "E1"#)
  }
}
