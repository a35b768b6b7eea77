import Foundation
import Testing

/// `whatif` with several goals and with many weightings.
@Suite struct ManyPlansCommandTests {
  private static func place() throws -> Workplace {
    let place = try Workplace()
    var programme = SmallProgramme()
    programme.mentees += """
      E3;Третьякова Вера;educator;S1;1997;1;математика;educator-educator;ФГОС (1);да;да

      """
    try programme.write(to: place)
    return place
  }

  private static func document(_ text: String) throws -> [String: Any] {
    try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
  }

  @Test func `shows all that can be had of two goals as a table, JSON and a picture`() throws {
    let place = try Self.place()
    let table = place.run(
      "whatif", "DIR/programme", "--pareto", "coverage,fairness", "--plot", "DIR/front.svg",
      "--lang", "ru")
    #expect(table.exit == 0, "\(table.errors)")
    #expect(table.output.contains("№  заявок с наставником  худшая пара"))
    #expect(table.output.contains("Доказано: это"))
    let picture = try place.read("front.svg")
    #expect(picture.hasPrefix("<svg xmlns=\"http://www.w3.org/2000/svg\""))
    let json = place.run("whatif", "DIR/programme", "--pareto", "coverage,fairness", "--json")
    let document = try Self.document(json.output)
    #expect(document["format"] as? String == "nastavnik.pareto/1")
    #expect(document["complete"] as? Bool == true)
    let points = try #require(document["points"] as? [[String: Any]])
    #expect(picture.ranges(of: "<circle").count == points.count)
    for point in points {
      let values = try #require(point["values"] as? [Int])
      let pairs = try #require(point["pairs"] as? [[String: Any]])
      #expect(values == [pairs.count, pairs.compactMap { $0["fit"] as? Int }.min() ?? 0])
    }
  }

  @Test func `counts changes from an old plan`() throws {
    let place = try Self.place()
    #expect(place.run("match", "DIR/programme", "--out", "DIR/old").exit == 0)
    let outcome = place.run(
      "whatif", "DIR/programme", "--pareto", "fit,changes", "--against", "DIR/old", "--json")
    let points = try #require(try Self.document(outcome.output)["points"] as? [[String: Any]])
    #expect(points.count == 1)
    #expect((points.first?["values"] as? [Int])?.last == 0)
  }

  @Test func `tells which pairs stand and how far each weight can go`() throws {
    let place = try Self.place()
    let outcome = place.run(
      "whatif", "DIR/programme", "--robustness", "20", "--seed", "7", "--lang", "ru")
    #expect(outcome.exit == 0, "\(outcome.errors)")
    #expect(
      outcome.output.hasPrefix("20 наборов весов (seed 7): каждый вес больше или меньше нынешнего"))
    #expect(outcome.output.contains("План тот же"))
    let json = place.run("whatif", "DIR/programme", "--robustness", "20", "--seed", "7", "--json")
    let document = try Self.document(json.output)
    #expect(document["format"] as? String == "nastavnik.robustness/1")
    #expect(document["weightings"] as? Int == 20)
    #expect((document["pairs"] as? [Any])?.isEmpty == false)
    #expect((document["ranges"] as? [Any])?.isEmpty == false)
  }

  @Test(arguments: [
    ["--pareto", "fit"], ["--pareto", "fit,fit"], ["--pareto", "fit,speed"],
    ["--pareto", "fit,changes"], ["--pareto", "fit,balance", "--against", "DIR"],
    ["--plot", "DIR/a.svg", "--set", "weights.requests=1"], ["--robustness", "0"],
    ["--pareto", "fit,balance", "--robustness", "5"], ["--pareto", "changes,travel,fit"], [],
  ])
  func `what cannot be asked is wrong usage`(arguments: [String]) throws {
    let outcome = try Self.place().run(["whatif", "DIR/programme"] + arguments)
    #expect(outcome.exit == 64)
    #expect(outcome.output.isEmpty)
  }
}
