import ArgumentParser
import NastavnikKit
import Wording

/// Whether files that are there are written over.
struct OverwriteOption: ParsableArguments {
  @Flag(help: ArgumentHelp(ru: "Писать поверх файлов.", en: "Write over files."))
  var force = false

  /// Where a command writes: a folder, or the folder in which it was called.
  func folder(_ path: String = "") -> OutputFolder {
    OutputFolder(path: path, overwrites: force)
  }

  /// Writes a programme folder, in which no table may stand in two formats.
  func write(_ programme: [Artefact], into path: String) throws(RunFailure) {
    try OutputFolder.checkTwins(of: programme, in: path, overwrites: force)
    try folder(path).write(programme)
  }
}
