import Foundation
import MentoringModel
import Testing
import WorkbookSamples

@testable import BankIO

/// Files that change or vanish between one look and the next.
struct LostFileTests {
  private static let table = "Код;ФИО;Роль\nM-1;Иванова Инна;учитель"

  /// The findings of a table that something happened to after it was listed.
  private func codes(
    _ name: String = "mentors.csv", _ bytes: Data = Data(table.utf8),
    after change: (String) throws -> Void
  ) throws -> [String] {
    let scratch = try Scratch([])
    try scratch.add(name, bytes)
    let path = scratch.path + "/" + name
    let input = try #require(InputFile(named: name, at: path))
    try change(path)
    var table = TableReader(file: name, kind: .mentors, catalogue: HeadingCatalogue())
    table.read(input) { _ in }
    return withExtendedLifetime(scratch) {
      table.findings.map(\.code).filter { $0.hasSuffix("File") }
    }
  }

  @Test func `a file that stays as it was is not remarked on`() throws {
    #expect(try codes { _ in } == [])
  }

  @Test func `a text that becomes unavailable is told`() throws {
    #expect(
      try codes { path in
        try FileManager.default.removeItem(atPath: path)
        try FileManager.default.createDirectory(
          atPath: path, withIntermediateDirectories: false)
      } == ["lostFile", "changedFile"])
  }

  @Test func `a workbook that becomes unavailable is told`() throws {
    let book = SampleWorkbook(SampleWorkbook.sheet([["Код", "ФИО", "Роль"]])).data
    #expect(
      try codes("mentors.xlsx", book) { try FileManager.default.removeItem(atPath: $0) }
        == ["lostFile"])
  }

  @Test func `a file that is written to in between is told`() throws {
    #expect(
      try codes { try Data((Self.table + "\n").utf8).write(to: URL(fileURLWithPath: $0)) }
        == ["changedFile"])
  }

  @Test func `a source that cannot be read on says so`() throws {
    let scratch = try Scratch([("mentors.csv", Self.table)])
    let input = try #require(
      InputFile(named: "mentors.csv", at: scratch.path + "/mentors.csv"))
    let source = TextSource(input)
    _ = source.head(1)
    #expect(!source.hasFailed)
    try FileManager.default.removeItem(atPath: input.path)
    #expect(TextSource(input).hasFailed)
  }
}
