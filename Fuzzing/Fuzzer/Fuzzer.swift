import Foundation
import FuzzedReaders

/// The reader that `NASTAVNIK_FUZZED` names.
private let reader: FuzzedReader = {
  let name = ProcessInfo.processInfo.environment["NASTAVNIK_FUZZED"] ?? ""
  guard let reader = FuzzedReader(rawValue: name) else {
    let names = FuzzedReader.allCases.map(\.rawValue).joined(separator: ", ")
    print("NASTAVNIK_FUZZED names no reader: \(names)")
    exit(64)
  }
  return reader
}()

/// What libFuzzer calls: bytes that a reader answers with a crash or a wrong answer stop it.
@_cdecl("LLVMFuzzerTestOneInput")
func testOneInput(_ bytes: UnsafePointer<UInt8>?, _ size: Int) -> Int32 {
  let data = bytes.map { Data(bytes: $0, count: size) } ?? Data()
  if let flaw = reader.read(data) { fatalError(flaw) }
  return 0
}
