import BankIO
public import MentoringModel
public import Registry
import Wording

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
  /// Those who were erased and stand in the tables, each with the place of a row: they were not
  /// imported.
  public let findingsAboutErased: [Finding]

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
    findings = loaded.findings + loaded.bank.formDecisions.map(Finding.leftInTable)
    do {
      report = try Registry.begin(registry, by: user).add(
        BankImport(
          programme: programme.id, programmeFile: file, bank: loaded.bank,
          files: loaded.inputs.map { .init(name: $0.name, digest: $0.digest) }))
    } catch {
      throw .registry(error)
    }
    findingsAboutErased = Finding.aboutErased(report.returned, in: loaded.bank)
  }
}

extension Finding {
  /// A decision about a whole form: a registry keeps those about what was proposed.
  fileprivate static func leftInTable(_ decision: FormDecision) -> Finding {
    let command = decision.kind == .approve ? "approve" : "reject"
    return Finding(
      .error, code: "formDecisionLeftInTable", at: decision.source, value: decision.form.rawValue,
      Text(
        ru: "Решение о форме «\(decision.form)» целиком в реестр не внесено: в нём решают о том, "
          + "что уже предложено.",
        en: "The decision about the whole form “\(decision.form)” was not imported: a registry "
          + "decides about what has been proposed."),
      advice: Text(
        ru: "После подбора дайте команду registry \(command) --form \(decision.form).",
        en: "After a run, give the command registry \(command) --form \(decision.form)."))
  }
}
