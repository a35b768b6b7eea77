public import Foundation
public import MentoringModel

/// Reads a programme file on its own, without the banks beside it.
///
/// ```swift
/// let (programme, findings) = ProgrammeFile.read(Data(template.programmeFile))
/// ```
public enum ProgrammeFile {
  /// The programme, nil where a finding is fatal, and everything that is the matter with the file.
  public static func read(
    _ data: Data, named name: String = "programme.yaml"
  ) -> (programme: Programme?, findings: [Finding]) {
    let notes = ProgrammeNotes(file: name)
    let programme = ProgrammeReader.read(data, notes)
    return (programme, notes.findings.inOrderOfPlace())
  }
}
