import Foundation
import NastavnikKit
import Testing

@Suite final class OutputFolderTests {
  private let path = FileManager.default.temporaryDirectory
    .appending(path: "nastavnik-\(UUID().uuidString)").path

  deinit { try? FileManager.default.removeItem(atPath: path) }

  private func text(_ name: String) -> String? {
    FileManager.default.contents(atPath: path + "/" + name).map {
      String(decoding: $0, as: UTF8.self)
    }
  }

  private var names: [String] {
    (FileManager.default.subpaths(atPath: path) ?? []).sorted()
  }

  @Test func `makes the folder and leaves nothing beside the files`() throws {
    try OutputFolder(path: path + "/deep", overwrites: false)
      .write([Artefact("a.txt", "A"), Artefact("inner/b.txt", "B")])
    #expect(names == ["deep", "deep/a.txt", "deep/inner", "deep/inner/b.txt"])
  }

  @Test func `nobody but its owner may read a file, whoever could read the one before`() throws {
    try OutputFolder(path: path, overwrites: false).write([Artefact("a.txt", "old")])
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o644], ofItemAtPath: path + "/a.txt")
    try OutputFolder(path: path, overwrites: true)
      .write([Artefact("a.txt", "new"), Artefact("deep/b.txt", "B")])
    for name in ["a.txt", "deep/b.txt"] {
      let mode = try FileManager.default.attributesOfItem(atPath: path + "/" + name)[
        .posixPermissions]
      #expect(mode as? Int == 0o600)
    }
  }

  @Test func `one file in the way keeps all from being written`() throws {
    try OutputFolder(path: path, overwrites: false).write([Artefact("b.txt", "mine")])
    #expect(throws: RunFailure.outputExists([path + "/b.txt"])) {
      try OutputFolder(path: path, overwrites: false)
        .write([Artefact("a.txt", "A"), Artefact("b.txt", "B")])
    }
    #expect(names == ["b.txt"])
    #expect(text("b.txt") == "mine")
  }

  @Test func `a file with the same bytes is not in the way`() throws {
    let files = [Artefact("a.txt", "A")]
    try OutputFolder(path: path, overwrites: false).write(files)
    try OutputFolder(path: path, overwrites: false).write(files + [Artefact("b.txt", "B")])
    #expect(names == ["a.txt", "b.txt"])
  }

  @Test func `overwrites where it is asked to`() throws {
    try OutputFolder(path: path, overwrites: false).write([Artefact("a.txt", "old")])
    try OutputFolder(path: path, overwrites: true).write([Artefact("a.txt", "new")])
    #expect(text("a.txt") == "new")
  }

  @Test func `a path that cannot be written is told`() throws {
    try OutputFolder(path: path, overwrites: false).write([Artefact("a.txt", "A")])
    #expect(throws: RunFailure.unwritable(path: path + "/a.txt/b.txt")) {
      try OutputFolder(path: path + "/a.txt", overwrites: true).write([Artefact("b.txt", "B")])
    }
    #expect(text("a.txt") == "A")
  }
}
