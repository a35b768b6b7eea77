import Foundation
import Testing
import Wording

@testable import Reports

@Suite struct PlanFileTests {
  private func golden(_ name: String) throws -> String {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appending(path: "Golden/\(name)")
    return String(decoding: try Data(contentsOf: file), as: UTF8.self)
  }

  @Test(arguments: Language.allCases)
  func `the tables for other programs keep their columns`(language: Language) throws {
    let report = try SmallReport.report()
    #expect(try PlanCSV.pairs(of: report, in: language) == golden("pairs.\(language).csv"))
    #expect(try PlanCSV.unmatched(of: report, in: language) == golden("unmatched.\(language).csv"))
  }

  @Test(arguments: Language.allCases)
  func `the text has pairs, groups, the unmatched, shortages, coverage and load`(
    language: Language
  ) throws {
    let text = PlanMarkdown.text(of: try SmallReport.report(), in: language)
    #expect(try text == golden("plan.\(language).md"))
  }

  @Test func `members of a group that opened stand with their own fit`() throws {
    let report = try SmallReport.report(of: SmallReport.withGroup)
    let text = PlanMarkdown.text(of: report, in: .en)
    #expect(text.contains("| project 2: Глеб Тополев (30.00%), Дина Ивина (20.01%) |"))
    let rows = PlanCSV.pairs(of: report, in: .en).split(separator: "\r\n")
    #expect(rows.count == 4)
    #expect(rows[2].contains(";project 2;30.00;topic;to be trained;;"))
    #expect(rows[3].contains(";project 2;20.01;topic;to be trained;yes;"))
  }

  @Test func `no name is run as a formula or breaks a row`() throws {
    let report = try SmallReport.report(bank: SmallReport.hostileBank)
    let text = PlanCSV.pairs(of: report, in: .ru)
    #expect(text.contains(";'=cmd|'/C calc'!A1;"))
    #expect(text.contains("\"<b onclick=\"\"x()\"\">&'Ряб|инина`*_[x]\""))
    #expect(text.split(separator: "\r\n").count == 4)
  }

  @Test func `no name breaks a table of Markdown or is HTML there`() throws {
    let report = try SmallReport.report(bank: SmallReport.hostileBank)
    let text = PlanMarkdown.text(of: report, in: .ru)
    #expect(text.contains("\\<b onclick=\"x()\"\\>\\&'Ряб\\|инина\\`\\*\\_\\[x\\]"))
    var columns = 0
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      let bars = line.replacing("\\|", with: "").count { $0 == "|" }
      #expect(bars == columns || columns == 0 || bars == 0)
      columns = bars
    }
    #expect(MarkdownText.escaped("a\nb\u{7}c") == "a b c")
    #expect(!text.contains(/[^\\]</))
  }

  @Test func `an empty plan has headings and no rows`() throws {
    let report = try SmallReport.report(of: SmallReport.empty)
    #expect(PlanCSV.pairs(of: report, in: .en).split(separator: "\r\n").count == 1)
    #expect(PlanCSV.unmatched(of: report, in: .en).split(separator: "\r\n").count == 1)
    let text = PlanMarkdown.text(of: report, in: .en)
    #expect(text.contains("\nNo pairs.\n"))
    #expect(!text.contains("## Groups"))
  }

  @Test(arguments: ReportFormat.allCases)
  func `the same report gives the same bytes`(format: ReportFormat) throws {
    let report = try SmallReport.report()
    for file in format.files {
      let bytes = try file.contents(report, .ru)
      #expect(try file.contents(report, .ru) == bytes)
      #expect(try file.contents(report, .en) != bytes)
    }
  }
}
