public import BankIO
public import MentoringModel

/// The bases of organizations merged into one, ready to be written.
///
/// ```swift
/// let merge = try FolderMerge(of: "district", into: "municipal")
/// try OutputFolder(path: "municipal", overwrites: false).write(merge.files(asWorkbooks: true))
/// ```
public struct FolderMerge: Sendable {
  /// The findings of the files.
  public let findings: [Finding]
  /// The one base and what became of every row.
  public let base: MunicipalBase
  private let programmeFile: [UInt8]

  /// Reads and merges the folder at a path.
  ///
  /// A base that cannot be read is left out and told of in the base's `unread`.
  ///
  /// - Parameters:
  ///   - path: the folder; none of its files is changed.
  ///   - output: where the merged folder is to go; never the folder itself.
  /// - Throws: ``RunFailure``, where the folder or its programme file is missing or cannot be used,
  ///   where no base of mentors or none of mentees can be read, or where the output would be written over it.
  public init(of path: String, into output: String) throws(RunFailure) {
    guard !FolderCheck.isWithin(output, path) else { throw .outputIsInput(path: output) }
    let folder = try LoadedFolder.usable(at: path)
    guard let base = MunicipalBase(of: folder),
      let programme = folder.inputs.first(where: { $0.name == Self.programmeName })?.contents()
    else { throw .unusableData(folder.findings) }
    programmeFile = Array(programme)
    self.base = base
    findings = folder.findings
  }

  private static let programmeName = "programme.yaml"

  /// The merged folder: the programme file, the tables, the report and the questions.
  ///
  /// - Parameter asWorkbooks: whether the tables are workbooks and not CSV.
  /// - Returns: the files, by name.
  /// - Throws: `WorkbookWriteError`: a table has more rows than a sheet, or there is no room.
  public func files(asWorkbooks: Bool) throws -> [Artefact] {
    let tables = try asWorkbooks ? base.workbooks() : base.files()
    let texts = [base.report] + [base.duplicates].compactMap(\.self)
    return [Artefact(Self.programmeName, bytes: programmeFile)]
      + tables.map { Artefact($0.name, bytes: $0.bytes) }
      + texts.map { Artefact($0.name, $0.text) }
  }
}
