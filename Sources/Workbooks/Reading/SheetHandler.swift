import Foundation
import OfficeXML

/// Reads the part that holds a sheet and hands its rows on.
final class SheetHandler: XMLHandler {
  /// The rows that were read and not yet taken.
  private(set) var rows: [Row] = []
  /// What was read of the layout so far.
  private(set) var layout = SheetLayout()

  private let strings: SharedStrings
  private let keepsBlankCells: Bool
  private var row = Row(number: 0)
  private var column = 0
  private var style = 0
  private var type = CellType.number
  private var value = TextBuffer()
  private var formula: TextBuffer?
  private var place = Place.outside

  private enum CellType {
    case number
    case shared
    case inline
    case plain
    case boolean
    case error
  }

  private enum Place {
    case outside
    case cell
    case value
    case formula
    case phonetic
  }

  init(strings: SharedStrings, keepsBlankCells: Bool) {
    self.strings = strings
    self.keepsBlankCells = keepsBlankCells
  }

  /// Takes the rows that were read.
  func takeRows() -> [Row] {
    defer { rows.removeAll(keepingCapacity: true) }
    return rows
  }

  func begin(_ element: XMLName, _ attributes: XMLAttributes) {
    switch element {
    case "c": beginCell(attributes)
    case "v", "t": if place == .cell { place = .value }
    case "f" where place == .cell:
      place = .formula
      formula = TextBuffer()
    case "rPh" where place == .cell: place = .phonetic
    case "formula1" where place == .outside:
      place = .formula
      formula = TextBuffer()
    case "row": beginRow(attributes)
    default: if place == .outside { layout.read(element, attributes) }
    }
  }

  func end(_ element: XMLName) {
    switch element {
    case "v", "t": if place == .value { place = .cell }
    case "f": if place == .formula { place = .cell }
    case "rPh": if place == .phonetic { place = .cell }
    case "formula1":
      guard place == .formula else { break }
      layout.read(formula: formula.map { String(decoding: $0.bytes, as: UTF8.self) } ?? "")
      place = .outside
    case "c":
      endCell()
      place = .outside
    case "row":
      if !row.cells.isEmpty || row.isHidden || row.height != nil { rows.append(row) }
      row.cells.removeAll()
    default: break
    }
  }

  func text(_ piece: UnsafeBufferPointer<UInt8>) {
    switch place {
    case .value: value.append(piece)
    case .formula: formula?.append(piece)
    case .outside, .cell, .phonetic: break
    }
  }

  private func beginRow(_ attributes: XMLAttributes) {
    let number = attributes.integer("r") ?? row.number + 1
    let isSound = (1...CellAddress.lastRow).contains(number)
    row = Row(
      number: isSound ? number : min(row.number + 1, CellAddress.lastRow),
      isHidden: attributes.flag("hidden") ?? false,
      height: attributes.flag("customHeight") ?? false
        ? attributes.number("ht").flatMap { (0...409).contains($0) ? $0 : nil } : nil)
    column = 0
  }

  private func beginCell(_ attributes: XMLAttributes) {
    place = .cell
    value.clear()
    formula = nil
    let address = attributes.letters("r").flatMap {
      CellAddress.parse(
        UnsafeBufferPointer(start: $0, count: strlen($0)).lazy.map(UInt8.init(bitPattern:)))
    }
    column = address?.column ?? min(column + 1, CellAddress.lastColumn)
    style = attributes.letters("s").map { Int(strtol($0, nil, 10)) } ?? 0
    type =
      switch attributes["t"] {
      case "s": .shared
      case "inlineStr": .inline
      case "str", "d": .plain
      case "b": .boolean
      case "e": .error
      default: .number
      }
  }

  private func endCell() {
    guard row.number > 0, row.cells.last.map({ $0.column < column }) ?? true else { return }
    var cell = Cell(column: column, value: .blank, style: style, isCut: value.isCut)
    cell.formula = formula.map { String(decoding: $0.bytes, as: UTF8.self) }
    if value.bytes.isEmpty {
      cell.value = formula == nil || type == .plain ? .blank : .uncomputed
    } else {
      cell.value = read(&cell)
    }
    if cell.value != .blank || keepsBlankCells { row.cells.append(cell) }
  }

  private func read(_ cell: inout Cell) -> CellValue {
    switch type {
    case .shared:
      guard let index = value.whole, let shared = strings[index] else { return .error("#REF!") }
      cell.isCut = shared.isCut
      return shared.text.isEmpty ? .blank : .text(shared.text)
    case .inline, .plain:
      return .text(escapesRead(String(decoding: value.bytes, as: UTF8.self)))
    case .boolean: return .boolean(value.bytes == [UInt8(ascii: "1")] || value.text == "true")
    case .error: return .error(value.text)
    case .number:
      guard let number = Double(value.text.trimmingCharacters(in: .whitespacesAndNewlines)),
        number.isFinite
      else { return .text(value.text) }
      return .number(number)
    }
  }
}

extension TextBuffer {
  fileprivate var text: String { String(decoding: bytes, as: UTF8.self) }

  /// The number from 0 that the digits are.
  fileprivate var whole: Int? {
    var number = 0
    for byte in bytes {
      guard (48...57).contains(byte), number < 1 << 40 else { return nil }
      number = number * 10 + Int(byte) - 48
    }
    return bytes.isEmpty ? nil : number
  }
}
