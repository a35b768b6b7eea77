import Foundation
import Testing

@Suite struct SolveGroupsTests {
  /// What a script reads of `solve --json` where columns may close.
  private struct Answer: Decodable, Equatable {
    var status: String
    var objective: Double?
    var bound: Double?
    var gap: Double?
    var assignment: [[Int]]
    var open: [Int]
    var plans: [Plan]
    var solver: String
    var verified: Bool
  }

  private struct Plan: Decodable, Equatable {
    var seconds: Double
    var objective: Double
  }

  /// An instance as a user writes it, with the answer that is known.
  struct Instance: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var members: String
    var objective: Double?
    var open: [Int] = []
  }

  static let instances = [
    Instance(
      testDescription: "one of two topics",
      members:
        #""objective": "max", "weights": [[9, 1], [9, 1], [1, 9], [2, 1]], "columnLoad": {"lower": 3, "upper": 4}, "mayClose": true"#,
      objective: 21, open: [0]),
    Instance(
      testDescription: "costs of opening, decimals",
      members:
        #""weights": [[1.5, 1], [1.5, 1]], "rowDemand": {"lower": 1}, "columnLoad": {"lower": 2, "upper": 2}, "mayClose": true, "opening": [0.25, 2]"#,
      objective: 3.25, open: [0]),
    Instance(
      testDescription: "rules, friends and a limit",
      members:
        #""objective": "max", "weights": [[9, 1], [8, 2], [2, 7], [1, 6]], "columnLoad": {"lower": 1, "upper": 3}, "mayClose": true, "rules": [{"rows": [0, 1], "upper": 1}], "together": [[2, 3]], "openLimits": [{"upper": 1}]"#,
      objective: 15, open: [1]),
    Instance(
      testDescription: "infeasible",
      members:
        #""weights": [[1], [1]], "rowDemand": {"lower": 1}, "columnLoad": {"lower": 3, "upper": 4}, "mayClose": true"#,
      objective: nil),
  ]

  @Test(arguments: instances, ["auto", "hungarian"])
  func `gives the known optimum of groups and a certificate that holds`(
    instance: Instance, solver: String
  ) throws {
    let place = try Workplace()
    try place.write("{" + instance.members + "}", to: "instance.json")
    let outcome = place.run(
      "solve", "DIR/instance.json", "--solver", solver, "--json", "--certificate", "DIR/proof.json")
    let answer = try JSONDecoder().decode(Answer.self, from: Data(outcome.output.utf8))
    #expect(outcome.exit == 0)
    #expect(answer.status == (instance.objective == nil ? "infeasible" : "optimal"))
    #expect(answer.objective == instance.objective)
    #expect(answer.bound == instance.objective)
    #expect(answer.gap == instance.objective.map { _ in 0 })
    #expect(answer.open == instance.open)
    #expect(answer.verified)
    #expect(answer.plans.last?.objective == instance.objective)
    #expect(answer.plans.map(\.seconds) == answer.plans.map(\.seconds).sorted())
    let check = place.run("verify", "DIR/instance.json", "--certificate", "DIR/proof.json")
    #expect(check.exit == 0, "\(check)")
    #expect(place.run("verify", "DIR/proof.json").exit == 65)
  }

  @Test func `a certificate of another instance does not hold`() throws {
    let place = try Workplace()
    try place.write("{" + Self.instances[0].members + "}", to: "one.json")
    try place.write(
      "{" + Self.instances[0].members.replacingOccurrences(of: "[2, 1]", with: "[2, 30]") + "}",
      to: "other.json")
    #expect(place.run("solve", "DIR/one.json", "--certificate", "DIR/proof.json").exit == 0)
    let check = place.run("verify", "DIR/other.json", "--certificate", "DIR/proof.json", "--json")
    #expect(check.exit == 1)
    #expect(check.output.contains(#""verified": false"#), "\(check)")
    try place.write(#"{"weights": [[1]]}"#, to: "plain.json")
    #expect(place.run("verify", "DIR/plain.json", "--certificate", "DIR/proof.json").exit == 65)
  }

  @Test func `without time it stops with a plan and a bound, exit 75`() throws {
    let place = try Workplace()
    try place.write("{" + Self.instances[0].members + "}", to: "instance.json")
    let outcome = place.run("solve", "DIR/instance.json", "--json", "--time-limit", "0.000001")
    let answer = try JSONDecoder().decode(Answer.self, from: Data(outcome.output.utf8))
    #expect(outcome.exit == 75)
    #expect(answer.status == "feasible")
    #expect(answer.bound == 29)
    #expect(try #require(answer.objective) > 0)
  }

  @Test func `prints the open columns for people`() throws {
    let place = try Workplace()
    try place.write("{" + Self.instances[0].members + "}", to: "instance.json")
    let outcome = place.run("solve", "DIR/instance.json", "--solver", "hungarian")
    #expect(
      outcome.output == """
        No plan is better.
        Sum: 21
        Gap: 0, verified
        Solver: hungarian (as asked)
        Open: 0
        0 0
        1 0
        2 0
        3 0

        """)
  }
}
