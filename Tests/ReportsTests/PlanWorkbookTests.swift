import Foundation
import MentoringModel
import Testing
import Wording
import Workbooks

@testable import Matching
@testable import Reports

@Suite struct PlanWorkbookTests {
  /// A sheet that was read back: its rows by column, and how it is laid out.
  private struct Sheet {
    var rows: [[Int: Cell]] = []
    var layout = SheetLayout()

    func text(_ row: Int, _ heading: String) -> CellValue? { cell(row, heading)?.value }

    func cell(_ row: Int, _ heading: String) -> Cell? {
      let column = rows[0].first { $0.value.value == .text(heading) }?.key
      return column.flatMap { rows[row][$0] }
    }
  }

  private func readBack(
    _ report: PlanReport, _ language: Language
  ) throws -> (names: [String], sheets: [String: Sheet], book: Workbook) {
    let bytes = try PlanWorkbook.bytes(of: report, in: language)
    let book = try Workbook(Data(bytes))
    var sheets: [String: Sheet] = [:]
    for entry in book.sheets {
      let rows = try book.rows(of: entry)
      var sheet = Sheet()
      while let row = try rows.next() {
        sheet.rows.append(
          Dictionary(uniqueKeysWithValues: row.cells.map { ($0.column, $0) }))
      }
      sheet.layout = rows.layout
      sheets[entry.name] = sheet
    }
    return (book.sheets.map(\.name), sheets, book)
  }

