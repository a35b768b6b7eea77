import Foundation
import NastavnikCLI
import Synchronization

/// Everything that a command did: its exit code, both streams, and the files that are there now.
struct Outcome: Equatable {
  var exit: Int32
  var output: String
  var errors: String
  var files: [String: String]
}

/// A folder of its own for one test, removed with the last reference.
final class Workplace: Sendable {
  let path: String

  init() throws {
    path =
      FileManager.default.temporaryDirectory
      .appending(path: "nastavnik-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// Writes a file, with the folders around it.
  func write(_ bytes: some Sequence<UInt8>, to name: String) throws {
    let url = URL(fileURLWithPath: path + "/" + name)
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(bytes).write(to: url)
  }

  func write(_ text: String, to name: String) throws { try write(text.utf8, to: name) }

  func read(_ name: String) throws -> String {
    String(decoding: try Data(contentsOf: URL(fileURLWithPath: path + "/" + name)), as: UTF8.self)
  }

  /// Every file with its text.
  var files: [String: String] {
    var files: [String: String] = [:]
    for case let name as String in FileManager.default.enumerator(atPath: path) ?? .init() {
      if let text = try? read(name) { files[name] = text }
    }
    return files
  }

  /// Runs a command line in which `DIR` stands for the folder, and says all that it did.
  func run(
    _ arguments: String..., environment: [String: String] = ["LANG": "en_US.UTF-8"]
  ) -> Outcome {
    run(arguments, environment: environment)
  }

  /// Runs a command line that was put together elsewhere.
  func run(
    _ arguments: [String], environment: [String: String] = ["LANG": "en_US.UTF-8"]
  ) -> Outcome {
    let typed = arguments.map { $0.replacing("DIR", with: path) }
    let streams = Mutex((output: "", errors: ""))
    let session = Session(
      languages: SessionLanguages(arguments: typed, environment: environment), width: 100,
      output: { text in streams.withLock { $0.output += text } },
      errors: { text in streams.withLock { $0.errors += text } })
    let exit = NastavnikCLI.run(typed, in: session)
    let (output, errors) = streams.withLock { $0 }
    return Outcome(
      exit: exit, output: output.replacing(path, with: "DIR"),
      errors: errors.replacing(path, with: "DIR"), files: files)
  }
}

/// Where the datasets stand.
let datasets = URL(fileURLWithPath: #filePath)
  .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
  .appending(path: "datasets").path

/// The binary that was built beside these tests.
enum BuiltBinary {
  static let path = URL(fileURLWithPath: CommandLine.arguments[0])
    .resolvingSymlinksInPath().deletingLastPathComponent().appending(path: "nastavnik").path
}
