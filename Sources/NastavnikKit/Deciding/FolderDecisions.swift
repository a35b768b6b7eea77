public import BankIO
import Foundation
public import MentoringModel

/// Changes the table of decisions of a programme folder, one change at a time.
///
/// The table is read anew before every change and written aside and renamed, under a lock on the
/// folder: two programs that decide at once lose nothing.
public struct FolderDecisions: Sendable {
  private let path: String

  /// Decisions of the folder at a path.
  public init(of path: String) { self.path = path }

  /// Takes decisions out and adds others.
  ///
  /// - Parameter change: Told what the folder holds now, gives the change.
  /// - Returns: What was changed.
  /// - Throws: ``RunFailure``, of which ``RunFailure/held(path:)`` where another program holds the
  ///   folder for longer than it may; and what `change` throws.
  public func edit(
    _ change: (Bank) throws -> DecisionEdit
  ) throws -> DecisionEdit {
    let lock = try FolderLock(path)
    defer { lock.release() }
    let folder = try LoadedFolder.usable(at: path)
    guard let table = DecisionTable(of: folder) else {
      throw RunFailure.unusableData(folder.findings)
    }
    let edit = try change(folder.bank)
    guard !edit.isEmpty else { return edit }
    let replaced = ReplacedFiles(of: path)
    let workbook = table.replacedWorkbook.map { [$0] } ?? []
    try replaced.keep(workbook)
    if let bytes = table.bytes(after: edit) {
      try OutputFolder(path: path, overwrites: true).write([Artefact(table.name, bytes: bytes)])
    } else if workbook.isEmpty {
      try replaced.keep([table.name])
      try replaced.remove([table.name])
    }
    // Two tables of decisions side by side would stop everything.
    try replaced.remove(workbook)
    return edit
  }
}
