import Foundation
import GRDB
import MentoringModel
import Testing

@testable import Registry

/// An erasure goes on in the copies that the registry knows of.
@Suite struct CopyTests {
  private let place: Scratch
  private let registry: Registry

  init() throws {
    place = try Scratch()
    registry = try Registry.sample(place)
  }

  private var copy: String { place.path + "/copy.sqlite" }

  private func holds(_ name: String, _ text: String) -> Bool {
    place.bytes(name).range(of: Data(text.utf8)) != nil
  }

  @Test func `no byte of the name stays in a backup, and the backup is one file still`() throws {
    try registry.backup(to: copy)
    try registry.backup(to: place.path + "/second.sqlite")
    #expect(holds("copy.sqlite", "Тестова Анна"))
    let report = try registry.purge("E1")
    #expect(report.copies == [copy, place.path + "/second.sqlite"] && report.copiesLeft.isEmpty)
    #expect(!report.nameRemains)
    for name in place.names { #expect(!holds(name, "Тестова"), "\(name)") }
    #expect(
      Set(place.names).isSubset(of: [
        "copy.sqlite", "nastavnik.sqlite", "nastavnik.sqlite-shm", "nastavnik.sqlite-wal",
        "second.sqlite",
      ]))
    let restored = try Registry.open(copy, by: .curator())
    #expect(try restored.people().contains { $0.id.rawValue == report.pseudonym })
    #expect(try restored.status().isSound && restored.status().brokenSeal == nil)
  }

  @Test func `a backup that is elsewhere is told, and erased from when it is back`() throws {
    try registry.backup(to: copy)
    let away = place.path + "/away.sqlite"
    try FileManager.default.moveItem(atPath: copy, toPath: away)
    let report = try registry.purge("E1")
    #expect(report.copies.isEmpty && report.copiesLeft == [copy])
    #expect(holds("away.sqlite", "Тестова Анна") && !holds("nastavnik.sqlite", "Тестова"))
    try FileManager.default.moveItem(atPath: away, toPath: copy)
    let again = try registry.purge(PersonID(rawValue: report.pseudonym))
    #expect(again.copies == [copy] && again.copiesLeft.isEmpty)
    #expect(!holds("copy.sqlite", "Тестова"))
  }

  @Test func `another registry that stands where the copy was is left alone`() throws {
    try registry.backup(to: copy)
    try FileManager.default.removeItem(atPath: copy)
    _ = try Registry.begin(copy, by: .curator()).add(Sample.folder())
    let report = try registry.purge("E1")
    #expect(report.copies.isEmpty && report.copiesLeft == [copy])
    #expect(try Registry.open(copy, by: .curator()).bank().bank.mentees.map(\.id) == ["E1", "E2"])
  }

  @Test func `a person who came after a backup is not looked for in vain`() throws {
    try registry.backup(to: copy)
    var bank = Sample.bank
    bank.mentees.append(Mentee(Person(id: "E9", name: "Новикова Ия")))
    _ = try registry.add(Sample.folder(bank))
    let report = try registry.purge("E9")
    #expect(report.copies.isEmpty && report.copiesLeft.isEmpty)
    #expect(holds("copy.sqlite", "Тестова Анна"))
  }
}
