import MentoringModel

/// Reads a programme folder: the programme file, the bank tables, and what contradicts what.
///
/// ```swift
/// let folder = ProgrammeFolder.read(at: "datasets/tpu-lyceum")
/// for finding in folder.findings { print(finding.message[.ru]) }
/// ```
///
/// Nothing in the files stops the reading: everything is read to the end, and all that is wrong
/// comes together as findings.
public struct ProgrammeFolder {
  /// Reads the folder at a path.
  public static func read(at path: String) -> LoadedFolder {
    let listing = FolderListing(at: path)
    var findings = listing.findings
    var programme: Programme?
    if let file = listing.programme {
      let notes = ProgrammeNotes(file: file.name)
      programme = ProgrammeReader.read(file.data, notes)
      findings += notes.findings
    }
    var tables = BankReader(programme: programme, listing: listing)
    findings += tables.findings
    if let programme { findings += BankChecks.mend(&tables.bank, of: programme) }
    return LoadedFolder(
      programme: programme, bank: tables.bank, findings: findings.inOrderOfPlace(),
      inputs: listing.inputs)
  }
}

extension [Finding] {
  /// By file and row; what stands in one place keeps its order.
  func inOrderOfPlace() -> [Finding] {
    enumerated().sorted { left, right in
      let (a, b) = (left.element.location, right.element.location)
      return (a.file, a.row ?? 0, left.offset) < (b.file, b.row ?? 0, right.offset)
    }.map(\.element)
  }
}
