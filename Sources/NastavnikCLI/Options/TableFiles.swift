import ArgumentParser
import Foundation
import NastavnikKit

/// The files in which bank tables are written.
enum TableFiles: String, CaseIterable, ExpressibleByArgument {
  /// Text with `;` between the cells.
  case csv
  /// Workbooks with drop-down lists and notes.
  case xlsx
}

extension OutputFolder {
  /// Throws where a table of the user stands beside the place of one to be written, in the other
  /// format: with both there, nobody could tell which holds.
  static func checkTwins(
    of artefacts: [Artefact], in folder: String, overwrites: Bool
  ) throws(RunFailure) {
    guard !overwrites else { return }
    let twins = artefacts.flatMap { artefact in
      TableFiles.allCases.map { folder + "/" + artefact.stem + "." + $0.rawValue }
        .filter { $0 != folder + "/" + artefact.name && artefact.isTable }
    }
    let taken = twins.filter { FileManager.default.fileExists(atPath: $0) }
    guard taken.isEmpty else { throw .outputExists(taken) }
  }
}

extension Artefact {
  fileprivate var stem: String { (name as NSString).deletingPathExtension }

  fileprivate var isTable: Bool {
    TableFiles(rawValue: (name as NSString).pathExtension) != nil
  }

  /// Files from texts by their names.
  static func files(_ texts: [(name: String, text: String)]) -> [Artefact] {
    texts.map { Artefact($0.name, $0.text) }
  }

  /// Files from bytes by their names.
  static func files(_ files: [(name: String, bytes: [UInt8])]) -> [Artefact] {
    files.map { Artefact($0.name, bytes: $0.bytes) }
  }
}
