import Foundation
import Testing

@Suite struct QuestionCommandTests {
  /// Two mentors with one place each, three mentees.
  private static func place() throws -> Workplace {
    let place = try Workplace()
    try programme.write(to: place)
    return place
  }

  private static var programme: SmallProgramme {
    var programme = SmallProgramme()
    programme.mentees += """
      E3;Третьякова Вера;educator;S1;1997;1;математика;educator-educator;ФГОС (1);да;да

      """
    return programme
  }

  @Test func `explains a pair to its last part`() throws {
    let outcome = try Self.place().run("explain", "DIR/programme", "--mentee", "E2")
    #expect(outcome.exit == 0)
    #expect(outcome.errors.isEmpty)
    #expect(outcome.output.hasPrefix("teacher–teacher: Пробин Олег — Примеров Иван, 56.66%\n"))
    #expect(outcome.output.contains("  56.66%   100.00%\n"))
    #expect(outcome.output.contains("The best plan without this pair: "))
    #expect(outcome.output.contains("No other suitable mentor has a free place."))
  }

  @Test func `tells what another mentor would cost, and who moves`() throws {
    let outcome = try Self.place().run(
      "explain", "DIR/programme", "--mentee", "E2", "--mentor", "Образцов Пётр", "--lang", "ru")
    #expect(outcome.exit == 0)
    #expect(
      outcome.output.contains(
        "Если закрепить эту пару: на 1 наставляемого меньше с наставником; сумма соответствий "
          + "меньше на"))
    #expect(outcome.output.contains("без наставника"))
    let forbidden = try Self.place().run(
      "explain", "DIR/programme", "--mentee", "E1", "--mentor", "M2")
    #expect(forbidden.output.contains("Rules forbid it: has none of the competencies asked for"))
  }

  @Test func `tells why nobody, and what would help`() throws {
    let place = try Self.place()
    let all = place.run("explain", "DIR/programme", "--lang", "ru")
    #expect(all.output.contains("на 1 место у наставника Образцов Пётр претендуют 2 заявки"))
    #expect(all.output.contains("ещё 1 место у наставника Образцов Пётр (M1)"))
    #expect(all.output.contains("+1"))
    let json = place.run("explain", "DIR/programme", "--json")
    let document = try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any]
    #expect(document?["format"] as? String == "nastavnik.explanation/1")
    #expect((document?["changes"] as? [Any])?.isEmpty == false)
    #expect((document?["shortage"] as? [Any])?.isEmpty == false)
    #expect(document?["stopped"] as? Bool == false)
    for question in [[], ["--mentee", "E3"], ["--coverage"]] {
      let late = place.run(["explain", "DIR/programme", "--time-limit", "0.000001"] + question)
      #expect(late.exit == 75)
    }
  }

  @Test func `a person who is not there is wrong usage, with the nearest who is`() throws {
    let place = try Self.place()
    let outcome = place.run("explain", "DIR/programme", "--mentee", "Пробин Олех")
    #expect(outcome.exit == 64)
    #expect(outcome.errors.contains("“Пробин Олег”?"))
    #expect(place.run("explain", "DIR/programme", "--mentor", "M1").exit == 64)
  }

  @Test func `compares variants, and tells who moves between two`() throws {
    let place = try Self.place()
    let before = place.files
    let outcome = place.run(
      "whatif", "DIR/programme", "--set", "mentors.M1.capacity=2", "--json")
    #expect(outcome.exit == 0)
    #expect(outcome.files == before)
    let document = try JSONDecoder().decode(Variants.self, from: Data(outcome.output.utf8))
    #expect(document.variants.map(\.name) == ["base", "mentors.M1.capacity=2"])
    #expect(document.variants.map(\.matched) == [2, 3])
    #expect(document.variants.map(\.changes) == [0, 1])
    let same = place.run(
      "whatif", "DIR/programme", "--set", "forms.educator-educator.mustHaveLevel=2")
    #expect(same.output.contains("The plans are the same, pair by pair."))
  }

  @Test func `a variant that can't be is a finding, and the others are compared`() throws {
    let place = try Self.place()
    try place.write(
      """
      format: nastavnik.scenarios/1
      scenarios:
        - {name: good, set: {weights.subject: 50}}
        - {name: bad, set: {weights.subjekt: 50}}
      """, to: "s.yaml")
    let outcome = place.run("whatif", "DIR/programme", "--scenarios", "DIR/s.yaml")
    #expect(outcome.exit == 1)
    #expect(outcome.output.contains("good"))
    #expect(outcome.errors.contains("subjekt"))
    let alone = place.run("whatif", "DIR/programme", "--set", "weights.subjekt=5")
    #expect(alone.exit == 65)
    #expect(alone.output.isEmpty)
    #expect(place.run("whatif", "DIR/programme").exit == 64)
    #expect(place.run("whatif", "DIR/programme", "--set", "weights").exit == 64)
    let missing = place.run("whatif", "DIR/programme", "--scenarios", "DIR/none.yaml")
    #expect(missing.exit == 66)
    let unknown = place.run(
      "whatif", "DIR/programme", "--set", "weights.subject=5", "--diff", "base", "goood")
    #expect(unknown.exit == 64)
  }

  @Test func `matches again with few changes, and tells what more would buy`() throws {
    let place = try Self.place()
    #expect(place.run("match", "DIR/programme", "--out", "DIR/old").exit == 0)
    var changed = Self.programme
    changed.mentors = changed.mentors.replacing("M2;Примеров", with: "M3;Новиков")
    try changed.write(to: place)
    let outcome = place.run(
      "rematch", "DIR/programme", "--against", "DIR/old", "--curve", "--out", "DIR/new")
    #expect(outcome.exit == 0)
    #expect(outcome.output.contains("As before: 1 pair of 1 that could stay."))
    #expect(outcome.output.contains("Cannot stay (somebody left, or a rule forbids it): 1 pair"))
    #expect(outcome.output.contains("Proved: no plan within the limit is better."))
    #expect(outcome.files["new/plan.json"]?.contains("\"M3\"") == true)
    let json = place.run("rematch", "DIR/programme", "--against", "DIR/old/plan.json", "--json")
    #expect(json.output.hasPrefix("{\n  \"format\": \"nastavnik.rematch/1\""))
    #expect(place.run("rematch", "DIR/programme", "--against", "DIR/none").exit == 66)
    #expect(
      place.run("rematch", "DIR/programme", "--against", "DIR/programme/programme.yaml").exit == 65)
    #expect(
      place.run(
        "rematch", "DIR/programme", "--against", "DIR/old", "--max-changes", "1",
        "--change-price", "1"
      ).exit == 64)
  }
}

/// What a script reads of a comparison.
private struct Variants: Decodable {
  struct Variant: Decodable {
    var name: String
    var matched: Int
    var changes: Int
  }

  var variants: [Variant]
}
