import BankIO
import Foundation
import Matching
import MentoringModel
public import Registry
import Wording

/// The folder of a programme as a registry holds it, to be read, matched or imported again.
public struct RegistryExport: Sendable {
  /// The files in which tables are written.
  public enum Tables: Sendable, Hashable {
    /// Text.
    case csv
    /// Workbooks.
    case xlsx
  }

  /// The files: `programme.yaml` and the tables.
  public let files: [Artefact]
  /// How many `people` or `pairs` stand in them.
  public let counts: [String: Int]

  /// Writes the bank of a registry with the decisions that stand; those who withdrew are left out.
  ///
  /// - Parameters:
  ///   - registry: The registry.
  ///   - tables: The files in which tables are written.
  ///   - pseudonymised: Whether pseudonyms stand for people, for handing on.
  /// - Throws: ``RunFailure``.
  public init(
    of registry: Registry, tables: Tables, pseudonymised: Bool = false
  ) throws(RunFailure) {
    let (kept, pseudonyms): (RegisteredBank, [PersonID: PersonID])
    do { (kept, pseudonyms) = (try registry.bank(), try registry.pseudonyms()) } catch {
      throw .registry(error)
    }
    let folder = try LoadedFolder(kept)
    guard let programme = folder.programme else { throw .unusableData(folder.findings) }
    let bank = pseudonymised ? folder.bank.pseudonymised(by: pseudonyms) : folder.bank
    let text = String(decoding: kept.programmeFile, as: UTF8.self)
    let file =
      pseudonymised
      ? Array(programme.pseudonymised(text, by: pseudonyms).utf8)
      : Array(kept.programmeFile)
    counts = ["people": Set(bank.mentors.map(\.id) + bank.mentees.map(\.id)).count]
    do {
      files =
        [Artefact("programme.yaml", bytes: file)]
        + (try Self.tables(of: bank, programme, tables))
    } catch {
      throw .unwritable(path: "\(error)")
    }
  }

  /// Writes the files of a run that a registry keeps: plan, certificate and manifest.
  ///
  /// Those who have withdrawn since stand in them by their pseudonyms.
  ///
  /// - Throws: ``RunFailure``, with `RegistryFailure.noRun` where there is no such run.
  public init(ofRun run: Int, in registry: Registry) throws(RunFailure) {
    do {
      files = try RunDocument.allCases.map { document throws(RegistryFailure) in
        guard let bytes = try registry.shownDocument(document, ofRun: run) else {
          throw .noRun(run)
        }
        return Artefact(document.rawValue + ".json", bytes: bytes)
      }
      counts = ["pairs": try registry.runs().first { $0.id == run }?.proposals ?? 0]
    } catch {
      throw .registry(error)
    }
  }

  private static func tables(
    of bank: Bank, _ programme: Programme, _ tables: Tables
  ) throws -> [Artefact] {
    switch tables {
    case .csv: BankWriter.files(for: bank, of: programme).map { Artefact($0.name, $0.text) }
    case .xlsx:
      try BankWriter.workbooks(for: bank, of: programme).map { Artefact($0.name, bytes: $0.bytes) }
    }
  }
}
