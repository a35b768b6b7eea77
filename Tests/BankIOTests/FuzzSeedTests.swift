import Foundation
import FuzzedReaders
import Testing

/// What fuzzing starts from and what it found: `Fuzzing/seeds`.
struct FuzzSeedTests {
  private static let folder = HostileFile.folder.deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Fuzzing/seeds")

  @Test(arguments: FuzzedReader.allCases)
  func `every seed is read to its end and read back the same`(reader: FuzzedReader) throws {
    let folder = Self.folder.appending(path: reader.rawValue).path
    for name in try FileManager.default.contentsOfDirectory(atPath: folder).sorted() {
      let data = try #require(FileManager.default.contents(atPath: folder + "/" + name))
      #expect(reader.read(data) == nil, "\(name)")
    }
  }
}
