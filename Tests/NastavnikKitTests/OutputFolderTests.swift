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

  @Test func `on a full disk nothing is written and the old file stays`() throws {
    try OutputFolder(path: path, overwrites: false).write([
      Artefact("a.txt", "old"), Artefact("b.txt", "old"),
    ])
    // Where the second file is written aside, the disk is full.
    let aside = path + "/b.txt.\(ProcessInfo.processInfo.processIdentifier).part"
    try FileManager.default.createSymbolicLink(
      atPath: aside, withDestinationPath: "/dev/full")
    #expect(throws: RunFailure.unwritable(path: path + "/b.txt")) {
      try OutputFolder(path: path, overwrites: true).write([
        Artefact("a.txt", "new"), Artefact("b.txt", "new"),
      ])
    }
    #expect(names == ["a.txt", "b.txt"])
    #expect([text("a.txt"), text("b.txt")] == ["old", "old"])
  }

  @Test func `a folder in the place of one file keeps all from being written`() throws {
    try OutputFolder(path: path, overwrites: false).write([
      Artefact("a.txt", "old"), Artefact("b.txt/c.txt", "C"),
    ])
    #expect(throws: RunFailure.unwritable(path: path + "/b.txt")) {
      try OutputFolder(path: path, overwrites: true).write([
        Artefact("a.txt", "new"), Artefact("b.txt", "new"),
      ])
    }
    #expect(names == ["a.txt", "b.txt", "b.txt/c.txt"])
    #expect(text("a.txt") == "old")
  }

  /// Writes `a.txt` line by line.
  private func writeLines(_ count: Int, overwrites: Bool = false) throws {
    let folder = OutputFolder(path: path, overwrites: overwrites)
    try folder.write("a.txt") { take throws(RunFailure) in
      for line in 0..<count { try take(Array("line \(line)\n".utf8)) }
    }
  }

  @Test func `a file that comes in pieces is whole, private and alone`() throws {
    try writeLines(60_000)
    #expect(text("a.txt") == (0..<60_000).map { "line \($0)\n" }.joined())
    let mode = try FileManager.default.attributesOfItem(atPath: path + "/a.txt")[.posixPermissions]
    #expect(mode as? Int == 0o600)
    try writeLines(60_000)
    #expect(throws: RunFailure.outputExists([path + "/a.txt"])) { try writeLines(2) }
    #expect(text("a.txt")?.count == (0..<60_000).reduce(0) { $0 + "line \($1)\n".count })
    try writeLines(2, overwrites: true)
    #expect(text("a.txt") == "line 0\nline 1\n")
    try writeLines(0, overwrites: true)
    #expect(text("a.txt") == "")
    #expect(names == ["a.txt"])
  }

  @Test func `where a piece cannot be made or written, the old file stays`() throws {
    try writeLines(3)
    #expect(throws: RunFailure.held(path: "x")) {
      try OutputFolder(path: path, overwrites: true).write("a.txt") { take throws(RunFailure) in
        try take([65])
        throw .held(path: "x")
      }
    }
    let aside = path + "/a.txt.\(ProcessInfo.processInfo.processIdentifier).part"
    try FileManager.default.createSymbolicLink(atPath: aside, withDestinationPath: "/dev/full")
    #expect(throws: RunFailure.unwritable(path: path + "/a.txt")) {
      try writeLines(1, overwrites: true)
    }
    try FileManager.default.createSymbolicLink(atPath: aside, withDestinationPath: "/dev/full")
    #expect(throws: RunFailure.unwritable(path: path + "/a.txt")) {
      try writeLines(100_000, overwrites: true)
    }
    #expect(names == ["a.txt"] && text("a.txt") == "line 0\nline 1\nline 2\n")
  }

  @Test func `a bare name stands in the current folder`() throws {
    let name = "nastavnik-\(UUID().uuidString).txt"
    defer { try? FileManager.default.removeItem(atPath: name) }
    let folder = OutputFolder(path: "", overwrites: true)
    try folder.write([Artefact(name, "A")])
    #expect(FileManager.default.contents(atPath: name) == Data("A".utf8))
    try folder.write(name) { take throws(RunFailure) in try take([66]) }
    #expect(FileManager.default.contents(atPath: name) == Data("B".utf8))
  }

  @Test func `a folder in which nothing can be made is told`() throws {
    #expect(throws: RunFailure.unwritable(path: "/proc/nastavnik/a.txt")) {
      try OutputFolder(path: "/proc/nastavnik", overwrites: false).write([Artefact("a.txt", "A")])
    }
  }
}
