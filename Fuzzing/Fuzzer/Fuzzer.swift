import Foundation
import FuzzedReaders
import Synchronization

/// Looks for bytes that a reader answers with a crash or a wrong answer: `Fuzzing/run.sh`.
@main enum Fuzzer {
  fileprivate static let chosen = Mutex(FuzzedReader.csv)

  static func main() {
    var arguments = CommandLine.arguments
    guard arguments.count > 1, let reader = FuzzedReader(rawValue: arguments[1]) else {
      let names = FuzzedReader.allCases.map(\.rawValue).joined(separator: "|")
      print("usage: \(arguments[0]) \(names) [options of libFuzzer] [folders of seeds]")
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
        if let flaw = Fuzzer.chosen.withLock({ $0 }).read(data) { fatalError(flaw) }
        return 0
      })
  }
}

/// The driver of libFuzzer.
@_silgen_name("LLVMFuzzerRunDriver")
private func runDriver(
  _ count: UnsafeMutablePointer<Int32>,
  _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?>,
  _ test: @convention(c) (UnsafePointer<UInt8>?, Int) -> Int32
) -> Int32
