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
    for (schema, arguments) in Self.questions(name, String(people.2), String(people.1)) {
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
