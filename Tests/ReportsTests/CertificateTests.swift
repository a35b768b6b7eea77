import AssignmentKernel
import Foundation
import Testing

@testable import Reports

@Suite struct CertificateTests {
  /// Two tiers, nested groups of columns, a group of rows.
  private static func problem() throws -> AssignmentProblem {
    try AssignmentProblem(
      arcs: ArcPattern(columnsOfRows: [[0, 1], [0, 2], [1, 2]], columns: 3),
      tiers: [[1, 1, 1, 1, 1, 1], [7, 3, 5, 9, 2, 4]],
      rowDemand: [.upTo(1), .upTo(1), .exactly(1)],
      columnLoad: [.upTo(2), .upTo(1), .upTo(1)],
      rowGroups: [NodeGroup([0, 1], .upTo(2))],
      columnGroups: [NodeGroup([0, 1], .upTo(2)), NodeGroup([0, 1, 2], .upTo(3))])
  }

  private static func record() throws -> CertificateRecord {
    let problem = try problem()
    let solution = try HungarianSolver().solve(problem)
    return CertificateRecord(
      of: solution, verification: Verifier.verify(solution, of: problem), problem: problem,
      instance: CertificateInstance(
        problem: problem, rowLabels: ["a", "b", "c"], columnLabels: ["x", "y", "z"],
        tierNames: ["coverage", "fit"]))
  }

  private static func bytes(_ record: CertificateRecord) -> [UInt8] {
    Array(CertificateDocument.value(of: record).document.utf8)
  }

  private static func verdict(_ record: CertificateRecord) throws -> Bool {
    let problem = try #require(record.instance?.problem)
    return record.isBorneOut(by: try record.verify(on: problem))
  }

  @Test func `what is written is read back and holds`() throws {
    let record = try Self.record()
    let read = try CertificateReader.read(Self.bytes(record))
    #expect(read == record)
    #expect(try Self.verdict(read))
  }

  @Test func `potentials beyond 64 bits come back`() throws {
    var record = try Self.record()
    record.certificate.tiers[0].rows[0] = Int128(1) << 90
    #expect(try CertificateReader.read(Self.bytes(record)) == record)
  }

  @Test func `a worse choice is not borne out`() throws {
    var record = try Self.record()
    record.chosen.removeFirst()
    #expect(try !Self.verdict(record))
  }

  @Test func `a choice that stands twice is not borne out`() throws {
    var record = try Self.record()
    record.chosen.append(record.chosen[0])
    #expect(try !Self.verdict(record))
  }

  @Test func `other sums than those of the choice are not borne out`() throws {
    var record = try Self.record()
    record.objective[1] += 1
    #expect(try !Self.verdict(record))
  }

  @Test func `other potentials are not borne out`() throws {
    var record = try Self.record()
    record.certificate.tiers[1].rows[0] += 5
    #expect(try !Self.verdict(record))
  }

  @Test func `a pair that is no arc is told`() throws {
    var record = try Self.record()
    record.chosen[0] = ChosenPair(row: 0, column: 2)
    #expect(throws: CertificateError.chosenPair(row: 0, column: 2)) { try Self.verdict(record) }
    record.chosen[0] = ChosenPair(row: .max, column: .min)
    #expect(throws: CertificateError.chosenPair(row: .max, column: .min)) {
      try Self.verdict(record)
    }
  }

  @Test(arguments: [
    ("\"format\": \"nastavnik.certificate/1\"", "\"format\": \"x\"", CertificateError.format("x")),
    ("\"status\": \"optimal\"", "\"status\": \"best\"", .status("best")),
    ("[0, 0, 1, 7]", "[0, 0, 1]", .arc(0)),
    ("[0, 0, 1, 7]", "[0, 9, 1, 7]", .arc(0)),
    ("[0, 0, 1, 7]", "[0, 1, 1, 7]", .problem(.arcsOfRow(0))),
    ("\"labels\": [\"a\", \"b\", \"c\"]", "\"labels\": []", .lengths(path: "rows")),
    ("\"group\": [1, -1]", "\"group\": [1, 0]", .groups(.column)),
    ("\"group\": [1, -1]", "\"group\": [7, -1]", .groups(.column)),
    (
      "\"lower\": [0, 0, 1]", "\"lower\": [0, 0, 5]",
      .problem(.bounds(.row, node: 2, Bounds(lower: 5, upper: 1)))
    ),
    (
      "\"lower\": [0, 0, 1]", "\"lower\": [0, 0, \"1\"]",
      .malformed(path: "instance.rows.lower.Index 2")
    ),
    ("\"chosen\"", "\"taken\"", .malformed(path: "JSON")),
  ])
  func `a damaged file is told apart`(
    part: String, damage: String, error: CertificateError
  ) throws {
    let text = String(decoding: Self.bytes(try Self.record()), as: UTF8.self)
    try #require(text.contains(part))
    let damaged = text.replacing(part, with: damage, maxReplacements: 1)
    #expect(throws: error) { try CertificateReader.read(Array(damaged.utf8)) }
  }

  @Test func `no beginning of a file brings the reader down`() throws {
    let bytes = Self.bytes(try Self.record())
    for length in stride(from: 0, to: bytes.count - 2, by: 7) {
      #expect(throws: CertificateError.self) {
        try CertificateReader.read(Array(bytes.prefix(length)))
      }
    }
  }

  @Test func `a thousand brackets do not bring the reader down`() {
    #expect(throws: CertificateError.self) {
      try CertificateReader.read(Array(repeating: UInt8(ascii: "["), count: 100_000))
    }
  }
}
