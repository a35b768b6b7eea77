import BankIO
import Foundation
import InstanceIO
import Synchronization
import Workbooks

/// Looks for bytes that a reader answers with a crash: `Fuzzing/run.sh`.
@main enum Fuzzer {
  static func main() {
    var arguments = CommandLine.arguments
    guard arguments.count > 1, let reader = Reader(rawValue: arguments[1]) else {
      let names = Reader.allCases.map(\.rawValue).joined(separator: "|")
      print("usage: \(arguments[0]) \(names) [options of libFuzzer] [folder of seeds]")
      exit(64)
    }
    arguments.remove(at: 1)
    chosen.withLock { $0 = reader }
    var count = Int32(arguments.count)
    // The driver keeps the arguments for as long as the process runs.
    let values = UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>.allocate(
      capacity: arguments.count + 1)
    for (index, argument) in arguments.enumerated() { values[index] = strdup(argument) }
    values[arguments.count] = nil
    var vector: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>? = values
    exit(
      runDriver(&count, &vector) { bytes, size in
        let data = bytes.map { Data(bytes: $0, count: size) } ?? Data()
        Fuzzer.chosen.withLock { $0 }.read(data)
        return 0
      })
  }

  fileprivate static let chosen = Mutex(Reader.csv)
}

/// A reader, given any bytes; what it throws or finds is its own business, as long as it returns.
enum Reader: String, CaseIterable {
  case csv
  case xlsx
  case programme
  case instance

  func read(_ data: Data) {
    switch self {
    case .csv: Folder.shared.read(data, as: "mentees.csv")
    case .xlsx:
      if let workbook = try? Workbook(data) {
        for sheet in workbook.sheets.prefix(4) {
          _ = try? workbook.merges(of: sheet)
          guard let rows = try? workbook.rows(of: sheet, keepingBlankCells: true) else { continue }
          var left = 10_000
          while left > 0, (try? rows.next()) ?? nil != nil { left -= 1 }
        }
      }
      Folder.shared.read(data, as: "mentees.xlsx")
    case .programme: _ = ProgrammeFile.read(data)
    case .instance:
      // The first byte chooses the format.
      let formats = InstanceFormat.allCases
      guard let first = data.first else { return }
      let format = formats[Int(first) % formats.count]
      _ = try? RawInstance(data: Data(data.dropFirst()), format: format)
    }
  }
}

/// A programme folder in memory whose one table is what is tried.
private final class Folder: Sendable {
  static let shared = Folder()
  private let path: String

  private init() {
    path = "/dev/shm/nastavnik-fuzz-\(ProcessInfo.processInfo.processIdentifier)"
    try? FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    try? Data(
      """
      format: nastavnik.programme/1
      id: school
      title: {ru: Школа, en: School}
      asOf: 2023-09-25
      vocabulary: [educators, students]
      forms:
        - id: f
          title: {ru: учитель – учитель, en: teacher–teacher}
          mentorRoles: [educator]
          menteeRoles: [educator]
          capacity: 2
      """.utf8
    ).write(to: URL(fileURLWithPath: path + "/programme.yaml"))
  }

  func read(_ data: Data, as name: String) {
    guard (try? data.write(to: URL(fileURLWithPath: path + "/" + name))) != nil else { return }
    _ = ProgrammeFolder.read(at: path)
  }
}

/// The driver of libFuzzer.
@_silgen_name("LLVMFuzzerRunDriver")
private func runDriver(
  _ count: UnsafeMutablePointer<Int32>,
  _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?>,
  _ test: @convention(c) (UnsafePointer<UInt8>?, Int) -> Int32
) -> Int32
