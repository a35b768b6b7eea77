import Foundation
import GRDB
import MentoringModel
import SyntheticBanks
import Testing

@testable import Registry

@Suite struct ImportTests {
  @Test func `gives back a bank in which every value is filled in`() throws {
    let place = try Scratch()
    let registry = try Registry.begin(place.file, by: .curator())
    let report = try registry.add(Sample.folder())
    #expect(report.tables.map(\.added) == [2, 2, 2, 2, 2, 2, 2])
    let kept = try registry.bank()
    let isSame = kept.bank == Sample.bank
    #expect(isSame)
    #expect(kept.bank.mentors == Sample.bank.mentors)
    #expect(kept.bank.mentees == Sample.bank.mentees)
    #expect(kept.programmeFile == Sample.folder().programmeFile)
  }

  @Test(arguments: ProgrammeTemplate.allCases)
  func `gives back any bank`(template: ProgrammeTemplate) throws {
    for seed in 1...3 {
      let place = try Scratch()
      let folder = try template.folder(seed: UInt64(seed))
      let registry = try Registry.begin(place.file, by: .curator())
      _ = try registry.add(folder)
      let again = try Registry.open(place.file, by: .curator()).bank().bank
      let isSame = again == folder.bank
      #expect(isSame)
    }
  }

  @Test func `the same folder twice changes nothing, not one byte`() throws {
    let place = try Scratch()
    let first = try Registry.begin(place.file, by: .curator()).add(Sample.folder())
    let bytes = place.bytes()
    let second = try Registry.begin(place.file, by: .curator()).add(Sample.folder())
    #expect(!first.isUnchanged && second.isUnchanged)
    #expect(second.revision == first.revision)
    #expect(second.tables.map(\.kept) == [2, 2, 2, 2, 2, 2, 2])
    #expect(place.bytes() == bytes)
    #expect(place.names == ["nastavnik.sqlite"])
  }

  @Test func `rows that change become new versions, rows that vanish are marked as gone`() throws {
    let place = try Scratch()
    let registry = try Registry.begin(place.file, by: .curator())
    _ = try registry.add(Sample.folder())
    var bank = Sample.bank
    bank.mentors[1].capacity = 4
    bank.mentees.removeLast()
    bank.organizations.append(Organization(id: "S3", name: "Новая"))
    bank.mentors.swapAt(0, 1)
    let report = try registry.add(Sample.folder(bank))
    let byTable = Dictionary(uniqueKeysWithValues: report.tables.map { ($0.table, $0) })
    #expect(byTable["mentor"] == .init(table: "mentor", kept: 1, added: 0, changed: 1, gone: 0))
    #expect(byTable["mentee"] == .init(table: "mentee", kept: 1, added: 0, changed: 0, gone: 1))
    #expect(
      byTable["organization"]
        == .init(table: "organization", kept: 2, added: 1, changed: 0, gone: 0))
    #expect(try registry.bank().bank.mentors == bank.mentors)
    #expect(Set(try registry.bank(at: 1).bank.mentors) == Set(Sample.bank.mentors))
    #expect(try registry.bank(at: 1).bank.mentees == Sample.bank.mentees)
    let people = Dictionary(uniqueKeysWithValues: try registry.people().map { ($0.id, $0) })
    #expect(people["E2"]?.state == .gone)
    #expect(people["E2"]?.name == "Пробин Олег")
    #expect(people["M2"]?.versions == 2)
    #expect(try registry.versions(of: "M2").map(\.until) == [2, nil])
  }

  @Test func `a reworded programme file is a revision by itself`() throws {
    let place = try Scratch()
    let registry = try Registry.begin(place.file, by: .curator())
    _ = try registry.add(Sample.folder())
    var folder = Sample.folder()
    folder.programmeFile += Data("# другое\n".utf8)
    let report = try registry.add(folder)
    #expect(report.revision == 2 && !report.isUnchanged)
    #expect(report.tables.allSatisfy { $0.added + $0.changed + $0.gone == 0 })
    #expect(try registry.programmeFile() == folder.programmeFile)
  }

  @Test func `a folder of another programme is refused`() throws {
    let place = try Scratch()
    let registry = try Registry.begin(place.file, by: .curator())
    _ = try registry.add(Sample.folder())
    #expect(
      throws: RegistryFailure.otherProgramme(path: place.file, registry: "small", folder: "big")
    ) { try registry.add(Sample.folder(programme: "big")) }
    #expect(try registry.status().revision == 1)
  }

  @Test(arguments: 1...8)
  func `every revision stays as it was, whatever is imported after it`(seed: Int) throws {
    var random = SplitRandom(seed: UInt64(seed))
    let place = try Scratch()
    let registry = try Registry.begin(place.file, by: .curator())
    var folder = try ProgrammeTemplate.vologdaMedicalCollege.folder(seed: UInt64(seed))
    let whole = folder.bank
    var banks: [Int: Bank] = [:]
    for _ in 0..<8 {
      let report = try registry.add(folder)
      banks[report.revision] = folder.bank
      let isSame = try registry.bank().bank == folder.bank
      #expect(isSame)
      folder.bank.edit(from: whole, &random)
    }
    for (revision, bank) in banks {
      let kept = try registry.bank(at: revision).bank
      let isSame = kept.unordered == bank.unordered
      #expect(isSame, "revision \(revision)")
    }
    #expect(try registry.history().filter { $0.action == .importing }.count == banks.count)
  }
}

/// A stream of numbers for tests: the same for the same seed.
struct SplitRandom: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 | 1 }

  mutating func next() -> UInt64 {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return state
  }
}

extension Bank {
  /// Takes rows out, brings some back, changes some and moves some.
  fileprivate mutating func edit(from whole: Bank, _ random: inout SplitRandom) {
    switch Int.random(in: 0..<5, using: &random) {
    case 0: mentors.removeAll { _ in Int.random(in: 0..<4, using: &random) == 0 }
    case 1: mentors = whole.mentors
    case 2: mentees.shuffle(using: &random)
    case 3:
      for place in mentees.indices where Bool.random(using: &random) {
        mentees[place].person.position = "\(Int.random(in: 0..<3, using: &random))"
      }
    default: profiles.removeAll { _ in Int.random(in: 0..<5, using: &random) == 0 }
    }
  }

  /// Rows in an order of their own and without their places.
  fileprivate var unordered: [Set<String>] {
    BankTables.kinds.map { Self.contents($0, of: self) }
  }

  private static func contents<Kind: BankRow>(_ kind: Kind.Type, of bank: Bank) -> Set<String> {
    Set(Kind.rows(of: bank).map { (try? $0.content()) ?? "" })
  }
}
