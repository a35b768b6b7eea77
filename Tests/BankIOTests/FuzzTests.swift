import Foundation
import MentoringModel
import Testing
import Wording
import WorkbookSamples

@testable import BankIO

/// Damaged tables are read to their end, and every finding says what to do.
struct FuzzTests {
  @Test(arguments: 1...4)
  func `reads any damage of the tables to their end`(seed: Int) throws {
    var random = SeededGenerator(seed: UInt64(seed) * 7919)
    let programme = try #require(try Samples.folder().programme)
    for round in 0..<12 {
      var maker = BankMaker(programme: programme, seed: UInt64(seed * 100 + round))
      let scratch = try Scratch([("programme.yaml", Samples.programme)])
      for file in BankWriter.files(for: maker.bank(), of: programme) {
        try scratch.add(file.name, damage(Array(file.text.utf8), &random))
      }
      let folder = withExtendedLifetime(scratch) { ProgrammeFolder.read(at: scratch.path) }
      for finding in folder.findings {
        #expect(!finding.message.ru.isEmpty && !finding.message.en.isEmpty)
        #expect(!finding.advice.ru.isEmpty && !finding.advice.en.isEmpty)
        #expect(finding.location.row ?? 1 >= 1)
      }
      let known = Set(folder.bank.mentees.map(\.id))
      #expect(folder.bank.profiles.flatMap(\.members).allSatisfy(known.contains))
      #expect(Set(folder.bank.mentors.map(\.id)).count == folder.bank.mentors.count)
      #expect(known.count == folder.bank.mentees.count)
    }
  }

  private func damage(_ sound: [UInt8], _ random: inout SeededGenerator) -> Data {
    var bytes = sound
    let marks: [UInt8] = Array(";,\"\n\r\t '()!:=+-0я".utf8) + [0x00, 0xFF, 0x98, 0xD0]
    for _ in 0..<Int.random(in: 1...40, using: &random) {
      let place = bytes.indices.randomElement(using: &random) ?? 0
      switch Int.random(in: 0..<4, using: &random) {
      case 0: bytes[place] = marks.randomElement(using: &random) ?? 0
      case 1: bytes.remove(at: place)
      case 2: bytes.removeSubrange(place..<min(bytes.count, place + 30))
      default: bytes.insert(marks.randomElement(using: &random) ?? 0, at: place)
      }
      if bytes.isEmpty { break }
    }
    return Data(bytes)
  }
}
