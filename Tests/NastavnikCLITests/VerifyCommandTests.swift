import Testing

@Suite struct VerifyCommandTests {
  /// A folder with a programme and the plan that was made of it.
  private func matched() throws -> Workplace {
    let place = try Workplace()
    try SmallProgramme().write(to: place)
    try #require(place.run("match", "DIR/programme", "--out", "DIR/plan").exit == 0)
    return place
  }

  @Test func `confirms a plan from its certificate alone`() throws {
    let place = try matched()
    let outcome = place.run("verify", "DIR/plan/certificate.json", "--json")
    #expect(outcome.exit == 0)
    #expect(outcome.output.contains("\"verified\": true,\n  \"status\": \"optimal\""))
    #expect(outcome.output.contains("\"gap\": [0, 0, 0, 0]"))
  }

  @Test func `tells a choice that was tampered with`() throws {
    let place = try matched()
    let text = try place.read("plan/certificate.json")
    let chosen = "\"chosen\": [\n    [0, 0],\n    [1, 1]\n  ]"
    try #require(text.contains(chosen))
    try place.write(text.replacing(chosen, with: "\"chosen\": []"), to: "plan/certificate.json")
    let outcome = place.run("verify", "DIR/plan/certificate.json")
    #expect(outcome.exit == 1)
    #expect(outcome.output == "The claim “optimal” is not borne out.\n")
  }

  @Test func `tells that the banks have changed since`() throws {
    let place = try matched()
    var programme = SmallProgramme()
    programme.mentors = programme.mentors.replacing("ФГОС (5)", with: "ФГОС (1)")
    try programme.write(to: place)
    let outcome = place.run("verify", "DIR/programme", "--plan", "DIR/plan")
    #expect(outcome.exit == 1)
    #expect(
      outcome.output
        == "The problem in the certificate is not the one that the programme's files make now.\n")
  }

  @Test func `tells a plan that says something else than its certificate`() throws {
    let place = try matched()
    let text = try place.read("plan/plan.json")
    try place.write(text.replacing("Тестова", with: "Другая"), to: "plan/plan.json")
    let outcome = place.run("verify", "DIR/programme", "--plan", "DIR/plan")
    #expect(outcome.exit == 1)
    #expect(
      outcome.output
        == "plan.json differs from what the programme's files and the certificate give.\n")
  }

  @Test func `a file that is no certificate is unusable data`() throws {
    let place = try Workplace()
    try place.write("{}", to: "certificate.json")
    let outcome = place.run("verify", "DIR/certificate.json")
    #expect(outcome.exit == 65)
    #expect(outcome.output.isEmpty)
    #expect(place.run("verify", "DIR/nothing.json").exit == 66)
  }
}
