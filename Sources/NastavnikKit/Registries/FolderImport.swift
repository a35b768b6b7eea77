import BankIO
public import MentoringModel
public import Registry

/// A programme folder that was imported into a registry.
///
/// ```swift
/// let user = RegistryUser(name: "curator", command: "import")
/// let done = try FolderImport(of: "datasets/tpu-lyceum", into: "nastavnik.sqlite", by: user)
/// print(done.report.isUnchanged)
/// ```
public struct FolderImport: Sendable {
  /// What was found in the files; what they say is not used was not imported.
  public let findings: [Finding]
  /// What was changed.
  public let report: ImportReport

  /// Reads a folder and imports it, into a registry that is begun where there is none.
  ///
  /// - Throws: ``RunFailure``; a folder with a fatal finding is not imported.
  public init(
    of folder: String, into registry: String, by user: RegistryUser
  ) throws(RunFailure) {
    try self.init(of: try LoadedFolder.usable(at: folder), into: registry, by: user)
  }

  /// Imports what was read.
  init(
    of loaded: LoadedFolder, into registry: String, by user: RegistryUser
  ) throws(RunFailure) {
    guard let programme = loaded.programme, !loaded.isFatal,
      let file = loaded.inputs.first(where: { $0.name == "programme.yaml" })?.contents()
    else { throw .unusableData(loaded.findings) }
    findings = loaded.findings
    do {
      report = try Registry.begin(registry, by: user).add(
        BankImport(
          programme: programme.id, programmeFile: file, bank: loaded.bank,
          files: loaded.inputs.map { .init(name: $0.name, digest: $0.digest) }))
    } catch {
      throw .registry(error)
    }
  }
}
