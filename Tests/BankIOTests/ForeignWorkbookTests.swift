import Foundation
import MentoringModel
import Testing

@testable import BankIO

/// One bank as LibreOffice, openpyxl and XlsxWriter write it: `datasets/foreign-workbooks`.
struct ForeignWorkbookTests {
  private static let samples = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "datasets/foreign-workbooks")

  private func folder(_ name: String) throws -> LoadedFolder {
    let scratch = try Scratch([("programme.yaml", Samples.programme)])
    let ending = name.hasSuffix(".csv") ? "csv" : "xlsx"
    try scratch.add(
      "mentors.\(ending)", try Data(contentsOf: Self.samples.appending(path: name)))
    return withExtendedLifetime(scratch) { ProgrammeFolder.read(at: scratch.path) }
  }

  @Test(arguments: ["libreoffice.xlsx", "xlsxwriter.xlsx"])
  func `reads what other programs write`(name: String) throws {
    let found = try folder(name)
    let expected = try folder("expected.csv")
    #expect(expected.bank.mentors.count == 3)
    for (one, other) in zip(found.bank.anywhere.mentors, expected.bank.anywhere.mentors) {
      #expect(one == other)
    }
    #expect(found.bank.mentors.count == 3)
    #expect(found.findings.filter { $0.severity >= .warning } == [])
    #expect(
      found.bank.mentors.map(\.person.source.sheet)
        == Array(repeating: "База наставников", count: 3))
    #expect(found.bank.mentors.map(\.person.source.row) == [5, 6, 8])
  }

  @Test(arguments: [
    "openpyxl-1904", "openpyxl-sheets", "openpyxl-around", "xlsxwriter-inline", "xlsxwriter-table",
    "xlsxwriter-signed", "libreoffice-typed", "libreoffice-ods",
  ])
  func `reads the same people, whatever stands around them`(name: String) throws {
    let found = try folder(name + ".xlsx")
    let expected = try folder("expected.csv")
    #expect(found.bank.anywhere.mentors == expected.bank.anywhere.mentors)
    let aside: Set = ["unnamedColumn"]
    #expect(
      found.findings.filter { $0.severity >= .warning && !aside.contains($0.code) } == [])
  }

  @Test func `every book has its test`() throws {
    let books = try FileManager.default.contentsOfDirectory(atPath: Self.samples.path)
      .filter { $0.hasSuffix(".xlsx") }
    #expect(books.count == 11)
  }

  @Test func `tells of formulas that no program has computed, and reads all else`() throws {
    let found = try folder("openpyxl.xlsx")
    let expected = try folder("expected.csv").bank.anywhere.mentors
    #expect(
      found.findings.filter { $0.code == "uncomputedFormula" }.compactMap(\.location.cell)
        == ["B6", "G6"])
    // The name was a formula: without it nobody knows who it is.
    #expect(found.bank.anywhere.mentors == [expected[0], expected[2]])
  }

  @Test(arguments: ["libreoffice.xlsx", "xlsxwriter.xlsx", "openpyxl.xlsx"])
  func `keeps no contacts`(name: String) throws {
    let found = try folder(name)
    #expect(!"\(found.bank)".contains("example.org"))
    #expect(!"\(found.bank)".contains("000-00-00"))
  }
}