  @Test func `there is a sheet a form, and one for each question of a curator`() throws {
    let report = try SmallReport.report()
    #expect(
      try readBack(report, .ru).names == [
        "учитель – учитель", "Группы", "Без наставника", "Нехватка компетенций",
        "Охват по организациям", "Нагрузка наставников", "Настройки и доказательство",
        "manifest.json",
      ])
    #expect(
      try readBack(report, .en).names == [
        "teacher–teacher", "Groups", "Unmatched", "Shortages", "Coverage by organization",
        "Load of mentors", "Settings and proof", "manifest.json",
      ])
  }

  @Test func `every sheet keeps its headings in sight and can be filtered`() throws {
    for (name, sheet) in try readBack(try SmallReport.report(), .en).sheets {
      #expect(sheet.layout.frozenRows == 1 && sheet.layout.frozenColumns == 1, "\(name)")
      #expect(sheet.layout.filter?.columns == 1...sheet.rows[0].count, "\(name)")
      #expect(sheet.layout.filter?.rows == 1...sheet.rows.count, "\(name)")
      #expect(sheet.layout.columns.allSatisfy { ($0.width ?? 0) >= 9 }, "\(name)")
    }
  }

  @Test func `a mentee is a row, shares are percents and numbers are numbers`() throws {
    let (_, sheets, book) = try readBack(try SmallReport.report(), .en)
    let pairs = try #require(sheets["teacher–teacher"])
    #expect(pairs.rows.count == 4)
    #expect(pairs.text(1, "Mentor") == .text("Анна Рябинина"))
    #expect(pairs.text(1, "Mentee") == .text("Вера Осинина"))
    #expect(pairs.text(1, "Fit") == .number(0.5505))
    #expect(pairs.text(1, "Requests") == .number(0.45))
    #expect(pairs.text(1, "Fixed") == .text("yes"))
    #expect(pairs.text(1, "Code of mentee") == .text("e1"))
    #expect(pairs.text(3, "Mentee") == .text("Дина Ивина"))
    #expect(pairs.text(3, "Group") == .text("Проект"))
    #expect(pairs.text(3, "Fixed") == nil)
    let fit = try #require(pairs.cell(1, "Fit"))
    #expect(book.style(of: fit).numberFormat == "0.00%")
    #expect(book.style(of: try #require(pairs.rows[0][1])).isBold)
    let load = try #require(sheets["Load of mentors"])
    #expect(load.text(1, "Places") == .number(2))
    #expect(load.text(1, "Free") == .number(1))
    #expect(load.text(2, "Load") == .number(1))
    let coverage = try #require(sheets["Coverage by organization"])
    #expect(coverage.text(2, "Have one") == .number(2))
    #expect(coverage.text(2, "Under 35: share") == .number(0.3333))
    let shortages = try #require(sheets["Shortages"])
    #expect(shortages.rows.count == 3)
    #expect(shortages.text(1, "Competency") == .text("FGOS"))
    #expect(shortages.text(1, "No mentor") == .number(1))
  }

  @Test func `groups and the unmatched tell who, why and what would help`() throws {
    let sheets = try readBack(try SmallReport.report(of: SmallReport.withGroup), .en).sheets
    let groups = try #require(sheets["Groups"])
    #expect(groups.rows.count == 2)
    #expect(groups.text(1, "Group") == .text("project 2"))
    #expect(groups.text(1, "People") == .number(2))
    #expect(groups.text(1, "Why") == .text("3 ask for the topic; ! to be trained"))
    let unmatched = try #require(sheets["Unmatched"])
    #expect(unmatched.text(1, "Reason") == .text("all places are taken"))
    #expect(unmatched.text(1, "What would help") == .text("Add a place."))
    #expect(unmatched.text(1, "Nearest mentor") == .text("Анна Рябинина"))
    #expect(unmatched.text(1, "Code of reason") == .text("capacityExhausted"))
  }

  @Test func `the settings have goals, weights, solver, proof and inputs, and then the manifest`()
    throws
  {
    let sheets = try readBack(try SmallReport.report(), .en).sheets
    let settings = try #require(sheets["Settings and proof"])
    let rows = settings.rows.map { row in (1...3).map { row[$0]?.value } }
    func value(_ section: String, _ name: String) -> CellValue? {
      rows.first { $0[0] == .text(section) && $0[1] == .text(name) }?[2]
    }
    #expect(
      value("Goals in order: reached / possible", "2. total fit") == .text("80.05 / 80.05"))
    #expect(value("Weights", "requests") == .number(0.5))
    #expect(value("Matching", "Solver") == .text("hungarian (as asked)"))
    #expect(value("Matching", "What is proved") == .text("optimal, gap 0, verified"))
    #expect(value("Files read, SHA-256", "mentors.csv") == .text("abc123"))
    let manifest = try #require(sheets["manifest.json"])
    let capacity = CellValue.text("settings.forms[0].capacity.default")
    #expect(manifest.rows.first { $0[1]?.value == capacity }?[2]?.value == .text("2"))
  }

  @Test func `no name is a formula, and a text that is too long is cut`() throws {
    var bank = SmallReport.hostileBank
    bank.mentees[0].person.name = String(repeating: "Ы", count: 40_000)
    let (_, sheets, _) = try readBack(try SmallReport.report(bank: bank), .ru)
    let pairs = try #require(sheets["учитель – учитель"])
    #expect(pairs.text(2, "Наставник") == .text("=cmd|'/C calc'!A1"))
    #expect(pairs.cell(2, "Наставник")?.formula == nil)
    #expect(pairs.text(1, "Наставник") == .text(SmallReport.hostile[0]))
    let long = String(repeating: "Ы", count: SheetWriter.longestText - 1) + "…"
    #expect(pairs.text(1, "Наставляемый") == .text(long))
  }

  @Test func `an empty plan has every sheet with its headings`() throws {
    let (names, sheets, _) = try readBack(try SmallReport.report(of: SmallReport.empty), .ru)
    #expect(names.count == 8)
    #expect(sheets["учитель – учитель"]?.rows.count == 1)
    #expect(sheets["Без наставника"]?.rows.count == 1)
  }

  @Test func `forms of one name and names that no tab can have get tabs of their own`() throws {
    var plan = SmallPlan.plan
    plan.forms.append(plan.forms[0])
    plan.forms[1].form = "a/b: [наставничество в очень длинной форме]"
    plan.forms.append(plan.forms[0])
    let names = try readBack(try SmallReport.report(of: plan), .ru).names
    #expect(
      names.prefix(3) == [
        "учитель – учитель", "ab наставничество в очень длинн", "учитель – учитель 2",
      ])
  }
}
