#if os(Linux)
  import Foundation
  import Testing

  /// The real binary under `ulimit -v`.
  @Suite struct LittleMemoryTests {
    private let place: Workplace

    init() throws { place = try Workplace() }

    /// The exit code with no more than so many kilobytes of address space.
    private func exitCode(_ arguments: [String], kilobytes: Int) throws -> Int32 {
      let process = Process()
      process.executableURL = URL(fileURLWithPath: "/bin/sh")
      process.arguments =
        ["-c", "ulimit -v \(kilobytes) && exec \"$0\" \"$@\"", BuiltBinary.path] + arguments
      process.standardOutput = FileHandle.nullDevice
      process.standardError = FileHandle.nullDevice
      try process.run()
      process.waitUntilExit()
      return process.terminationReason == .exit ? process.terminationStatus : -1
    }

    /// The least address space in which the binary starts at all.
    private func leastSpace() throws -> Int {
      for kilobytes in stride(from: 100_000, to: 2_000_000, by: 10_000)
      where try exitCode(["schema"], kilobytes: kilobytes) == 0 {
        return kilobytes
      }
      throw CancellationError()
    }

    @Test(arguments: [[], ["--solver", "hungarian"]])
    func `whatever memory there is, an instance is solved or refused and nothing crashes`(
      solver: [String]
    ) throws {
      let row = "[" + (0..<800).map { "\($0 * 7919 % 10_007)" }.joined(separator: ",") + "]"
      let rows = Array(repeating: row, count: 800).joined(separator: ",")
      try place.write("{\"weights\":[\(rows)]}", to: "dense.json")
      let least = try leastSpace()
      let codes = try stride(from: least, through: least + 160_000, by: 10_000).map {
        try exitCode(["solve", place.path + "/dense.json"] + solver, kilobytes: $0)
      }
      #expect(Set(codes) == [0, 71], "\(codes)")
      #expect(codes.first == 71 && codes.last == 0, "\(codes)")
    }
  }
#endif
