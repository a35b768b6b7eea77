import Foundation

/// A file to be written.
public struct Artefact: Sendable, Hashable {
  /// The name, with `/` where it stands in a folder of its own.
  public var name: String
  /// The bytes.
  public var bytes: [UInt8]

  /// Creates a file from bytes.
  public init(_ name: String, bytes: [UInt8]) {
    self.name = name
    self.bytes = bytes
  }

  /// Creates a file from text.
  public init(_ name: String, _ text: String) { self.init(name, bytes: Array(text.utf8)) }
}

/// Writes files into a folder so that nothing of the user's is lost.
///
/// The folder is made where it does not exist. A file that is already there with other bytes stops
/// the whole writing before it starts, unless overwriting is asked for. Each file is written aside
/// and renamed, so that no reader ever sees half of one. Nobody but its owner may read a file: most
/// of them hold people's data.
public struct OutputFolder: Sendable {
  private let path: String
  let overwrites: Bool

  /// Creates the writer.
  ///
  /// - Parameters:
  ///   - path: The folder.
  ///   - overwrites: Whether files that are there are written over.
  public init(path: String, overwrites: Bool) {
    self.path = path
    self.overwrites = overwrites
  }

  /// Throws where files of the user would be written over.
  public func check(_ artefacts: [Artefact]) throws(RunFailure) {
    guard !overwrites else { return }
    let taken = artefacts.filter { artefact in
      let target = target(of: artefact.name)
      return FileManager.default.fileExists(atPath: target) && !holds(artefact, at: target)
    }
    guard taken.isEmpty else { throw .outputExists(taken.map { target(of: $0.name) }) }
  }

  /// Writes all files, or none where one of them is in the way.
  public func write(_ artefacts: [Artefact]) throws(RunFailure) {
    try check(artefacts)
    var asides: [(aside: String, target: String)] = []
    defer { for file in asides { unlink(file.aside) } }
    for artefact in artefacts {
      let target = target(of: artefact.name)
      guard !holds(artefact, at: target) else { continue }
      let aside = target + Self.asideEnding
      asides.append((aside, target))
      do {
        try makeFolder(of: target)
        try makePrivate(aside)
        try Data(artefact.bytes).write(to: URL(fileURLWithPath: aside))
      } catch {
        throw .unwritable(path: target)
      }
    }
    // A folder in the way of one file is to stop all of them.
    for file in asides where Self.isFolder(file.target) { throw .unwritable(path: file.target) }
    for file in asides where rename(file.aside, file.target) != 0 {
      throw .unwritable(path: file.target)
    }
  }

  private static func isFolder(_ path: String) -> Bool {
    var isFolder: ObjCBool = false
    return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
      && isFolder.boolValue
  }

  /// What a file ends in until it has its name; of two processes each has its own.
  static let asideEnding = ".\(ProcessInfo.processInfo.processIdentifier).part"

  /// Makes the folder in which a file is to stand; a bare name stands in the current one.
  func makeFolder(of target: String) throws {
    let folder = (target as NSString).deletingLastPathComponent
    guard !folder.isEmpty else { return }
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
  }

  /// Makes an empty file that its owner alone may read, before anything stands in it.
  func makePrivate(_ aside: String) throws {
    let descriptor = open(aside, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
    guard descriptor >= 0 else { throw CocoaError(.fileWriteNoPermission) }
    close(descriptor)
  }

  func target(of name: String) -> String { path.isEmpty ? name : path + "/" + name }

  private func holds(_ artefact: Artefact, at target: String) -> Bool {
    FileManager.default.contents(atPath: target).map { Array($0) == artefact.bytes } ?? false
  }
}
