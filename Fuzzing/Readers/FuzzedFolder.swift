import BankIO
import Foundation
import MentoringModel
import Synchronization
import Wording

/// A programme folder whose banks are what is tried.
final class FuzzedFolder: Sendable {
  static let shared = FuzzedFolder()
  private let path: String
  /// Tests read at once, and there is one folder.
  private let turn = Mutex(())

  private init() {
    let memory = "/dev/shm"
    let place = FileManager.default.isWritableFile(atPath: memory) ? memory : NSTemporaryDirectory()
    path = "\(place)/nastavnik-fuzz-\(ProcessInfo.processInfo.processIdentifier)"
    for folder in ["/tried", "/again"] {
      try? FileManager.default.createDirectory(
        atPath: path + folder, withIntermediateDirectories: true)
      write(Data(Self.programme.utf8), to: folder + "/programme.yaml")
    }
  }

  /// Reads both banks from the same bytes, writes what was read, and reads that.
  func read(_ data: Data, ending: String) -> String? {
    turn.withLock { _ in readAlone(data, ending) }
  }

  private func readAlone(_ data: Data, _ ending: String) -> String? {
    for bank in ["mentors", "mentees"] { write(data, to: "/tried/\(bank).\(ending)") }
    defer { clear("/tried") }
    let folder = ProgrammeFolder.read(at: path + "/tried")
    if let flaw = Self.flaw(of: folder.findings) { return flaw }
    // A copy takes as long as both readings: one input in eight has one.
    if data.reduce(0, { $0 &+ $1 }) % 8 == 0 {
      _ = AnnotatedCopies.files(of: folder, findings: folder.findings, in: .ru)
    }
    guard let programme = folder.programme else { return "the programme is not read" }
    // What a crowd of namesakes or doubtful rows come to depends on the rows that were left out.
    for file in BankWriter.files(for: folder.bank, of: programme) {
      write(Data(file.text.utf8), to: "/again/\(file.name)")
    }
    defer { clear("/again") }
    let again = ProgrammeFolder.read(at: path + "/again")
    return folder.bank.difference(from: again.bank)
  }

  /// What a finding lacks.
  static func flaw(of findings: [Finding]) -> String? {
    for finding in findings {
      for text in [finding.message, finding.advice] where text.ru.isEmpty || text.en.isEmpty {
        return "\(finding.code) says nothing"
      }
      guard finding.location.row ?? 1 >= 1 else { return "\(finding.code) is nowhere" }
    }
    return nil
  }

  private func write(_ data: Data, to name: String) {
    try? data.write(to: URL(fileURLWithPath: path + name))
  }

  private func clear(_ folder: String) {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: path + folder)) ?? []
    for name in names where name != "programme.yaml" {
      try? FileManager.default.removeItem(atPath: "\(path)\(folder)/\(name)")
    }
  }

  /// Removes what was written.
  func remove() { try? FileManager.default.removeItem(atPath: path) }

  private static let programme = """
    format: nastavnik.programme/1
    id: school
    title: {ru: Школа, en: School}
    asOf: 2023-09-25
    vocabulary: []
    competencies:
      - {ru: ФГОС, en: standards}
      - {ru: проектная деятельность, en: projects, synonyms: [проект]}
      - {ru: олимпиады, en: olympiads}
    forms:
      - id: f
        title: {ru: учитель – учитель, en: teacher–teacher}
        mentorRoles: [educator]
        menteeRoles: [educator]
        capacity: 2
      - id: g
        title: {ru: учитель – ученик, en: teacher–pupil}
        mentorRoles: [educator]
        menteeRoles: [pupil]
        mode: groups
        groups: {size: {minimum: 2, maximum: 4}}
    """
}

extension Bank {
  /// In what another bank differs, places in files apart.
  fileprivate func difference(from other: Bank) -> String? {
    let (mine, its) = (anywhere, other.anywhere)
    if let flaw = Self.first(mine.mentors, its.mentors) { return "mentors: " + flaw }
    if let flaw = Self.first(mine.mentees, its.mentees) { return "mentees: " + flaw }
    return Self.first(mine.profiles, its.profiles).map { "profiles: " + $0 }
  }

  private static func first<Thing: Equatable>(_ mine: [Thing], _ its: [Thing]) -> String? {
    guard mine.count == its.count else { return "\(mine.count) were read, \(its.count) again" }
    return zip(mine, its).first { $0 != $1 }.map { "\($0)\nis read again as\n\($1)" }
  }

  private var anywhere: Bank {
    var bank = self
    for place in bank.mentors.indices { bank.mentors[place].person.source = SourceLocation() }
    for place in bank.mentees.indices { bank.mentees[place].person.source = SourceLocation() }
    for place in bank.profiles.indices { bank.profiles[place].source = SourceLocation() }
    return bank
  }
}
