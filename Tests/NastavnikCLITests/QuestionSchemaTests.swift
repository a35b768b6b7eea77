import Foundation
import Testing

/// What questions answer in JSON, held against the schemas by a validator from elsewhere.
@Suite struct QuestionSchemaTests {
  /// A mentor and a mentee of a plan.
  private static var pair: Regex<(Substring, Substring, Substring)> {
    /"mentor": \{\s*"id": "([^"]+)".*?"mentees": \[\s*\{\s*"id": "([^"]+)"/.dotMatchesNewlines()
  }

  /// A schema with questions that are answered in its format.
  private static func questions(_ name: String, _ mentee: String, _ mentor: String) -> [(
    schema: String, arguments: [String]
  )] {
    let folder = "\(datasets)/\(name)"
    return [
      ("explanation", ["explain", folder]),
      ("explanation", ["explain", folder, "--coverage"]),
      ("explanation", ["explain", folder, "--mentee", mentee]),
      ("explanation", ["explain", folder, "--mentee", mentee, "--mentor", mentor]),
      (
        "comparison",
        ["whatif", folder, "--set", "weights.requests=10", "--set", "mentors.\(mentor)=off"]
      ),
      ("pareto", ["whatif", folder, "--pareto", "fit,balance"]),
      ("robustness", ["whatif", folder, "--robustness", "3"]),
      ("rematch", ["rematch", folder, "--against", "DIR/old", "--curve"]),
    ]
  }

  @Test(
    .enabled(if: OrderCommandTests.hasValidator, "python3-jsonschema is not installed"),
    arguments: ["bogorodsk-district", "vologda-medical-college"])
  func `a validator from elsewhere accepts every answer`(name: String) throws {
    guard !DatasetTests.solvers(of: name).isEmpty else { return }
    let place = try Workplace()
    _ = place.run("match", "\(datasets)/\(name)", "--out", "DIR/old")
    let people = try #require(try place.read("old/plan.json").firstMatch(of: Self.pair)?.output)
    try expect(Self.questions(name, String(people.2), String(people.1)), hold: place)
  }

  /// In the other programmes each solve takes longer, so that only what differs there is asked.
  @Test(
    .enabled(if: OrderCommandTests.hasValidator, "python3-jsonschema is not installed"),
    arguments: ["blagoveshchensk-lyceum", "tsoipo-centre", "tpu-lyceum"])
  func `a validator from elsewhere accepts answers of the other programmes`(name: String) throws {
    guard !DatasetTests.solvers(of: name).isEmpty else { return }
    let place = try Workplace()
    let folder = "\(datasets)/\(name)"
    let bank = try String(contentsOfFile: "\(folder)/mentees.csv", encoding: .utf8)
    let mentee = try #require(bank.firstMatch(of: /N-[0-9]+/)?.output)
    try expect(
      [
        ("explanation", ["explain", folder, "--mentee", String(mentee), "--changes", "0"]),
        ("comparison", ["whatif", folder, "--set", "mentees.\(mentee)=off"]),
      ], hold: place)
  }

  @Test(.enabled(if: OrderCommandTests.hasValidator, "python3-jsonschema is not installed"))
  func `a validator from elsewhere accepts every answer about groups`() throws {
    let place = try Workplace()
    try GroupProgramme().write(to: place)
    let folder = "DIR/programme"
    #expect(place.run("match", folder, "--out", "DIR/old").exit == 0)
    let mentees = try place.read("programme/mentees.csv").split(separator: "\n")
    try place.write(
      mentees.filter { !$0.hasPrefix("P4") }.joined(separator: "\n") + "\n",
      to: "programme/mentees.csv")
    try expect(
      [
        ("explanation", ["explain", folder]),
        ("explanation", ["explain", folder, "--mentee", "P1"]),
        ("explanation", ["explain", folder, "--mentee", "P5"]),
        ("explanation", ["explain", folder, "--mentee", "P5", "--mentor", "M2"]),
        ("explanation", ["explain", folder, "--topic", "Олимпиада"]),
        ("comparison", ["whatif", folder, "--set", "mentors.M1=off"]),
        ("comparison", ["whatif", folder, "--set", "maximumMentors=1"]),
        ("robustness", ["whatif", folder, "--robustness", "2"]),
        ("rematch", ["rematch", folder, "--against", "DIR/old", "--curve"]),
        ("rematch", ["rematch", folder, "--against", "DIR/old", "--change-price", "5"]),
      ], hold: place)
  }

  private func expect(
    _ questions: [(schema: String, arguments: [String])], hold place: Workplace
  ) throws {
    for (schema, arguments) in questions {
      let outcome = place.run(arguments + ["--json"])
      #expect([0, 1].contains(outcome.exit), "\(arguments): \(outcome.errors)")
      try place.write(place.run("schema", schema).output, to: "\(schema).json")
      try place.write(outcome.output, to: "answer.json")
      let verdict = try OrderCommandTests.run(
        "-c", OrderCommandTests.validate, "\(place.path)/\(schema).json",
        "\(place.path)/answer.json", "document")
      #expect(verdict.exit == 0, "\(arguments): \(verdict.output.suffix(500))")
    }
  }
}
