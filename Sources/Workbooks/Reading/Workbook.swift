import Archives
public import Foundation

/// A workbook of Excel 2007 or later, read sheet by sheet and row by row.
///
/// ```swift
/// let workbook = try Workbook(data)
/// let rows = try workbook.rows(of: workbook.sheets[0])
/// while let row = try rows.next() { print(row.number, row.cells) }
/// ```
///
/// Macros, links, pictures and charts are never opened. What comes out of the file is counted: a
/// part has at most ``largestPart`` bytes and all reading together four times as many. An instance
/// stays on one thread.
///
/// ECMA-376, "Office Open XML File Formats", parts 1 and 2.
public final class Workbook {
  /// The most bytes of one part; a sheet of 34,000 rows and 20 columns has a tenth of it.
  public static let largestPart = 256 << 20

  /// The sheets in the order of their tabs.
  public let sheets: [SheetEntry]
  /// Whether days are counted from 1904, as old Excel for Macintosh did, and not from 1900.
  public let countsFrom1904: Bool
  /// Whether the file holds macros; they are never run.
  public let hasMacros: Bool
  /// The styles to which cells refer.
  public let styles: [CellStyle]

  private let archive: Archive
  private let strings: SharedStrings
  private let budget = ReadBudget()
  private var mergesByPart: [String: [CellRange]] = [:]

  /// Opens a workbook.
  ///
  /// - Throws: ``WorkbookError``.
  /// - Complexity: O(*b* + *s*) time and space for *b* bytes of the file and *s* of shared texts.
  public init(_ data: Data) throws(WorkbookError) {
    guard !data.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) else { throw .compoundFile }
    do throws(ArchiveError) {
      archive = try Archive(data)
    } catch {
      // A beginning without its end is a file that was cut off.
      guard error == .notAnArchive, data.starts(with: [0x50, 0x4B]) else {
        throw WorkbookError(error, part: "")
      }
      throw .damaged(part: "")
    }
    let parts = try PackageParts(archive, budget)
    let list = SheetListHandler()
    try parts.read(parts.workbook, list)
    countsFrom1904 = list.countsFrom1904
    let relations = try parts.relations(of: parts.workbook)
    hasMacros = relations.target(ofType: "vbaProject") != nil
    sheets = list.sheets.compactMap { sheet in
      guard let relation = relations.relations.first(where: { $0.id == sheet.relation }),
        relation.type.hasSuffix("/worksheet")
      else { return nil }
      return SheetEntry(
        name: sheet.name, isHidden: sheet.isHidden,
        part: PackageParts.resolved(relation.target, from: parts.workbook))
    }
    let shared = SharedStringsHandler()
    if let target = relations.target(ofType: "sharedStrings") {
      try parts.read(PackageParts.resolved(target, from: parts.workbook), shared)
    }
    strings = shared.strings
    let styling = StylesHandler()
    if let target = relations.target(ofType: "styles") {
      try parts.read(PackageParts.resolved(target, from: parts.workbook), styling)
    }
    styles = styling.styles
  }

  /// The style of a cell.
  public func style(of cell: Cell) -> CellStyle {
    styles.indices.contains(cell.style) ? styles[cell.style] : CellStyle()
  }

  /// The rows of a sheet.
  ///
  /// - Parameters:
  ///   - sheet: the sheet.
  ///   - keepsBlankCells: whether cells that have a style and no value are handed on.
  /// - Returns: the rows, not yet read.
  /// - Throws: ``WorkbookError``, where the sheet's part is not there.
  public func rows(
    of sheet: SheetEntry, keepingBlankCells keepsBlankCells: Bool = false
  ) throws(WorkbookError) -> SheetRows {
    try SheetRows(
      stream(of: sheet), part: sheet.part, budget: budget,
      handler: SheetHandler(strings: strings, keepsBlankCells: keepsBlankCells))
  }

  /// The cells of a sheet that are joined, found without reading its rows.
  ///
  /// - Complexity: O(*n*) time for *n* bytes of the sheet, the first time.
  public func merges(of sheet: SheetEntry) throws(WorkbookError) -> [CellRange] {
    if let known = mergesByPart[sheet.part] { return known }
    let tail = try SheetTail(part: sheet.part)
    let stream = try stream(of: sheet)
    do throws(ArchiveError) {
      try stream.forEachChunk { piece in
        budget.left -= piece.count
        tail.take(piece)
      }
    } catch {
      throw WorkbookError(error, part: sheet.part)
    }
    mergesByPart[sheet.part] = tail.merges
    return tail.merges
  }

  private func stream(of sheet: SheetEntry) throws(WorkbookError) -> MemberStream {
    try PackageParts.stream(sheet.part, of: archive, budget)
  }
}

/// The bytes that may yet come out of a workbook.
final class ReadBudget {
  var left = 4 * Workbook.largestPart
}
