import MentoringModel
import NastavnikKit
import Testing
import Wording

@Suite struct GroupCommandTests {
  static let solvers = ["hungarian"] + (BuiltInSolvers.groupGLPK == nil ? [] : ["glpk"])

  private func matched() throws -> Workplace {
    let place = try Workplace()
    try GroupProgramme().write(to: place)
    try #require(place.run("match", "DIR/programme", "--out", "DIR/plan").exit == 0)
    return place
  }

  @Test(arguments: solvers)
  func `proposes a group, and tells why another did not open`(solver: String) throws {
    let place = try Workplace()
    try GroupProgramme().write(to: place)
    let outcome = place.run("match", "DIR/programme", "--solver", solver, "--lang", "ru")
    #expect(outcome.exit == 0)
    #expect(outcome.errors.isEmpty)
    for part in [
      "Образцов Пётр", "Тестова", "Черновикова", "тему «проект» просят 4 человека",
      "тему «олимпиада» просит 1", "а группе нужно 3", "Группу откроют ещё 2 участника",
      "Итого: 0 пар, 1 группа, без наставника — 1 заявка", "открыто групп 1 / 1",
      "Доказательство: оптимально, разрыв 0, проверено.",
    ] {
      let words = part.split(separator: " ").map(String.init)
      #expect(words.allSatisfy(outcome.output.contains), "\(part)\n\(outcome.output)")
    }
  }

