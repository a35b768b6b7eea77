import BankIO
import Foundation
import GRDB
import MentoringModel
import Synchronization
import SyntheticBanks
import Testing

@testable import Registry

/// A folder of its own for one test, removed with the last reference.
final class Scratch: Sendable {
  let path: String

  init() throws {
    path =
      FileManager.default.temporaryDirectory
      .appending(path: "registry-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// The registry's file.
  var file: String { path + "/nastavnik.sqlite" }

  func bytes(_ name: String = "nastavnik.sqlite") -> Data {
    FileManager.default.contents(atPath: path + "/" + name) ?? Data()
  }

  func write(_ bytes: some Sequence<UInt8>, to name: String = "nastavnik.sqlite") throws {
    try Data(bytes).write(to: URL(fileURLWithPath: path + "/" + name))
  }

  var names: [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []).sorted()
  }
}

/// A clock that goes one second further each time it is asked.
final class Clock: Sendable {
  private let seconds = Mutex(0.0)

  func now() -> Date {
    seconds.withLock { seconds in
      seconds += 1
      return Date(timeIntervalSince1970: 1_790_000_000 + seconds)
    }
  }
}

extension RegistryUser {
  /// A curator with a clock of his own and little patience.
  static func curator(_ name: String = "Куратор", patience: Double = 0.2) -> RegistryUser {
    let clock = Clock()
    return RegistryUser(name: name, command: "test", patience: patience) { clock.now() }
  }
}

extension ProgrammeTemplate {
  /// A synthetic folder as an import.
  func folder(seed: UInt64, mentees: Int? = 30, mentors: Int? = 12) throws -> BankImport {
    let programme = try programme()
    let recipe = try recipe().scaled(mentees: mentees, mentors: mentors)
    return BankImport(
      programme: programme.id, programmeFile: Data(programmeFile),
      bank: BankGenerator(programme: programme, recipe: recipe).bank(seed: seed),
      files: [.init(name: "mentors.csv", digest: "0")])
  }
}

/// A small bank in which every value is filled in.
enum Sample {
  static func day(_ text: String) -> CalendarDate {
    guard let day = CalendarDate(text) else { preconditionFailure("no day: \(text)") }
    return day
  }

  static func person(_ id: String, _ name: String) -> Person {
    var person = Person(
      id: PersonID(rawValue: id), name: name,
      source: SourceLocation(file: "mentors.xlsx", sheet: "База", row: 7))
    person.roles = ["educator", "student"]
    person.organization = "S1"
    person.position = "учитель \"химии\" \\ физики"
    person.birth = .day(day("1980-02-29"))
    person.experience = .months(31)
    person.subjects = ["химия", "физика"]
    person.interests = ["шахматы"]
    person.languages = ["русский"]
    person.formats = ["очно"]
    person.schedule = ["среда"]
    person.building = "корпус 2"
    person.dataConsent = .given(day("2026-09-01"))
    person.dutiesConsent = .withdrawn(nil)
    person.availableThisCycle = false
    person.availability = Period(start: day("2026-09-01"))
    person.preferredPartners = ["E2", "E1"]
    person.lastYearPartners = ["E1"]
    person.superior = "M9"
    return person
  }

  static var bank: Bank {
    var mentor = Mentor(person("M1", "Образцов Пётр"))
    mentor.competencies = ["фгос": 5, "оценивание": 3]
    mentor.forms = ["b", "a"]
    mentor.capacity = 0
    mentor.capacityByForm = ["a": 2]
    mentor.isTrained = true
    mentor.isMunicipal = true
    mentor.awards = ["Учитель года", "Грант"]
    mentor.category = .highest
    mentor.preferredAges = 7...18
    var mentee = Mentee(person("E1", "Тестова Анна"))
    mentee.marks = ["сирота", "новый"]
    mentee.person.birth = .year(1999)
    mentee.person.experience = .since(day("2025-09-01"))
    mentee.person.dutiesConsent = .withdrawn(day("2026-01-01"))
    let place = SourceLocation(file: "mentees.xlsx", sheet: nil, row: 3)
    return Bank(
      mentors: [mentor, Mentor(Person(id: "M2", name: "Примеров Иван"))],
      mentees: [mentee, Mentee(Person(id: "E2", name: "Пробин Олег"))],
      profiles: [
        RequestProfile(
          members: ["E1", "E2"], form: "a", group: "Группа 1",
          requests: [
            Request("фгос", priority: 2, isMustHave: true, level: 4), Request("оценивание"),
          ],
          source: place),
        RequestProfile(members: ["E1"], form: "b", requests: []),
      ],
      organizations: [
        Organization(
          id: "S1", name: "Школа 1", parent: "S2", curator: "Кураторова Вера", capacity: 3,
          source: place), Organization(id: "S2", name: "Округ"),
      ],
      roster: [
        RosterEntry(id: "E1", organization: "S1", roles: ["educator"], birth: .year(1999)),
        RosterEntry(id: "E7"),
      ],
      decisions: [
        Decision(.pin, form: "a", mentor: "M1", mentee: "E1", source: place),
        Decision(.forbid, mentor: "M2", mentee: "E1"),
      ],
      companions: [
        Companions(.together, form: "a", people: ["E1", "E2"], source: place),
        Companions(.apart, people: ["E2", "E7"]),
      ])
  }

  static func folder(_ bank: Bank = bank, programme: String = "small") -> BankImport {
    BankImport(
      programme: programme, programmeFile: Data("format: nastavnik.programme/1\n".utf8),
      bank: bank, files: [.init(name: "mentors.xlsx", digest: "00")])
  }

  /// A run that proposes E1 to M1 in form a as part of a group, and in b, and E2 to M2 in b.
  static func run(revision: Int, forms: [FormID] = ["a", "b"]) -> RunRecord {
    let all = [
      RunRecord.Proposal(
        match: "G-1", form: "a", mentor: "M1", mentees: ["E1", "E2"], group: "Группа 1",
        fit: 5040, isPinned: false),
      RunRecord.Proposal(
        match: "P-1", form: "b", mentor: "M1", mentees: ["E1"], fit: 4000, isPinned: false),
      RunRecord.Proposal(
        match: "P-2", form: "b", mentor: "M2", mentees: ["E2"], fit: 3000, isPinned: false),
    ]
    let plan = """
      {"format": "nastavnik.plan/1", "mentor": {"id": "M1", "name": "Образцов Пётр"},
       "reason": "Тестова Анна (E1) просит ФГОС", "mentees": [{"id": "E1", "name": "Тестова Анна"}]}
      """
    return RunRecord(
      revision: revision, version: "0.1.0", solver: "hungarian", status: "optimal",
      isProved: true, forms: forms, proposals: all.filter { forms.contains($0.form) },
      plan: Array(plan.utf8), certificate: Array("{\"rows\": [\"a: E1 + E2\"]}".utf8),
      manifest: Array("{\"version\": \"0.1.0\"}".utf8))
  }
}

extension Registry {
  /// A registry with the small bank and a run on it.
  static func sample(_ place: Scratch, _ user: RegistryUser = .curator()) throws -> Registry {
    let registry = try Registry.begin(place.file, by: user)
    let report = try registry.add(Sample.folder())
    _ = try registry.record(Sample.run(revision: report.revision))
    return registry
  }

  /// The pairs as short words: `a M1 E1+E2 proposed`.
  func shortPairs() throws -> [String] {
    try pairs().map { pair in
      "\(pair.form?.rawValue ?? "*") \(pair.mentor) "
        + pair.mentees.map(\.rawValue).joined(separator: "+") + " \(pair.stateName)"
    }
  }
}
