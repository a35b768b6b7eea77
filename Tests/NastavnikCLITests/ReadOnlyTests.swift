import Foundation
import Testing

/// Folders and files that may be read and not written, and such as may not even be read.
@Suite(.serialized) struct ReadOnlyTests {
  private let place: Workplace
  private var folder: String { place.path + "/programme" }

  init() throws {
    place = try Workplace()
    try SmallProgramme().write(to: place)
  }

  /// Runs the binary as somebody who may do what the files say; root may do everything.
  private func run(_ arguments: [String]) throws -> (exit: Int32, text: String) {
    let binary = URL(fileURLWithPath: CommandLine.arguments[0])
      .resolvingSymlinksInPath().deletingLastPathComponent().appending(path: "nastavnik").path
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments =
      (geteuid() == 0 ? ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"] : [])
      + [binary] + arguments + ["--lang", "en"]
    let texts = Pipe()
    process.standardError = texts
    process.standardOutput = texts
    try process.run()
    let text = String(decoding: texts.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    return (process.terminationStatus, text)
  }

  /// Files may be read by everybody and written by nobody.
  private func close(_ path: String, files: Int = 0o444) throws {
    for name in try FileManager.default.contentsOfDirectory(atPath: path) {
      try FileManager.default.setAttributes(
        [.posixPermissions: files], ofItemAtPath: path + "/" + name)
    }
    try FileManager.default.setAttributes([.posixPermissions: 0o555], ofItemAtPath: path)
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: place.path)
  }

  private func reopen() {
    try? FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: folder)
  }

  @Test(arguments: ["check", "match"])
  func `a folder that may only be read is read, and stays as it is`(command: String) throws {
    let before = place.files
    try close(folder)
    defer { reopen() }
    let (exit, text) = try run([command, folder])
    #expect([0, 1].contains(exit), "\(text)")
    #expect(place.files == before)
  }

  @Test(arguments: [
    ["match", "--out"], ["merge", "--out"], ["batch", "--out"],
    ["import", "--registry"],
  ])
  func `what cannot be written there is told, and nothing is left`(command: [String]) throws {
    try FileManager.default.createDirectory(
      atPath: place.path + "/closed", withIntermediateDirectories: true)
    let before = place.files
    try close(folder)
    try close(place.path + "/closed")
    defer { reopen() }
    let target = place.path + "/closed/" + (command[0] == "import" ? "n.sqlite" : "out")
    let (exit, text) = try run([command[0], folder, command[1], target])
    #expect(exit == 64, "\(text)")
    #expect(text.contains("closed/"), "\(text)")
    #expect(place.files == before)
  }

  @Test func `a table that may not be read is told by its name`() throws {
    try close(folder)
    defer { reopen() }
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o000], ofItemAtPath: folder + "/mentors.csv")
    let (exit, text) = try run(["check", folder])
    #expect(exit == 65, "\(text)")
    #expect(text.contains("mentors.csv") && text.contains("could not be read"), "\(text)")
  }
}
