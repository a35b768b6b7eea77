import BankIO
import MentoringModel
public import Workbooks

/// A template's programme file and a synthetic bank, as the files of a programme folder.
///
/// Nothing is written to disk.
public struct DatasetWriter {
  private let programmeFile: [UInt8]
  private let programme: Programme
  private let bank: Bank

  /// Makes the bank.
  ///
  /// - Parameters:
  ///   - template: the programme.
  ///   - mentees: rows of the bank of mentees, or nil for as many as the recipe has.
  ///   - mentors: rows of the bank of mentors, or nil for as many as the recipe has.
  ///   - seed: the number from which the bank grows.
  /// - Throws: a decoding error where an embedded file is broken.
  public init(
    template: ProgrammeTemplate, mentees: Int? = nil, mentors: Int? = nil, seed: UInt64
  ) throws {
    programmeFile = template.programmeFile
    programme = try template.programme()
    let recipe = try template.recipe().scaled(mentees: mentees, mentors: mentors)
    bank = BankGenerator(programme: programme, recipe: recipe).bank(seed: seed)
  }

  /// `programme.yaml` and the tables as CSV, name by name.
  public func files() -> [(name: String, text: String)] {
    [("programme.yaml", String(decoding: programmeFile, as: UTF8.self))]
      + BankWriter.files(for: bank, of: programme)
  }

  /// `programme.yaml` and the tables as workbooks, name by name.
  ///
  /// - Throws: `WorkbookWriteError`: a table has more rows than a sheet, or there is no room.
  public func workbooks() throws(WorkbookWriteError) -> [(name: String, bytes: [UInt8])] {
    [("programme.yaml", programmeFile)] + (try BankWriter.workbooks(for: bank, of: programme))
  }
}
