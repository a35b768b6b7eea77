import Foundation
public import MentoringModel

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
      if let data = file.contents(), file.isUnchanged {
        programme = ProgrammeReader.read(data, notes)
        findings += notes.findings
      } else {
        findings.append(
          Flaw.changedFile(isNeeded: true).finding(at: SourceLocation(file: file.name)))
      }
    }
    var tables = BankReader(programme: programme, listing: listing)
    // Without its programme a table's forms, roles and competencies are unknown one and all.
    let needsProgramme: Set = [
      "unknownCompetency", "unknownForm", "unknownRole", "noKnownForm", "noForm",
    ]
    findings += tables.findings.filter { programme != nil || !needsProgramme.contains($0.code) }
    let whoIsWho = WhoIsWho(&tables.bank, answers: tables.answers, homes: tables.homes)
    for mentor in whoIsWho.mergedMentors { tables.mentorTally.merge(mentor.person.source) }
    for row in whoIsWho.mergedRequests {
      if let place = tables.requestPlaces[row] { tables.menteeTally.merge(place) }
    }
    findings += whoIsWho.findings
    if let programme { findings += BankChecks.mend(&tables.bank, of: programme) }
    return LoadedFolder(
      programme: programme, bank: tables.bank,
      findings: findings.map(tables.places.located).inOrderOfPlace(), inputs: listing.inputs,
      places: tables.places, lookalikes: whoIsWho.lookalikes,
      mentorBases: tables.mentorTally.counts(homes: tables.homes),
      menteeBases: tables.menteeTally.counts(homes: tables.homes))
  }

  /// Reads a programme file to a bank that was read before and kept elsewhere.
  ///
  /// - Parameters:
  ///   - file: The programme file.
  ///   - bank: The bank, as an earlier reading gave it.
  ///   - source: What the bank came from, for hashing.
  /// - Returns: The folder, with what the checks find.
  public static func read(
    _ file: InputFile, bank: Bank, from source: InputFile
  ) -> LoadedFolder {
    let notes = ProgrammeNotes(file: file.name)
    let programme = ProgrammeReader.read(file.contents() ?? Data(), notes)
    var (bank, findings) = (bank, notes.findings)
    if let programme { findings += BankChecks.mend(&bank, of: programme) }
    return LoadedFolder(
      programme: programme, bank: bank, findings: findings.inOrderOfPlace(),
      inputs: [file, source], places: TablePlaces())
  }
}

extension [Finding] {
  /// What stops everything first, then by file and row; what stands in one place keeps its order.
  func inOrderOfPlace() -> [Finding] {
    enumerated().sorted { left, right in
      let (a, b) = (left.element, right.element)
      if (a.severity == .fatal) != (b.severity == .fatal) { return a.severity == .fatal }
      let (mine, its) = (a.location, b.location)
      return (mine.file, mine.sheet ?? "", mine.row ?? 0, left.offset)
        < (its.file, its.sheet ?? "", its.row ?? 0, right.offset)
    }.map(\.element)
  }
}
