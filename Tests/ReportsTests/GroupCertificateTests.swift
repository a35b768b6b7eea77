import AssignmentKernel
import Testing

@testable import Reports

@Suite struct GroupCertificateTests {
  private static func problem() throws -> GroupProblem {
    try GroupProblem(
      AssignmentProblem(
        arcs: ArcPattern(rows: 4, columns: 2), tiers: [[5, 4, 4, 5, 2, 1, 1, 3]],
        rowDemand: Array(repeating: .upTo(1), count: 4),
        columnLoad: Array(repeating: Bounds(lower: 3, upper: 3), count: 2),
        rowGroups: [NodeGroup([0, 1], .upTo(2))], columnGroups: [NodeGroup([0, 1], .upTo(4))]),
      mayClose: [true, true],
      rules: [CompositionRule(columns: [0, 1], rows: [0, 1], .upTo(1))],
      openLimits: [OpenLimit(columns: [0, 1], .upTo(2))])
  }

  private static func record() throws -> GroupCertificateRecord {
    let problem = try problem()
    let solution = try GroupSearch().solve(problem)
    return GroupCertificateRecord(
      of: solution, verification: GroupVerifier.verify(solution, of: problem), problem: problem)
  }

  private static func text(_ record: GroupCertificateRecord) -> String {
    GroupCertificateDocument.value(of: record).document
  }

  @Test func `what is written is read back and holds`() throws {
    var record = try Self.record()
    let problem = try Self.problem()
    #expect(record.isBorneOut(by: try record.verify(on: problem)))
    record.proof.trees.append([
      .question(.takes(arc: 3)), .question(.opens(column: 1)), .leaf(0), .leaf(1), .leaf(0),
    ])
    record.proof.prices.append(
      GroupPrices(
        tiers: [1], rows: [1, 2, 3, Int128(1) << 90], rowGroups: [1], columnGroups: [-1],
        openLimits: [4], rules: [RulePrice(rule: 0, column: 1, price: 7)]))
    #expect(try GroupCertificateReader.read(Array(Self.text(record).utf8)) == record)
  }

  @Test func `a worse choice, other sums or other prices are not borne out`() throws {
    let problem = try Self.problem()
    let record = try Self.record()
    var worse = record
    worse.chosen.removeLast()
    var boastful = record
    boastful.objective[0] += 1
    var cheap = record
    cheap.proof.prices = cheap.proof.prices.map {
      var prices = $0
      prices.rows = prices.rows.map { $0 + 1000 * prices.tiers[0] }
      return prices
    }
    for spoilt in [worse, boastful, cheap] {
      #expect(try !spoilt.isBorneOut(by: spoilt.verify(on: problem)))
    }
  }

  @Test func `what is damaged is told`() throws {
    let text = Self.text(try Self.record())
    for (old, new) in [
      ("nastavnik.groupCertificate/1", "nastavnik.certificate/1"), (#""optimal""#, #""best""#),
      (#""trees""#, #""forest""#), (#""rows""#, #""lines""#),
    ] {
      let spoilt = text.replacing(old, with: new)
      #expect(throws: CertificateError.self) {
        try GroupCertificateReader.read(Array(spoilt.utf8))
      }
    }
    let start =
      #"{"format": "nastavnik.groupCertificate/1", "status": "unknown", "objective": [], "#
    for trees in ["[[[3, 0]]]", "[[[0]]]", "[[[0, 0, 0]]]", "[[0]]", "[[[0, 0.5]]]"] {
      let text = start + #""chosen": [], "prices": [], "trees": "# + trees + "}"
      #expect(throws: CertificateError.self) { try GroupCertificateReader.read(Array(text.utf8)) }
    }
  }
}
