import BankIO

/// Writes a template's programme file and synthetic bank as the files of a programme folder.
public enum DatasetWriter {
  /// Makes the files, name by name; nothing is written to disk.
  ///
  /// - Parameters:
  ///   - template: the programme.
  ///   - mentees: rows of the bank of mentees, or nil for as many as the recipe has.
  ///   - mentors: rows of the bank of mentors, or nil for as many as the recipe has.
  ///   - seed: the number from which the bank grows.
  /// - Returns: `programme.yaml` and the tables.
  /// - Throws: a decoding error where an embedded file is broken.
  public static func files(
    template: ProgrammeTemplate, mentees: Int? = nil, mentors: Int? = nil, seed: UInt64
  ) throws -> [(name: String, text: String)] {
    let programme = try template.programme()
    let recipe = try template.recipe().scaled(mentees: mentees, mentors: mentors)
    let bank = BankGenerator(programme: programme, recipe: recipe).bank(seed: seed)
    let file = String(decoding: template.programmeFile, as: UTF8.self)
    return [("programme.yaml", file)] + BankWriter.files(for: bank, of: programme)
  }
}
