import MentoringModel

/// Collects what is the matter with a programme file.
final class ProgrammeNotes {
  /// The file's name.
  let file: String
  /// What was found so far.
  private(set) var findings: [Finding] = []

  init(file: String) { self.file = file }

  /// Notes a flaw on a line, under a key.
  func add(_ flaw: Flaw, line: Int?, key: String? = nil) {
    findings.append(flaw.finding(at: SourceLocation(file: file, row: line, column: key)))
  }
}
