import BankIO
import Foundation
import MentoringModel
import Registry
import Testing

/// The real binary is killed at random moments; what it left is opened again.
///
/// `NASTAVNIK_KILLS` says how often (12 without it).
@Suite(.serialized) struct KillTests {
  private static let kills =
    ProcessInfo.processInfo.environment["NASTAVNIK_KILLS"].flatMap { Int($0) } ?? 12

  private let place: Workplace
  private var file: String { place.path + "/n.sqlite" }

  init() throws { place = try Workplace() }

  /// Runs the binary and kills it after some microseconds; says whether it ended by itself, well.
  private func run(_ arguments: [String], killingAfter delay: UInt32?) throws -> Bool {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: BuiltBinary.path)
    process.arguments = arguments + ["--registry", file, "--wait", "20"]
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    if let delay {
      usleep(delay)
      kill(process.processIdentifier, SIGKILL)
    }
    process.waitUntilExit()
    return process.terminationReason == .exit && process.terminationStatus == 0
  }

  private func open() throws -> Registry {
    try Registry.open(file, by: RegistryUser(name: "t", command: "test", patience: 5))
  }

  /// The mean time of a command in microseconds, within which it is to be killed.
  private func duration(of arguments: [String]) throws -> UInt32 {
    let clock = ContinuousClock()
    let time = try clock.measure { _ = try run(arguments, killingAfter: nil) }
    return UInt32(max(2_000, min(2_000_000, time / .microseconds(1))))
  }

  @Test func `an import is there whole or not at all`() throws {
    let folders = try ["a", "b"].map { name in
      var programme = SmallProgramme()
      let rows = (3...400).map {
        "\(name)\($0);Имя \(name) \($0);educator;S1;1980;9;химия;ФГОС;1;да;да\n"
      }
      programme.mentors += rows.joined()
      try programme.write(to: place)
      try FileManager.default.moveItem(
        atPath: place.path + "/programme", toPath: place.path + "/" + name)
      return place.path + "/" + name
    }
    let banks = folders.map { ProgrammeFolder.read(at: $0).bank }
    let time = try duration(of: ["import", folders[0]])
    var (standing, revision) = (0, 1)
    for number in 1...Self.kills {
      let next = number % 2
      let isDone = try run(
        ["import", folders[next]], killingAfter: UInt32.random(in: 0...time * 5 / 4))
      let kept = try open().bank()
      let isOld = kept.bank == banks[standing] && kept.revision == revision
      let isNew = kept.bank == banks[next] && (kept.revision == revision + 1 || next == standing)
      #expect(isNew || isOld && !isDone)
      (standing, revision) = (isNew ? next : standing, kept.revision)
    }
    let status = try open().status()
    #expect(status.isSound && status.brokenSeal == nil)
    #expect(try open().history().count == revision)
  }

  @Test func `a registry that was being begun can be begun again`() throws {
    try SmallProgramme().write(to: place)
    let arguments = ["import", place.path + "/programme"]
    let time = try duration(of: arguments)
    for _ in 1...Self.kills {
      for end in ["", "-wal", "-shm", ".lock"] { unlink(file + end) }
      let isDone = try run(arguments, killingAfter: UInt32.random(in: 0...time * 5 / 4))
      do {
        let bank = try open().bank().bank
        #expect(bank.mentors.count == 2)
      } catch let failure as RegistryFailure {
        #expect(!isDone && [.empty(path: file), .missing(path: file)].contains(failure))
      }
      #expect(try run(arguments, killingAfter: nil))
      #expect(try open().bank().revision == 1)
    }
  }

  @Test func `runs and approvals are there whole or not at all`() throws {
    try SmallProgramme().write(to: place)
    #expect(try run(["import", place.path + "/programme"], killingAfter: nil))
    #expect(try run(["match"], killingAfter: nil))
    let pair = ["--mentor", "M1", "--mentee", "E1"]
    let commands = [
      ["match"], ["registry", "approve"] + pair, ["registry", "reject"] + pair,
      ["registry", "withdraw", "E2"], ["registry", "undo"],
    ]
    let time = try duration(of: ["match"])
    for number in 1...Self.kills * 2 {
      let before = (runs: try open().runs().count, decisions: try open().decisions())
      let command = commands[number % commands.count]
      let isDone = try run(command, killingAfter: UInt32.random(in: 0...time * 5 / 4))
      let registry = try open()
      let after = (runs: try registry.runs(), decisions: try registry.decisions())
      let grown =
        after.runs.count - before.runs + after.decisions.count - before.decisions.count
        + after.decisions.count { $0.undone != nil }
        - before.decisions.count { $0.undone != nil }
      #expect((0...1).contains(grown))
      if isDone, command[0] == "match" || command[1] == "undo" { #expect(grown == 1) }
      for run in after.runs.suffix(1) {
        let plan = try registry.document(.plan, ofRun: run.id) ?? Data()
        #expect((try? JSONSerialization.jsonObject(with: plan)) != nil)
      }
      let history = try registry.history()
      for entry in history where entry.action == .run {
        #expect(entry.counts["pairs"] == after.runs.first { $0.id == entry.run }?.proposals)
      }
      #expect(
        history.count == 1 + after.runs.count + after.decisions.count
          + after.decisions.count { $0.undone != nil })
    }
    let status = try open().status()
    #expect(status.isSound && status.brokenSeal == nil)
  }

  @Test func `an erasure that was killed is finished, or was never begun`() throws {
    try SmallProgramme().write(to: place)
    #expect(try run(["import", place.path + "/programme"], killingAfter: nil))
    #expect(try run(["match"], killingAfter: nil))
    #expect(try run(["registry", "backup", place.path + "/copy.sqlite"], killingAfter: nil))
    let time = try duration(of: ["registry", "purge", "E1"])
    for _ in 1...max(1, Self.kills / 2) {
      for end in ["", "-wal", "-shm", ".lock"] { unlink(file + end) }
      try FileManager.default.copyItem(atPath: place.path + "/copy.sqlite", toPath: file)
      let isDone = try run(
        ["registry", "purge", "E1"], killingAfter: UInt32.random(in: 0...time * 5 / 4))
      let isErased = try open().people().contains { $0.state == .purged }
      #expect(isErased || !isDone)
      let bytes = ["", "-wal"].map { FileManager.default.contents(atPath: file + $0) ?? Data() }
      let isThere = bytes.contains { $0.range(of: Data("Тестова".utf8)) != nil }
      #expect(isThere == !isErased)
      #expect(try open().status().isSound)
    }
  }

  @Test func `many processes at once lose nothing`() throws {
    try SmallProgramme().write(to: place)
    #expect(try run(["import", place.path + "/programme"], killingAfter: nil))
    let processes = try (0..<8).map { number in
      let process = Process()
      process.executableURL = URL(fileURLWithPath: BuiltBinary.path)
      process.arguments = [
        "registry", number % 2 == 0 ? "pin" : "ban", "--mentor", "M1", "--mentee", "E1", "--by",
        "p\(number)", "--registry", file, "--wait", "60",
      ]
      process.standardOutput = FileHandle.nullDevice
      process.standardError = FileHandle.nullDevice
      try process.run()
      return process
    }
    for process in processes {
      process.waitUntilExit()
      #expect(process.terminationStatus == 0)
    }
    let registry = try open()
    #expect(try registry.status().brokenSeal == nil)
    let kinds = try registry.decisions().map(\.kind)
    #expect(!kinds.isEmpty && kinds.count <= 8)
    #expect(zip(kinds, kinds.dropFirst()).allSatisfy { $0 != $1 })
  }

  @Test func `a disk that runs full in the middle leaves what was`() throws {
    try SmallProgramme().write(to: place)
    #expect(try run(["import", place.path + "/programme"], killingAfter: nil))
    let before = try open().bank().bank
    var more = SmallProgramme()
    more.mentors += (3...900).map { "M\($0);Имя \($0);educator;S1;1980;9;химия;ФГОС;1;да;да\n" }
      .joined()
    try more.write(to: place)
    let shell = Process()
    shell.executableURL = URL(fileURLWithPath: "/bin/sh")
    // A file may not grow beyond 400 blocks: writing fails as on a full disk.
    shell.arguments = [
      "-c",
      "trap '' XFSZ; ulimit -f 400; exec \"$0\" import \"$1\" --registry \"$2\" --lang en",
      BuiltBinary.path, place.path + "/programme", file,
    ]
    let errors = Pipe()
    shell.standardError = errors
    shell.standardOutput = FileHandle.nullDevice
    try shell.run()
    let text = String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    shell.waitUntilExit()
    #expect(shell.terminationStatus == 64)
    #expect(text.contains("the registry is as it was"))
    let isSame = try open().bank().bank == before
    #expect(isSame)
    #expect(try open().status().isSound)
  }

  @Test func `a registry that may not be written is told to be so`() throws {
    try SmallProgramme().write(to: place)
    #expect(try run(["import", place.path + "/programme"], killingAfter: nil))
    let bytes = try Data(contentsOf: URL(fileURLWithPath: file))
    try FileManager.default.setAttributes([.posixPermissions: 0o444], ofItemAtPath: file)
    try FileManager.default.setAttributes([.posixPermissions: 0o555], ofItemAtPath: place.path)
    defer {
      try? FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: place.path)
    }
    let process = Process()
    // Root may write everywhere: then somebody else tries.
    let isRoot = geteuid() == 0
    let command = [
      BuiltBinary.path, "registry", "withdraw", "E1", "--registry", file, "--lang", "en",
    ]
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments =
      (isRoot ? ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"] : []) + command
    let errors = Pipe()
    process.standardError = errors
    process.standardOutput = FileHandle.nullDevice
    try process.run()
    let text = String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    #expect(process.terminationStatus == 64)
    #expect(text.contains("may not be written, nothing was changed"), "\(text)")
    #expect(try Data(contentsOf: URL(fileURLWithPath: file)) == bytes)
  }
}
