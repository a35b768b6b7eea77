import AssignmentKernel
import Foundation
import InstanceIO
import Testing

@Suite struct WeightTests {
  @Test func `holds decimals in the smallest unit that is exact`() throws {
    let instance = try read("[[1.5, 2.25, -3], [0.10, 1e-1, 12e1]]")
    #expect(instance.problem.tiers == [[150, 225, -300, 10, 10, 12000]])
    #expect(instance.unit == .decimals(2))
    #expect(instance.inputValue(of: 160) == "1.6")
    #expect(instance.inputValue(of: -5) == "-0.05")
    #expect(instance.inputValue(of: 300) == "3")
  }

  @Test func `says how much memory is lacking instead of taking it`() throws {
    let rows = Array(
      repeating: Array(repeating: "7", count: 300).joined(separator: ","), count: 300)
    let text = "{\"weights\":[" + rows.map { "[\($0)]" }.joined(separator: ",") + "]}"
    func read(_ bytes: Int) throws(InstanceError) -> RawInstance {
      try RawInstance(
        data: Data(text.utf8), format: .json,
        options: RawInstance.Options(memory: MemoryBudget(bytes: bytes)))
    }
    for bytes in [0, 100_000, 800_000] {
      let error = try #require(throws: InstanceError.self) { try read(bytes) }
      #expect(error.isShortage)
      #expect(error.line == nil && error.value == nil)
    }
    #expect(try read(4_000_000).problem.arcs.count == 90_000)
  }

  @Test func `holds every integer of 64 bits`() throws {
    let instance = try read("[[9223372036854775807, -9223372036854775808, 7.0000000000000000000]]")
    #expect(instance.problem.tiers == [[.max, .min, 7]])
  }

  @Test(arguments: [
    "9223372036854775808", "1e19", "0.1234567891", "922337203685477580.75", "1e999999999",
    "1.00000000000000000000000001", "1e-999999999",
  ])
  func `refuses what it can't hold and names the place`(number: String) {
    let error = #expect(throws: InstanceError.self) { try read("[[1, 2], [3, \(number)]]") }
    #expect(error?.row == 1)
    #expect(error?.column == 1)
  }

  @Test func `refuses a common unit that does not fit`() {
    let error = #expect(throws: InstanceError.self) { try read("[[0.000000001, 9e18]]") }
    #expect(error?.column == 1)
  }

  @Test func `refuses to negate the least integer`() {
    let text = #"{"objective": "min", "weights": [[-9223372036854775808]]}"#
    #expect(throws: InstanceError.self) {
      try RawInstance(data: Data(text.utf8), format: .json)
    }
  }

  @Test(
    arguments: [
      ("0.1234567891", 1_000_000, 123457), ("0.0000005", 1_000_000, 1),
      ("-0.0000005", 1_000_000, -1), ("0.00000049", 1_000_000, 0), ("3", 7, 21),
      ("1e-400", 1_000_000, 0), ("12345678901.234567890123456789", 100, 1_234_567_890_123),
      ("0e9999", 10, 0),
    ] as [(String, Int64, Int64)])
  func `rounds to the scale that is given`(number: String, scale: Int64, weight: Int64) throws {
    let instance = try read("[[\(number)]]", scale: scale)
    #expect(instance.problem.tiers == [[weight]])
  }

  @Test func `gives totals back in the units of the file`() throws {
    #expect(try read("[[1]]", scale: 8).inputValue(of: 11) == "1.375")
    #expect(try read("[[1]]", scale: 3).inputValue(of: -4) == "-1.333333333333333333")
    #expect(try read("[[1]]", scale: 1000).inputValue(of: 2_000) == "2")
  }

  @Test func `refuses a scale below 1`() {
    #expect(throws: InstanceError.self) { try read("[[1]]", scale: 0) }
  }

  private func read(_ weights: String, scale: Int64? = nil) throws -> RawInstance {
    let text = #"{"objective": "max", "weights": \#(weights)}"#
    return try RawInstance(
      data: Data(text.utf8), format: .json, options: .init(scale: scale))
  }
}
