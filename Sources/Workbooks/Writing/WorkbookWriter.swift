import CXlsxwriter
import Foundation

/// Writes a workbook of Excel 2007 or later; the same calls give the same bytes.
///
/// ```swift
/// let workbook = try WorkbookWriter()
/// let sheet = try workbook.addSheet("Наставники")
/// try sheet.write(.text("ФИО"), column: 1, row: 1, style: CellStyle(isBold: true))
/// let bytes = try workbook.finish()
/// ```
///
/// Written through libxlsxwriter. An instance stays on one thread.
public final class WorkbookWriter {
  private let path: String
  private var workbook: UnsafeMutablePointer<lxw_workbook>?
  private var formats: [CellStyle: UnsafeMutablePointer<lxw_format>] = [:]
  private var names: Set<String> = []

  /// Creates a workbook without sheets.
  public init() throws(WorkbookWriteError) {
    let folder = FileManager.default.temporaryDirectory
    path = folder.appendingPathComponent("nastavnik-\(UUID().uuidString).xlsx").path
    // Made before libxlsxwriter fills it, so that nobody else ever reads what stands in it.
    let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw .noRoom }
    close(descriptor)
    workbook = folder.path.withCString { temporary in
      var options = lxw_workbook_options()
      options.tmpdir = UnsafeMutablePointer(mutating: temporary)
      return workbook_new_opt(path, &options)
    }
    guard let workbook else { throw .noRoom }
    var properties = lxw_doc_properties()
    // A day that is always the same, so that the bytes are.
    properties.created = 946_684_800
    workbook_set_properties(workbook, &properties)
  }

  deinit {
    if let workbook { lxw_workbook_free(workbook) }
    unlink(path)
  }

  /// Adds a sheet behind the others.
  ///
  /// - Parameters:
  ///   - name: the name on the tab; see ``soundName(_:)``.
  ///   - isHidden: whether the tab is hidden; the first sheet cannot be.
  /// - Returns: the sheet, to be written to.
  /// - Throws: ``WorkbookWriteError/badSheetName(_:)``.
  public func addSheet(
    _ name: String, isHidden: Bool = false
  ) throws(WorkbookWriteError) -> SheetWriter {
    guard let workbook, names.insert(name.lowercased()).inserted,
      let sheet = workbook_add_worksheet(workbook, name)
    else { throw .badSheetName(name) }
    if isHidden, names.count > 1 { worksheet_hide(sheet) }
    return SheetWriter(sheet, of: self)
  }

  /// A name that a sheet of this workbook can have: without what names must not hold, at most 31
  /// characters, and not taken.
  public func soundName(_ name: String) -> String {
    let letters = name.filter { !"[]:*?/\\'".contains($0) && !$0.isNewline }
    let stem = letters.isEmpty ? "Лист" : letters
    var (sound, number) = (Self.cut(stem, to: 31), 1)
    while names.contains(sound.lowercased()) {
      number += 1
      sound = Self.cut(stem, to: 26) + " \(number)"
    }
    return sound
  }

  /// Writes the workbook and returns its bytes; nothing can be added afterwards.
  public func finish() throws(WorkbookWriteError) -> [UInt8] {
    guard let workbook else { throw .noRoom }
    self.workbook = nil
    try check(workbook_close(workbook), column: 0, row: 0)
    guard let bytes = FileManager.default.contents(atPath: path) else { throw .noRoom }
    unlink(path)
    return Array(bytes)
  }

  /// The library's form of a style, made once.
  func format(_ style: CellStyle?) -> UnsafeMutablePointer<lxw_format>? {
    guard let style, style != CellStyle(), let workbook else { return nil }
    if let known = formats[style] { return known }
    guard let format = workbook_add_format(workbook) else { return nil }
    style.apply(to: format)
    formats[style] = format
    return format
  }

  /// Throws what a code of the library means.
  func check(_ code: lxw_error, column: Int, row: Int) throws(WorkbookWriteError) {
    switch code {
    case LXW_NO_ERROR: return
    case LXW_ERROR_MAX_STRING_LENGTH_EXCEEDED: throw .tooLong(column: column, row: row)
    case LXW_ERROR_WORKSHEET_INDEX_OUT_OF_RANGE: throw .outOfSheet(column: column, row: row)
    case LXW_ERROR_CREATING_XLSX_FILE, LXW_ERROR_CREATING_TMPFILE, LXW_ERROR_READING_TMPFILE,
      LXW_ERROR_ZIP_FILE_OPERATION, LXW_ERROR_ZIP_FILE_ADD, LXW_ERROR_ZIP_CLOSE:
      throw .noRoom
    default: throw .refused(lxw_strerror(code).map { String(cString: $0) } ?? "\(code.rawValue)")
    }
  }

  private static func cut(_ text: String, to count: Int) -> String {
    var cut = text
    while cut.utf16.count > count { cut.removeLast() }
    return cut
  }
}