  @Test func `every solver gives the same plan`() throws {
    let place = try Workplace()
    try GroupProgramme().write(to: place)
    for solver in Self.solvers {
      #expect(
        place.run("match", "DIR/programme", "--solver", solver, "--out", "DIR/\(solver)").exit == 0)
    }
    #expect(Set(try Self.solvers.map { try place.read("\($0)/plan.json") }).count == 1)
  }

  @Test func `confirms a plan with groups from its certificate alone and from the banks`() throws {
    let place = try matched()
    let alone = place.run("verify", "DIR/plan/certificate.json", "--json")
    #expect(alone.exit == 0)
    #expect(alone.output.contains("\"verified\": true,\n  \"status\": \"optimal\""))
    #expect(alone.output.contains("\"gap\": [0, 0, 0, 0, 0]"))
    let banks = place.run("verify", "DIR/programme", "--plan", "DIR/plan")
    #expect(banks == Outcome(exit: 0, output: banks.output, errors: "", files: banks.files))
    #expect(banks.output == "Verified. No plan is better.\n")
  }

  @Test(arguments: [
    (
      "\"openLimits\": []",
      "\"openLimits\": [{\"columns\": [0], \"lower\": 0, \"upper\": 0}]"
    ),
    ("\"mayClose\": [true", "\"mayClose\": [false"),
    ("\"lower\": [3", "\"lower\": [5"),
  ])
  func `tells an instance that was tampered with`(old: String, new: String) throws {
    let place = try matched()
    let text = try place.read("plan/certificate.json")
    try #require(text.contains(old))
    try place.write(text.replacing(old, with: new), to: "plan/certificate.json")
    #expect(place.run("verify", "DIR/plan/certificate.json").exit != 0)
    let banks = place.run("verify", "DIR/programme", "--plan", "DIR/plan")
    #expect(banks.exit != 0)
  }

  @Test func `tells a plan whose group was changed by hand`() throws {
    let place = try matched()
    let text = try place.read("plan/plan.json")
    try place.write(text.replacing("Тестова", with: "Другая"), to: "plan/plan.json")
    let outcome = place.run("verify", "DIR/programme", "--plan", "DIR/plan")
    #expect(outcome.exit == 1)
    #expect(outcome.output.hasPrefix("plan.json differs"))
  }

  @Test func `keeps together and apart as decisions say`() throws {
    let place = try Workplace()
    var programme = GroupProgramme()
    programme.decisions = "врозь;;;P1, P2\n"
    try programme.write(to: place)
    let outcome = place.run("match", "DIR/programme", "--lang", "en")
    #expect(outcome.exit == 0)
    #expect(outcome.output.contains("Total: 0 pairs, 1 group, without a mentor: 2 requests"))
  }

  @Test func `a time that is up is told, and what was found is shown`() throws {
    let place = try Workplace()
    try GroupProgramme().write(to: place)
    let outcome = place.run(
      "match", "DIR/programme", "--solver", "hungarian", "--time-limit", "0.000000001")
    #expect(outcome.exit == 75)
    #expect(outcome.output.contains("Proof: "))
    #expect(!outcome.output.contains("optimal"))
    #expect(outcome.output.contains("stopped"))
  }

  @Test func `explains a member of a group, a mentee without one, and a topic`() throws {
    let place = try Workplace()
    try GroupProgramme().write(to: place)
    let member = place.run("explain", "DIR/programme", "--mentee", "P1", "--lang", "ru")
    #expect(member.exit == 0)
    #expect(member.output.contains("тему «проект» просят 4 человека"))
    #expect(member.output.contains("Лучший план без этой пары: на 1 наставляемого меньше"))
    let alone = place.run("explain", "DIR/programme", "--mentee", "P5", "--lang", "en")
    #expect(alone.exit == 0)
    #expect(alone.output.contains("a group needs 3"))
    let pair = place.run(
      "explain", "DIR/programme", "--mentee", "P5", "--mentor", "M2", "--lang", "en")
    #expect(pair.output.contains("The mentor can lead no group for this mentee: 1 person asks"))
    let topic = place.run("explain", "DIR/programme", "--topic", "Олимпиада", "--lang", "en")
    #expect(topic.exit == 0)
    #expect(topic.output.contains("groups in the plan: 0."))
    #expect(topic.output.contains("open the group, or a minimum of 1 (size.minimum)"))
    let json = place.run("explain", "DIR/programme", "--topic", "олимпиада", "--json")
    #expect(json.output.contains("\"code\": \"groupTooSmall\""))
    let opened = place.run("explain", "DIR/programme", "--topic", "проект", "--lang", "en")
    #expect(opened.output.contains("groups in the plan: 1."))
    #expect(opened.output.contains("+ Образцов Пётр"))
    let unknown = place.run("explain", "DIR/programme", "--topic", "олимпияда")
    #expect(unknown.exit == 64)
    #expect(unknown.errors.contains("“олимпиада”?"), "\(unknown)")
    #expect(unknown.errors.contains("It makes groups about: olympiad, project."), "\(unknown)")
    let both = place.run("explain", "DIR/programme", "--topic", "проект", "--mentee", "P1")
    #expect(both.exit == 64)
  }

  @Test func `keeps the members of an old group together when one leaves`() throws {
    let place = try matched()
    let mentees = try place.read("programme/mentees.csv").split(separator: "\n")
    try place.write(
      mentees.filter { !$0.hasPrefix("P4") }.joined(separator: "\n") + "\n",
      to: "programme/mentees.csv")
    let outcome = place.run(
      "rematch", "DIR/programme", "--against", "DIR/plan", "--curve", "--out", "DIR/new")
    #expect(outcome.exit == 0, "\(outcome.errors)")
    #expect(outcome.output.contains("As before: 3 pairs of 3 that could stay."))
    #expect(outcome.output.contains("Cannot stay (somebody left, or a rule forbids it): 1 pair"))
    #expect(outcome.output.contains("none is better"))
    #expect(try place.read("new/plan.json").contains("\"opened\""))
  }

  @Test(arguments: solvers)
  func `proves a plan with few mentors, alone and from the banks`(solver: String) throws {
    let place = try Workplace()
    try GroupProgramme().write(to: place)
    let text = try place.read("programme/programme.yaml")
    try place.write(
      text.replacing("weights:", with: "tiers: [pins, coverage, fewestMentors, fit]\nweights:"),
      to: "programme/programme.yaml")
    let outcome = place.run(
      "match", "DIR/programme", "--solver", solver, "--out", "DIR/plan", "--lang", "en")
    #expect(outcome.exit == 0, "\(outcome.errors)")
    #expect(outcome.output.contains("mentors with mentees 1 / 1"))
    #expect(place.run("verify", "DIR/plan/certificate.json").exit == 0)
    #expect(place.run("verify", "DIR/programme", "--plan", "DIR/plan").exit == 0)
  }

  @Test func `compares scenarios with groups`() throws {
    let place = try Workplace()
    try GroupProgramme().write(to: place)
    let outcome = place.run(
      "whatif", "DIR/programme", "--set", "mentors.M1=off", "--json")
    #expect(outcome.exit == 0)
    #expect(!outcome.errors.contains("groupFormLeftOut"))
    #expect(outcome.output.contains("\"matched\": 4"), "\(outcome)")
    #expect(outcome.output.contains("\"matched\": 0"), "\(outcome)")
  }

  @Test func `tells what a rule of composition costs`() throws {
    let place = try Workplace()
    var programme = GroupProgramme()
    programme.groups = programme.groups.map {
      $0.replacing("atMost: 2", with: "atMost: 1").replacing("minimum: 3", with: "minimum: 2")
    }
    try programme.write(to: place)
    let arguments = ["explain", "DIR/programme", "--topic", "проект", "--solver", "hungarian"]
    let told = place.run(arguments + ["--lang", "ru"])
    #expect(told.exit == 0)
    #expect(told.output.contains("Без правила состава 1 ("), "\(told)")
    #expect(told.output.contains("на 2 наставляемых больше с наставником"), "\(told)")
    #expect(told.output.contains("Без правила"), "\(told)")
    try GroupProgramme().write(to: place)
    let free = place.run(arguments + ["--lang", "en"])
    #expect(free.output.contains("Rule of composition 1 ("), "\(free)")
    #expect(free.output.contains("costs nothing."), "\(free)")
    let json = place.run(arguments + ["--json"])
    #expect(json.output.contains("\"rules\": [\n"), "\(json)")
  }
}
