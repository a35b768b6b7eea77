import Foundation
import NastavnikKit
import Testing

@Suite struct SolveCommandTests {
  /// What a script reads of `solve --json`.
  private struct Answer: Decodable, Equatable {
    var status: String
    var objective: Double?
    var bound: Double?
    var gap: Double?
    var assignment: [[Int]]
    var solver: String
    var seconds: Double
    var readSeconds: Double
    var verified: Bool
  }

  private func answer(_ outcome: Outcome) throws -> Answer {
    try JSONDecoder().decode(Answer.self, from: Data(outcome.output.utf8))
  }

  /// An instance as a user writes it, with the sum that is known to be best.
  struct Instance: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var text: String
    var objective: Double?
    var count = 0
  }

  static let instances = [
    Instance(
      testDescription: "costs", text: #"{"weights": [[4, 1, 3], [2, 0, 5], [3, 2, 2]]}"#,
      objective: 0),
    Instance(
      testDescription: "costs, each row once",
      text:
        #"{"weights": [[4, 1, 3], [2, 0, 5], [3, 2, 2]], "rowDemand": {"lower": 1, "upper": 1}}"#,
      objective: 5, count: 3),
    Instance(
      testDescription: "decimal profits, wide",
      text: #"{"objective": "max", "weights": [[0.5, 2.25, 1], [1, 2, null]]}"#,
      objective: 3.25, count: 2),
    Instance(
      testDescription: "demands of 3, loads of at most 4",
      text:
        #"{"objective": "max", "weights": [[1, 2, 3, 4], [4, 3, 2, 1]], "rowDemand": {"lower": 3, "upper": 3}, "columnLoad": {"lower": 0, "upper": 4}}"#,
      objective: 18, count: 6),
    Instance(
      testDescription: "lower bounds on loads",
      text:
        #"{"weights": [[1, 9], [1, 9], [1, 9]], "rowDemand": {"lower": 1, "upper": 1}, "columnLoad": {"lower": [0, 2], "upper": 3}}"#,
      objective: 19, count: 3),
    Instance(
      testDescription: "infeasible",
      text:
        #"{"rows": 2, "columns": 2, "arcs": [[0, 0, 5], [1, 0, 5]], "rowDemand": {"lower": 1, "upper": 1}}"#,
      objective: nil),
  ]

  @Test(arguments: instances, DatasetTests.solvers)
  func `gives the known optimum and a certificate that holds`(
    instance: Instance, solver: String
  ) throws {
    let place = try Workplace()
    try place.write(instance.text, to: "instance.json")
    let outcome = place.run(
      "solve", "DIR/instance.json", "--solver", solver, "--json", "--certificate", "DIR/proof.json")
    let answer = try answer(outcome)
    #expect(outcome.exit == 0)
    #expect(answer.status == (instance.objective == nil ? "infeasible" : "optimal"))
    #expect(answer.objective == instance.objective)
    #expect(answer.bound == instance.objective)
    #expect(answer.gap == instance.objective.map { _ in 0 })
    #expect(instance.count == 0 || answer.assignment.count == instance.count)
    #expect(answer.solver == solver)
    #expect(answer.verified)
    let check = place.run("verify", "DIR/instance.json", "--certificate", "DIR/proof.json")
    #expect(check.exit == 0, "\(check)")
    #expect(place.run("verify", "DIR/proof.json").exit == 65)
  }

  @Test func `options override what the file says`() throws {
    let place = try Workplace()
    try place.write("2\n1 2\n3 5\n", to: "square.txt")
    #expect(try answer(place.run("solve", "DIR/square.txt", "--json")).objective == 5)
    #expect(try answer(place.run("solve", "DIR/square.txt", "--json", "--maximize")).objective == 6)
    let twice = place.run(
      "solve", "DIR/square.txt", "--json", "--row-demand", "2", "--column-load", "0:2")
    #expect(try answer(twice).objective == 11)
  }

  @Test(arguments: DatasetTests.solvers)
  func `starts from an earlier answer where rows and columns are the same`(solver: String) throws {
    let place = try Workplace()
    try place.write("3\n1 2 9\n3 5 9\n2 2 1\n", to: "before.txt")
    try place.write("3\n1 2 9\n3 9 4\n2 2 7\n", to: "after.txt")
    try place.write("2\n1 2\n3 5\n", to: "other.txt")
    let solve = ["solve", "DIR/before.txt", "--solver", solver, "--certificate", "DIR/proof.json"]
    #expect(place.run(solve).exit == 0)
    let again = place.run(
      "solve", "DIR/after.txt", "--solver", solver, "--from", "DIR/proof.json", "--json")
    let answer = try answer(again)
    #expect(answer.objective == 7 && answer.gap == 0 && answer.status == "optimal")
    let other = place.run("solve", "DIR/other.txt", "--solver", solver, "--from", "DIR/proof.json")
    #expect(other.exit == 65)
    #expect(place.run("solve", "DIR/after.txt", "--from", "DIR/nothing.json").exit == 66)
  }

  @Test func `prints the sum and the pairs for people`() throws {
    let place = try Workplace()
    try place.write("2\n1 2\n3 5\n", to: "square.txt")
    let outcome = place.run("solve", "DIR/square.txt", "--solver", "hungarian")
    #expect(
      outcome.output == """
        No plan is better.
        Sum: 5
        Gap: 0, verified
        Solver: hungarian (as asked)
        0 1
        1 0

        """)
  }

  @Test(arguments: ["", "{", "[]", #"{"weights": [[1, 2], [3]]}"#, #"{"weights": [["x"]]}"#])
  func `a file that is no instance is unusable data`(text: String) throws {
    let place = try Workplace()
    try place.write(text, to: "instance.json")
    let outcome = place.run("solve", "DIR/instance.json", "--json")
    #expect(outcome.exit == 65)
    #expect(outcome.output.isEmpty)
    #expect(outcome.errors.contains("instance.json"))
  }

  @Test func `a missing file, an unknown format and a missing solver each have their code`() throws
  {
    let place = try Workplace()
    #expect(place.run("solve", "DIR/nothing.json").exit == 66)
    try place.write("1\n1\n", to: "instance.dat")
    #expect(place.run("solve", "DIR/instance.dat").exit == 64)
    #expect(place.run("solve", "DIR/instance.dat", "--format", "orlib").exit == 0)
    let glpk = place.run("solve", "DIR/instance.dat", "--format", "orlib", "--solver", "glpk")
    #expect(glpk.exit == (BuiltInSolvers.glpk == nil ? 69 : 0))
  }
}
