public import MentoringModel

/// What a programme folder holds, and everything that is to be said about it.
public struct LoadedFolder: Sendable {
  /// The programme, or nil where `programme.yaml` cannot be used.
  public var programme: Programme?
  /// The bank, as far as its tables can be read.
  public var bank: Bank
  /// Remarks: what stops everything first, then by file and row.
  public var findings: [Finding]
  /// The files that were read, by name.
  public var inputs: [InputFile]
  /// The rows with different ids that are, or may be, about one person.
  public var lookalikes: [Lookalike]
  /// What became of the rows of the mentors' bases, by file.
  public var mentorBases: [BaseCount]
  /// What became of the rows of the mentees' bases, by file.
  public var menteeBases: [BaseCount]
  private let places: TablePlaces

  /// Creates a loaded folder.
  init(
    programme: Programme?, bank: Bank, findings: [Finding], inputs: [InputFile],
    places: TablePlaces, lookalikes: [Lookalike] = [], mentorBases: [BaseCount] = [],
    menteeBases: [BaseCount] = []
  ) {
    self.mentorBases = mentorBases
    self.menteeBases = menteeBases
    self.places = places
    self.lookalikes = lookalikes
    self.programme = programme
    self.bank = bank
    self.findings = findings
    self.inputs = inputs
  }

  /// A finding about people of the bank, with the cell that it means.
  public func located(_ finding: Finding) -> Finding { places.located(finding) }

  /// Whether something keeps the folder from being matched at all.
  public var isFatal: Bool { findings.contains { $0.severity == .fatal } }
}
