import ArgumentParser
import NastavnikKit

/// The files in which bank tables are written.
enum TableFiles: String, CaseIterable, ExpressibleByArgument {
  /// Text with `;` between the cells.
  case csv
  /// Workbooks with drop-down lists and notes.
  case xlsx
}

extension Artefact {
  /// Files from texts by their names.
  static func files(_ texts: [(name: String, text: String)]) -> [Artefact] {
    texts.map { Artefact($0.name, $0.text) }
  }

  /// Files from bytes by their names.
  static func files(_ files: [(name: String, bytes: [UInt8])]) -> [Artefact] {
    files.map { Artefact($0.name, bytes: $0.bytes) }
  }
}
