import Foundation
import MentoringModel
import Synchronization
import Testing
import WorkbookSamples

@testable import BankIO

/// Long tables say how far they are read.
struct ProgressTests {
  private static let heading = ["Код", "ФИО", "Роль"]

  private func told(_ name: String, _ bytes: Data) throws -> [String] {
    let scratch = try Scratch([("programme.yaml", Samples.programme)])
    try scratch.add(name, bytes)
    let calls = Mutex<[String]>([])
    let progress = ReadProgress { file, rows in
      calls.withLock { $0.append("\(file) \(rows.map(String.init) ?? "done")") }
    }
    ReadProgress.$current.withValue(progress) { _ = ProgrammeFolder.read(at: scratch.path) }
    return withExtendedLifetime(scratch) { calls.withLock { $0 } }
  }

  private func rows(_ count: Int) -> [[String]] {
    [Self.heading] + (1...count).map { ["M-\($0)", "", "учитель"] }
  }

  @Test func `a text of many rows tells of its rows, and of its end`() throws {
    let text = rows(20_500).map { $0.joined(separator: ";") }.joined(separator: "\n")
    #expect(
      try told("mentors.csv", Data(text.utf8))
        == ["mentors.csv 10000", "mentors.csv 20000", "mentors.csv done"])
  }

  @Test func `a workbook of many rows tells of its rows, and of its end`() throws {
    let book = SampleWorkbook(SampleWorkbook.sheet(rows(10_100)))
    #expect(
      try told("mentors.xlsx", book.data) == ["mentors.xlsx 10000", "mentors.xlsx done"])
  }

  @Test func `a short table tells of nothing`() throws {
    let text = rows(200).map { $0.joined(separator: ";") }.joined(separator: "\n")
    #expect(try told("mentors.csv", Data(text.utf8)) == [])
  }
}
