import Foundation
import Testing
import Workbooks

/// Cells of workbooks that other programs wrote, as openpyxl reads them.
///
/// `NASTAVNIK_WORKBOOKS` names a further folder; `datasets/foreign-workbooks/cells.py` says how to
/// make one.
struct ForeignCellTests {
  private static let folders: [URL] = {
    let own = URL(fileURLWithPath: #filePath)
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "datasets/foreign-workbooks")
    let further = ProcessInfo.processInfo.environment["NASTAVNIK_WORKBOOKS"]
    return [own] + [further].compactMap(\.self).map { URL(fileURLWithPath: $0) }
  }()

  private static let books: [URL] = folders.flatMap { folder in
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return names.sorted().filter { $0.hasSuffix(".cells") }.map { folder.appending(path: $0) }
  }

  @Test func `there are workbooks to compare`() { #expect(Self.books.count >= 3) }

  @Test(arguments: books)
  func `every cell is read as another reader does`(cells: URL) throws {
    let stem = cells.deletingPathExtension()
    let path = [stem.appendingPathExtension("xlsx"), stem.appendingPathExtension("xlsm")].first {
      FileManager.default.fileExists(atPath: $0.path)
    }
    let workbook = try Workbook(Data(contentsOf: try #require(path)))
    var found: [Place: CellValue] = [:]
    for (sheet, entry) in workbook.sheets.enumerated() {
      let rows = try workbook.rows(of: entry)
      while let row = try rows.next() {
        for cell in row.cells where cell.value != .uncomputed && cell.value != .text("") {
          found[Place(sheet: sheet, row: row.number, column: cell.column)] = cell.value
        }
      }
    }
    let expected = try Self.expected(cells)
    for (place, value) in expected where !value.isAlike(found[place]) {
      Issue.record("\(cells.lastPathComponent) \(place): \(value), read \(found[place] as Any)")
    }
    #expect(Set(found.keys).subtracting(expected.keys) == [], "\(cells.lastPathComponent)")
  }

  private struct Place: Hashable {
    var sheet: Int
    var row: Int
    var column: Int
  }

  private static func expected(_ cells: URL) throws -> [Place: CellValue] {
    let text = try String(contentsOf: cells, encoding: .utf8)
    var values: [Place: CellValue] = [:]
    for line in text.split(separator: "\n") {
      let fields = line.split(separator: "\t", maxSplits: 4, omittingEmptySubsequences: false)
      let numbers = fields.prefix(3).compactMap { Int($0) }
      guard fields.count == 5, numbers.count == 3 else { continue }
      values[Place(sheet: numbers[0], row: numbers[1], column: numbers[2])] =
        switch fields[3] {
        case "n": .number(Double(fields[4]) ?? .nan)
        case "b": .boolean(fields[4] == "1")
        case "e": .error(String(fields[4]))
        default: .text(unescaped(String(fields[4])))
        }
    }
    return values
  }

  private static func unescaped(_ text: String) -> String {
    text.replacing("\\\\", with: "\u{1}").replacing("\\n", with: "\n").replacing("\\r", with: "\r")
      .replacing("\\t", with: "\t").replacing("\u{1}", with: "\\")
  }
}

extension CellValue {
  /// Whether another reading is the same; days come back from a calendar a little off.
  fileprivate func isAlike(_ other: CellValue?) -> Bool {
    if case .number(let mine) = self, case .number(let its)? = other {
      return abs(mine - its) <= max(1e-6, abs(mine) * 1e-12)
    }
    return self == other
  }
}
