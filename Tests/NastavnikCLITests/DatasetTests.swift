import BankIO
import Foundation
import NastavnikKit
import Testing

/// The five programmes, end to end.
@Suite struct DatasetTests {
  static let names = [
    "blagoveshchensk-lyceum", "bogorodsk-district", "tpu-lyceum", "tsoipo-centre",
    "vologda-medical-college",
  ]

  static let solvers = ["hungarian"] + (BuiltInSolvers.glpk == nil ? [] : ["glpk"])

  @Test func `every dataset is tested`() throws {
    let folders = try FileManager.default.contentsOfDirectory(atPath: datasets)
    #expect(folders.filter { !$0.contains(".") }.sorted() == Self.names)
  }

  @Test(arguments: names)
  func `every solver proposes the same verified plan, with the same bytes twice`(
    name: String
  ) throws {
    let place = try Workplace()
    for (run, solver) in (Self.solvers + Self.solvers).enumerated() {
      let outcome = place.run(
        "match", "\(datasets)/\(name)", "--solver", solver, "--out", "DIR/\(run)")
      #expect(outcome.exit == 0)
      #expect(outcome.output.hasSuffix("Proof: optimal, gap 0, verified.\n"))
    }
    let plans = try Self.solvers.indices.map { try place.read("\($0)/plan.json") }
    #expect(Set(plans).count == 1)
    for run in Self.solvers.indices {
      for file in ["plan.json", "certificate.json", "manifest.json"] {
        let again = run + Self.solvers.count
        #expect(try place.read("\(run)/\(file)") == place.read("\(again)/\(file)"))
      }
    }
  }

  @Test(arguments: names)
  func `a dataset as workbooks gives the same plan`(name: String) throws {
    let place = try Workplace()
    let folder = ProgrammeFolder.read(at: "\(datasets)/\(name)")
    let programme = try #require(folder.programme)
    let file = try #require(folder.inputs.first { $0.name == "programme.yaml" })
    try place.write(file.data, to: "books/programme.yaml")
    for table in try BankWriter.workbooks(for: folder.bank, of: programme) {
      try place.write(table.bytes, to: "books/\(table.name)")
    }
    #expect(place.run("match", "\(datasets)/\(name)", "--out", "DIR/text").exit == 0)
    #expect(place.run("match", "DIR/books", "--out", "DIR/book").exit == 0)
    for file in ["plan.json", "certificate.json"] {
      #expect(try place.read("text/\(file)") == place.read("book/\(file)"))
    }
  }

  @Test(arguments: names)
  func `the plan of a dataset stands up to both checks`(name: String) throws {
    let place = try Workplace()
    #expect(place.run("match", "\(datasets)/\(name)", "--out", "DIR/plan").exit == 0)
    let confirmed = "Verified. No plan is better.\n"
    #expect(place.run("verify", "DIR/plan/certificate.json").output == confirmed)
    #expect(place.run("verify", "\(datasets)/\(name)", "--plan", "DIR/plan").output == confirmed)
  }

  @Test(arguments: names)
  func `every pair has parts that sum to its fit`(name: String) throws {
    let outcome = try Workplace().run("match", "\(datasets)/\(name)", "--json")
    let plan = try JSONDecoder().decode(PlanOutline.self, from: Data(outcome.output.utf8))
    let matches = plan.forms.flatMap(\.matches)
    #expect(!matches.isEmpty)
    for match in matches {
      #expect(match.parts.reduce(0) { $0 + $1.earned } == match.fit)
      #expect(match.parts.allSatisfy { (0...$0.possible).contains($0.earned) })
    }
    #expect(Set(matches.map(\.id)).count == matches.count)
  }
}

/// What a script reads of `plan.json`.
private struct PlanOutline: Decodable {
  struct Form: Decodable {
    var matches: [Match]
  }

  struct Match: Decodable {
    struct Part: Decodable {
      var earned: Int
      var possible: Int
    }

    var id: String
    var fit: Int
    var parts: [Part]
  }

  var forms: [Form]
}
