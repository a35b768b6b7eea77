import BankIO
import Crypto
import Foundation
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
    let loaded = try LoadedFolder.usable(at: folder)
    guard let programme = loaded.programme, !loaded.isFatal,
      let file = loaded.inputs.first(where: { $0.name == "programme.yaml" })
    else { throw .unusableData(loaded.findings) }
    findings = loaded.findings
    do {
      report = try Registry.begin(registry, by: user).add(
        BankImport(
          programme: programme.id, programmeFile: file.data, bank: loaded.bank,
          files: loaded.inputs.map { .init(name: $0.name, digest: MatchRun.digest(of: $0.data)) }))
    } catch {
      throw .registry(error)
    }
  }
}
