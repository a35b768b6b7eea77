import Testing

@Suite struct RootCommandTests {
  @Test func `tells its version`() throws {
    #expect(
      try Workplace().run("--version")
        == Outcome(exit: 0, output: "0.1.0\n", errors: "", files: [:]))
  }

  @Test func `help is a result, in the language of the environment`() throws {
    let place = try Workplace()
    let english = place.run("--help")
    #expect(english.exit == 0)
    #expect(english.output.contains("Propose pairs and groups, form by form."))
    let russian = place.run("help", "match", environment: ["LC_ALL": "ru_RU.UTF-8"])
    #expect(russian.output.contains("Предложить пары и группы по каждой форме."))
    #expect(russian.errors.isEmpty)
  }

  @Test(arguments: [
    ["nonsense"], ["match"], ["match", "a", "b"], ["match", "a", "--solver", "oracle"],
    ["match", "a", "--lang", "fr"], ["solve", "x.json", "--row-demand", "a:b"],
    ["verify", "a", "--plan", "b", "--certificate", "c"], ["generate", "--out", "x"],
    ["generate", "--out", "x", "--seed", "1", "--mentees", "-3"],
  ])
  func `wrong usage is told on standard error`(arguments: [String]) throws {
    let place = try Workplace()
    let outcome = place.run(arguments)
    #expect(outcome.exit == 64)
    #expect(outcome.output.isEmpty)
    #expect(!outcome.errors.isEmpty)
    #expect(outcome.files.isEmpty)
  }
}
