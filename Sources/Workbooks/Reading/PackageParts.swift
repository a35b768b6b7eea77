import Archives
import OfficeXML

/// The parts of an Office Open XML package and how they refer to each other.
struct PackageParts {
  /// The part that lists the sheets.
  let workbook: String
  private let archive: Archive
  private let budget: ReadBudget

  init(_ archive: Archive, _ budget: ReadBudget) throws(WorkbookError) {
    self.archive = archive
    self.budget = budget
    guard archive.has("_rels/.rels") else { throw Self.otherFormat(archive) }
    let root = RelationsHandler()
    try Self.read("_rels/.rels", root, of: archive, budget)
    guard let target = root.target(ofType: "officeDocument") else { throw .notAWorkbook }
    guard !target.hasSuffix(".bin") else { throw .binaryWorkbook }
    workbook = Self.resolved(target, from: "")
    guard !workbook.hasPrefix("word/"), !workbook.hasPrefix("ppt/") else { throw .notAWorkbook }
  }

  /// Hands a part to its handler.
  func read(_ part: String, _ handler: any XMLHandler) throws(WorkbookError) {
    try Self.read(part, handler, of: archive, budget)
  }

  /// What a part refers to.
  func relations(of part: String) throws(WorkbookError) -> RelationsHandler {
    let slash = part.lastIndex(of: "/").map { part.index(after: $0) } ?? part.startIndex
    let handler = RelationsHandler()
    try read("\(part[..<slash])_rels/\(part[slash...]).rels", handler)
    return handler
  }

  /// The part that a target means, seen from another part.
  static func resolved(_ target: String, from part: String) -> String {
    guard !target.hasPrefix("/") else { return String(target.dropFirst()) }
    var folders = part.split(separator: "/").dropLast().map(String.init)
    for step in target.split(separator: "/") {
      switch step {
      case ".": break
      case "..": _ = folders.popLast()
      default: folders.append(String(step))
      }
    }
    return folders.joined(separator: "/")
  }

  /// A part as a stream.
  static func stream(
    _ part: String, of archive: Archive, _ budget: ReadBudget
  ) throws(WorkbookError) -> MemberStream {
    let found: MemberStream?
    do throws(ArchiveError) {
      found = try archive.stream(part, limit: min(Workbook.largestPart, max(0, budget.left)))
    } catch {
      throw WorkbookError(error, part: part)
    }
    guard let found else { throw .damaged(part: part) }
    return found
  }

  private static func read(
    _ part: String, _ handler: any XMLHandler, of archive: Archive, _ budget: ReadBudget
  ) throws(WorkbookError) {
    let parser = try XMLParser(handler, part: part)
    let stream = try stream(part, of: archive, budget)
    while try parser.parseNext(of: stream, part: part, budget: budget) {}
  }

  private static func otherFormat(_ archive: Archive) -> WorkbookError {
    let type = (try? archive.member("mimetype", limit: 1 << 10)) ?? []
    let name = String(decoding: type, as: UTF8.self)
    return name.hasPrefix("application/vnd.oasis.opendocument") ? .openDocument : .notAWorkbook
  }
}
