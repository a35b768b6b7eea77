import BankIO
import Foundation
import Matching
public import MentoringModel
public import Wording

/// All findings of a programme folder, without solving anything.
///
/// ```swift
/// let check = try FolderCheck(of: "datasets/tpu-lyceum")
/// print(check.findings.count)
/// ```
public struct FolderCheck: Sendable {
  /// The findings of the files, and of their making sense together.
  public let findings: [Finding]
  private let path: String
  private let folder: LoadedFolder

  /// Reads and checks the folder at a path.
  ///
  /// - Throws: ``RunFailure``, where the folder or its programme file is missing.
  public init(of path: String) throws(RunFailure) {
    self.path = path
    folder = try LoadedFolder.usable(at: path)
    findings = folder.findingsInAll
  }

  /// Copies of the tables that have findings, with the findings on their cells, and the table of
  /// duplicates where there are any.
  ///
  /// - Parameters:
  ///   - output: where the copies are to go; never the programme folder.
  ///   - language: the language of the remarks.
  /// - Returns: the copies, by the names of their tables.
  /// - Throws: ``RunFailure/outputIsInput(path:)``.
  public func annotatedCopies(
    for output: String, in language: Language
  ) throws(RunFailure) -> [Artefact] {
    guard !Self.isWithin(output, path) else { throw .outputIsInput(path: output) }
    return AnnotatedCopies.files(of: folder, findings: findings, in: language).map {
      Artefact($0.name, bytes: $0.bytes)
    } + [.duplicates(of: folder)].compactMap(\.self)
  }

  /// Whether writing tables into one folder may touch those of another: it is the same one, or the
  /// one that holds it.
  static func isWithin(_ output: String, _ input: String) -> Bool {
    let (out, folder) = (resolved(output), resolved(input))
    return ["", "/mentors", "/mentees"].contains { out == folder + $0 }
      || ["mentors", "mentees"].contains { folder == out + "/" + $0 }
  }

  private static func resolved(_ path: String) -> String {
    URL(fileURLWithPath: path, isDirectory: true).resolvingSymlinksInPath().standardizedFileURL.path
  }
}

extension Artefact {
  /// The table in which a curator answers who is one person; nil where nobody looks like another.
  static func duplicates(of folder: LoadedFolder) -> Artefact? {
    DuplicatesFile.file(of: folder).map { Artefact($0.name, $0.text) }
  }
}
