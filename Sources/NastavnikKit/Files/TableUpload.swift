public import BankIO
public import Foundation

/// Puts a table that a curator hands over into its place in a programme folder.
///
/// What stood there before is kept in the folder `replaced`.
public struct TableUpload: Sendable {
  /// Which table it is.
  public let kind: TableKind
  /// The name under which it is kept.
  public let name: String
  private let bytes: Data

  /// Takes a file; nil where it is no table of a programme folder.
  ///
  /// - Parameters:
  ///   - bytes: The contents.
  ///   - given: The name that the file had.
  ///   - kind: Which table it is, or nil to tell by its headings.
  public init?(_ bytes: Data, named given: String, as kind: TableKind? = nil) {
    guard let ending = TableGuess.ending(of: bytes, named: given),
      let kind = kind ?? TableGuess.kind(of: bytes, named: given)
    else { return nil }
    self.kind = kind
    self.bytes = bytes
    name = "\(kind.rawValue).\(ending)"
  }

  /// Writes the table into the folder at a path.
  ///
  /// - Returns: Whether it took the place of another file, which is kept beside.
  /// - Throws: ``RunFailure``.
  @discardableResult public func write(into path: String) throws(RunFailure) -> Bool {
    let lock = try FolderLock(path)
    defer { lock.release() }
    let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
    let old = names.filter { TableKind.ofFile(named: $0) == kind }
    let replaced = ReplacedFiles(of: path)
    try replaced.keep(old)
    try OutputFolder(path: path, overwrites: true).write([Artefact(name, bytes: Array(bytes))])
    try replaced.remove(old.filter { $0 != name })
    return !old.isEmpty
  }
}
