import Foundation
import MentoringModel
import Testing
import Wording

@testable import BankIO

/// A row of `datasets/hostile/expected.csv`: a file, and what it must answer.
struct HostileFile: Sendable, CustomTestStringConvertible {
  var file: String
  var table: String
  var people: Int
  var worst: Finding.Severity
  var code: String
  var sheet: String
  var place: String
  var testDescription: String

  static let folder = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "datasets/hostile")

  static let all: [HostileFile] = {
    let text =
      (try? String(contentsOf: folder.appending(path: "expected.csv"), encoding: .utf8)) ?? ""
    return text.split(separator: "\n").dropFirst().map { line in
      let cells = line.split(separator: ";", omittingEmptySubsequences: false).map(String.init)
      let severities: [String: Finding.Severity] = [
        "fatal": .fatal, "error": .error, "warning": .warning, "note": .note,
      ]
      return HostileFile(
        file: cells[0], table: cells[1], people: Int(cells[2]) ?? -1,
        worst: severities[cells[3]] ?? .note, code: cells[4], sheet: cells[5], place: cells[6],
        testDescription: "\(cells[0]): \(cells[7])")
    }
  }()
}

/// What curators get by accident or by malice is answered and never changed.
struct HostileFileTests {
  @Test func `every hostile file has an answer`() throws {
    let files = try FileManager.default.contentsOfDirectory(atPath: HostileFile.folder.path)
    let others: Set = ["README.md", "make.py", "expected.csv", "__pycache__"]
    #expect(Set(files).subtracting(others) == Set(HostileFile.all.map(\.file)))
    #expect(HostileFile.all.count > 20)
  }

  @Test(arguments: HostileFile.all)
  func `a hostile file is answered and not changed`(expected: HostileFile) throws {
    let bytes = try Data(contentsOf: HostileFile.folder.appending(path: expected.file))
    let scratch = try Scratch([("programme.yaml", Samples.programme)])
    try scratch.add(expected.table, bytes)
    let folder = ProgrammeFolder.read(at: scratch.path)
    let after = FileManager.default.contents(atPath: scratch.path + "/" + expected.table)
    #expect(after == bytes)

    #expect(folder.bank.mentors.count == expected.people)
    let found = folder.findings.filter { $0.location.file == expected.table }
    let list = found.map { "\($0.severity) \($0.code) \($0.location.place.en)" }
    #expect(found.map(\.severity).max() ?? .note == expected.worst, "\(list)")
    if !expected.code.isEmpty {
      let match = found.first { finding in
        let place = finding.location
        let found = place.cell ?? place.row.map(String.init) ?? ""
        return finding.code == expected.code
          && (expected.sheet.isEmpty || place.sheet == expected.sheet)
          && (expected.place.isEmpty || found == expected.place)
      }
      #expect(match != nil, "\(list)")
    }
    for finding in found {
      #expect(!finding.message.ru.isEmpty && !finding.advice.ru.isEmpty)
    }
  }

  @Test(arguments: ["injection.csv", "injection.xlsx"])
  func `what a spreadsheet would run is written harmlessly`(file: String) throws {
    let bytes = try Data(contentsOf: HostileFile.folder.appending(path: file))
    let scratch = try Scratch([("programme.yaml", Samples.programme)])
    try scratch.add("mentors." + (file.hasSuffix("csv") ? "csv" : "xlsx"), bytes)
    let folder = withExtendedLifetime(scratch) { ProgrammeFolder.read(at: scratch.path) }
    let programme = try #require(folder.programme)
    #expect(folder.bank.mentors.first?.person.name == "=cmd|' /C calc'!A0")
    let text = try #require(BankWriter.files(for: folder.bank, of: programme).first?.text)
    for cell in text.split(whereSeparator: { ";\r\n".contains($0) }) {
      let first = cell.drop { $0 == "\"" || $0.isWhitespace }.first
      #expect(first.map { !"=+-@".contains($0) } ?? true, "\(cell)")
    }
    // In a workbook a text stays a text, and no cell is a formula.
    let book = try #require(try BankWriter.workbooks(for: folder.bank, of: programme).first)
    let again = try Scratch([("programme.yaml", Samples.programme)])
    try again.add(book.name, Data(book.bytes))
    let reread = withExtendedLifetime(again) { ProgrammeFolder.read(at: again.path) }
    #expect(reread.bank.mentors.map(\.person.name) == folder.bank.mentors.map(\.person.name))
    #expect(reread.bank.mentors.map(\.awards) == folder.bank.mentors.map(\.awards))
    #expect(reread.findings.filter { $0.severity >= .error } == [])
  }
}
