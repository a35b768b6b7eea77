import Testing

@Suite struct MatchCommandTests {
  @Test func `proposes pairs, and writes nothing unless asked`() throws {
    let place = try Workplace()
    try SmallProgramme().write(to: place)
    let before = place.files
    #expect(
      place.run("match", "DIR/programme", "--solver", "hungarian")
        == Outcome(
          exit: 0,
          output: """
            teacher–teacher

            Mentor         Mentees           Fit  Why
            ─────────────  ────────────  ───────  ──────────────────────────────────────────────────────────────
            Образцов Пётр  Тестова Анна  100.00%  answers: federal education standard (5); same subject:
                                                  математика
            Примеров Иван  Пробин Олег    56.66%  answers: motivation (4); same subject: химия

            Total: 2 pairs, 0 groups, without a mentor: 0 requests, mean fit 78.33%.
            Goals (reached / possible): fixed pairs 0 / 0, mentees matched 2 / 2, total fit 156.66 / 156.66.
            In reserve: 0 mentors.
            Solver: hungarian (as asked).
            Proof: optimal, gap 0, verified.

            """, errors: "", files: before))
  }

  @Test func `the same inputs give the same files`() throws {
    let place = try Workplace()
    try SmallProgramme().write(to: place)
    let first = place.run("match", "DIR/programme", "--out", "DIR/one")
    let second = place.run("match", "DIR/programme", "--out", "DIR/two")
    #expect([first.exit, second.exit] == [0, 0])
    let names = [
      "plan.json", "certificate.json", "manifest.json", "plan.xlsx", "report.html", "plan.md",
      "pairs.csv", "unmatched.csv",
    ]
    #expect(Set(first.files.keys.filter { $0.hasPrefix("one/") }) == Set(names.map { "one/" + $0 }))
    for name in names {
      let text = try #require(second.files["one/\(name)"])
      #expect(text == second.files["two/\(name)"])
    }
  }

  @Test(arguments: [
    ("none", []), ("html", ["report.html"]),
    ("csv,xlsx", ["pairs.csv", "plan.xlsx", "unmatched.csv"]),
    ("markdown", ["plan.md"]),
  ])
  func `only the reports that are asked for are written`(asked: String, names: [String]) throws {
    let place = try Workplace()
    try SmallProgramme().write(to: place)
    let outcome = place.run("match", "DIR/programme", "--out", "DIR/out", "--reports", asked)
    #expect(outcome.exit == 0)
    let written = outcome.files.keys.filter { $0.hasPrefix("out/") && !$0.hasSuffix(".json") }
    #expect(written.sorted() == names.map { "out/" + $0 })
  }

  @Test(arguments: ["pdf", "", "html,", "none,html"])
  func `a report that there is not is wrong usage`(asked: String) throws {
    #expect(try Workplace().run("match", "DIR", "--reports=\(asked)").exit == 64)
  }

  @Test func `reports are in the language of the tables`() throws {
    let place = try Workplace()
    try SmallProgramme().write(to: place)
    _ = place.run("match", "DIR/programme", "--out", "DIR/ru", "--lang", "ru")
    _ = place.run("match", "DIR/programme", "--out", "DIR/en", "--lang", "en")
    #expect(try place.read("ru/report.html").contains("<html lang=\"ru\">"))
    #expect(try place.read("en/report.html").contains("<html lang=\"en\">"))
    #expect(try place.read("ru/plan.md").contains("| Наставник |"))
    #expect(try place.read("en/pairs.csv").contains(";Mentor;"))
  }

  @Test func `a file of the user is not written over unless forced`() throws {
    let place = try Workplace()
    try SmallProgramme().write(to: place)
    try place.write("mine", to: "out/plan.json")
    let before = place.files
    let refused = place.run("match", "DIR/programme", "--out", "DIR/out")
    #expect(refused.exit == 64)
    #expect(refused.output.isEmpty)
    #expect(refused.errors.contains("DIR/out/plan.json"))
    #expect(refused.files == before)
    #expect(place.run("match", "DIR/programme", "--out", "DIR/out", "--force").exit == 0)
    #expect(try place.read("out/plan.json").hasPrefix("{\n  \"format\": \"nastavnik.plan/1\""))
    #expect(place.files.keys.allSatisfy { !$0.hasSuffix(".part") })
  }

  @Test func `prints the plan as one JSON document, with the time that it took`() throws {
    let place = try Workplace()
    try SmallProgramme().write(to: place)
    let outcome = place.run("match", "DIR/programme", "--json", "--out", "DIR/out")
    let plan = try #require(outcome.files["out/plan.json"])
    #expect(outcome.output.hasPrefix(plan.dropLast("\n}\n".count)))
    #expect(outcome.output.contains("\"seconds\": {\"reading\": "))
    #expect(outcome.errors.isEmpty)
  }

  @Test func `a form goes by its title too, and an unknown one is wrong usage`() throws {
    let place = try Workplace()
    try SmallProgramme().write(to: place)
    #expect(place.run("match", "DIR/programme", "--form", "Учитель – учитель").exit == 0)
    let unknown = place.run("match", "DIR/programme", "--form", "educator-educatr")
    #expect(unknown.exit == 64)
    #expect(
      unknown.errors == "The programme has no form “educator-educatr”; “educator-educator”?\n")
  }

  @Test(arguments: ["0", "-1", "nan", "inf", "x", "1e9"])
  func `a time limit that is none is wrong usage`(limit: String) throws {
    #expect(try Workplace().run("match", "DIR", "--time-limit=\(limit)").exit == 64)
  }

  @Test func `a time that is up is told, and what was found is shown`() throws {
    let place = try Workplace()
    try SmallProgramme().write(to: place)
    let outcome = place.run(
      "match", "DIR/programme", "--solver", "hungarian", "--time-limit", "0.000000001")
    #expect(outcome.exit == 75)
    #expect(outcome.output.contains("Proof: "))
    #expect(!outcome.output.contains("optimal"))
    #expect(outcome.output.contains("the work was stopped"))
    #expect(outcome.errors.isEmpty)
  }

  @Test func `a fixed pair for which there is no place is told`() throws {
    let place = try Workplace()
    var programme = SmallProgramme()
    programme.decisions = "закрепить;;M1;E1\nзакрепить;;M1;E2\n"
    try programme.write(to: place)
    let outcome = place.run("match", "DIR/programme")
    #expect(outcome.exit == 1)
    #expect(
      outcome.errors.contains("decisions.csv:3") || outcome.errors.contains("decisions.csv:2"))
  }

  @Test func `errors in single rows are told and the rest is matched`() throws {
    let place = try Workplace()
    var programme = SmallProgramme()
    programme.mentors = programme.mentors.replacing("M2;", with: "M1;")
    try programme.write(to: place)
    let outcome = place.run("match", "DIR/programme")
    #expect(outcome.exit == 1)
    #expect(outcome.errors.contains("mentors.csv:3"))
    #expect(outcome.output.contains("Образцов Пётр"))
  }

  @Test func `the language comes from the option, then from the environment`() throws {
    let place = try Workplace()
    try SmallProgramme().write(to: place)
    let russian = "учитель – учитель\n"
    let none = place.run("match", "DIR/programme", environment: [:])
    #expect(none.output.hasPrefix(russian))
    let posix = place.run("match", "DIR/programme", environment: ["LC_ALL": "C.UTF-8"])
    #expect(posix.output.hasPrefix(russian))
    let english = place.run("match", "DIR/programme", "--lang", "en", environment: ["LANG": "ru"])
    #expect(english.output.hasPrefix("teacher–teacher\n"))
  }
}
