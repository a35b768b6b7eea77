import BankIO
import Foundation
import MentoringModel
import Registry
import Testing

@Suite struct RegistryCommandTests {
  private let place: Workplace

  init() throws {
    place = try Workplace()
    try SmallProgramme().write(to: place)
  }

  /// Runs a command on the registry of the place.
  private func run(_ arguments: String...) -> Outcome {
    place.run(arguments + ["--registry", "DIR/n.sqlite", "--by", "Curator", "--wait", "1"])
  }

  /// The state of each pair, as `M1 E1 approved`.
  private func pairs() throws -> [String] {
    let json = try JSONSerialization.jsonObject(
      with: Data(run("registry", "pairs", "--json").output.utf8))
    let pairs = (json as? [String: Any])?["pairs"] as? [[String: Any]] ?? []
    return pairs.map { pair in
      let mentees = (pair["mentees"] as? [String] ?? []).joined(separator: "+")
      return "\(pair["mentor"] ?? "") \(mentees) \(pair["state"] ?? "")"
    }
  }

  @Test func `an import twice is told to have changed nothing`() throws {
    let first = run("import", "DIR/programme")
    #expect(first.exit == 0)
    #expect(first.output.hasPrefix("Revision 1\n") && first.output.contains("mentors"))
    let second = run("import", "DIR/programme")
    #expect(second.exit == 0)
    #expect(second.output == "Nothing changed: the registry says the same (revision 1).\n")
    let json = run("import", "DIR/programme", "--json")
    #expect(json.output.contains("\"unchanged\": true"))
    #expect(Set(place.files.keys.filter { $0.hasPrefix("n.") }).isSubset(of: ["n.sqlite"]))
  }

  @Test func `a run on the registry gives the plan of the folder, to the byte`() throws {
    _ = run("import", "DIR/programme")
    let ofFolder = place.run("match", "DIR/programme", "--out", "DIR/a")
    let ofRegistry = run("match", "--out", "DIR/b")
    #expect(ofRegistry.exit == 0 && ofRegistry.output == ofFolder.output)
    #expect(try place.read("a/plan.json") == place.read("b/plan.json"))
    #expect(ofRegistry.errors == "The registry keeps it as run 1.\n")
    #expect(try pairs() == ["M1 E1 proposed", "M2 E2 proposed"])
  }

  @Test func `a batch of the registry has its approvals, and an undone one waits again`() throws {
    var small = SmallProgramme()
    small.programme = small.programme.replacing(
      "forms:", with: "order: {basis: [приказ № 1], approval: required}\nforms:")
    try small.write(to: place)
    _ = run("import", "DIR/programme")
    _ = run("match")
    #expect(run("registry", "approve", "--form", "educator-educator").exit == 0)
    let approved = run("batch", "--out", "DIR/batch.json")
    #expect(approved.exit == 0 && approved.errors.contains("Ready for orders: 2 pairs."))
    #expect(try place.read("batch.json").ranges(of: "\"state\": \"approved\"").count == 4)
    #expect(run("registry", "undo").exit == 0)
    #expect(run("batch", "--out", "DIR/batch.json", "--force").errors.contains("Waiting: "))
    #expect(run("batch", "DIR/programme", "--out", "DIR/x").exit == 64)
  }

  @Test func `a pseudonymised batch names nobody and has the same pairs`() throws {
    _ = run("import", "DIR/programme")
    _ = run("match")
    _ = run("registry", "approve", "--mentor", "M1", "--mentee", "E1")
    let named = run("batch")
    let hidden = run("batch", "--pseudonymise")
    #expect(named.exit == 0 && hidden.exit == 0)
    for word in ["Образцов", "Тестова", "Пробин", "\"M1\"", "\"E1\""] {
      #expect(named.output.contains(word) && !hidden.output.contains(word), "\(word)")
    }
    for part in ["\"state\": \"approved\"", "\"state\": \"proposed\"", "\"kind\": \"pair\""] {
      #expect(named.output.ranges(of: part).count == hidden.output.ranges(of: part).count)
    }
    #expect(place.run("batch", "DIR/programme", "--pseudonymise").exit == 64)
  }

  @Test func `a decision about a whole form stays in the table, and the import says so`() throws {
    var small = SmallProgramme()
    small.decisions = "утвердить;educator-educator;;\n"
    try small.write(to: place)
    let report = run("import", "DIR/programme")
    #expect(report.exit == 1 && report.errors.contains("educator-educator"))
    _ = run("match")
    #expect(try pairs() == ["M1 E1 proposed", "M2 E2 proposed"])
  }

  @Test func `decisions shape the next run`() throws {
    _ = run("import", "DIR/programme")
    _ = run("match")
    #expect(run("registry", "reject", "--mentor", "M1", "--mentee", "E1").exit == 0)
    #expect(run("registry", "approve", "--mentor", "M2", "--mentee", "E2").exit == 0)
    let plan = run("match", "--json").output
    #expect(plan.contains("\"pinned\": true"))
    #expect(try pairs() == ["M2 E2 approved"])
    #expect(run("registry", "undo", "1").output == "Undone, decision 1: reject M1 — E1.\n")
    _ = run("match")
    #expect(try pairs() == ["M1 E1 proposed", "M2 E2 approved"])
    _ = run("registry", "pin", "--mentor", "M1", "--mentee", "E2", "--form", "teacher–teacher")
    _ = run("match")
    #expect(try pairs().contains("M1 E2 proposed"))
    let history = run("registry", "history").output
    for word in ["import", "reject", "approve", "undo", "pin", "Curator"] {
      #expect(history.contains(word))
    }
  }

  @Test func `a whole form is approved at once, everything only by name`() throws {
    _ = run("import", "DIR/programme")
    _ = run("match")
    #expect(run("registry", "approve").exit == 64)
    #expect(run("registry", "approve", "--all", "--mentor", "M1").exit == 64)
    #expect(run("registry", "approve", "--form", "учитель – учитель").exit == 0)
    #expect(try pairs() == ["M1 E1 approved", "M2 E2 approved"])
    #expect(run("registry", "approve", "--all").errors == "Decided so before: 2 pairs.\n")
    // What one command decided, one command undoes.
    #expect(
      run("registry", "undo").output
        == "Undone, decision 1: approve M1 — E1.\nUndone, decision 2: approve M2 — E2.\n")
    #expect(try pairs() == ["M1 E1 proposed", "M2 E2 proposed"])
    #expect(run("registry", "undo").exit == 64)
    _ = run("registry", "approve", "--all")
    let one = run("registry", "undo", "4", "--json").output
    #expect(one.contains("nastavnik.decision/1") && one.contains("\"id\": 4"))
    #expect(try pairs() == ["M1 E1 approved", "M2 E2 proposed"])
    let rest = run("registry", "undo", "--json").output
    #expect(rest.contains("nastavnik.undoing/1") && rest.ranges(of: "\"id\"").count == 1)
    #expect(try pairs() == ["M1 E1 proposed", "M2 E2 proposed"])
  }

  @Test func `who withdrew is in no run and no export, and the pair that falls is told`() throws {
    _ = run("import", "DIR/programme")
    _ = run("match")
    _ = run("registry", "approve", "--all")
    let report = run("registry", "withdraw", "E1")
    #expect(report.exit == 0)
    #expect(report.output.contains("These fall:") && report.output.contains("M1"))
    #expect(!report.output.contains("Тестова") && !report.errors.contains("Тестова"))
    let plan = run("match", "--json")
    #expect(plan.exit == 0 && !plan.output.contains("E1"))
    #expect(run("registry", "export", "DIR/out", "--tables", "csv").exit == 0)
    #expect(try !place.read("out/mentees.csv").contains("E1"))
    #expect(try !place.read("out/decisions.csv").contains("E1"))
  }

  @Test(arguments: ["csv", "xlsx"])
  func `an export reads back as the bank, and matches as the registry does`(
    tables: String
  ) throws {
    _ = run("import", "DIR/programme")
    _ = run("match")
    _ = run("registry", "ban", "--mentor", "M1", "--mentee", "E1")
    let written = run("registry", "export", "DIR/out", "--tables", tables)
    #expect(written.output.contains("DIR/out/decisions.\(tables)\n"))
    #expect(try place.read("out/programme.yaml") == place.read("programme/programme.yaml"))
    let mode = try FileManager.default.attributesOfItem(
      atPath: place.path + "/out/mentors.\(tables)")[.posixPermissions]
    #expect(mode as? Int == 0o600)
    let ofFolder = place.run("match", "DIR/out", "--out", "DIR/a")
    #expect(ofFolder.exit == 0 && run("match", "--out", "DIR/b").exit == 0)
    #expect(try place.read("a/plan.json") == place.read("b/plan.json"))
    #expect(run("registry", "export", "DIR/out", "--tables", tables).exit == 0)
  }

  @Test(arguments: [
    "blagoveshchensk-lyceum", "bogorodsk-district", "tpu-lyceum", "tsoipo-centre",
    "vologda-medical-college",
  ])
  func `a dataset goes in and comes out with nothing lost`(name: String) throws {
    _ = run("import", datasets + "/" + name)
    _ = run("registry", "export", "DIR/out", "--tables", "csv")
    let (before, after) = (
      ProgrammeFolder.read(at: datasets + "/" + name),
      ProgrammeFolder.read(at: place.path + "/out")
    )
    let left = before.bank.leavingOut(before.bank.consentWithdrawn)
    let isSame = left.canonicalBytes() == after.bank.canonicalBytes()
    #expect(isSame)
    #expect(before.programme == after.programme)
  }

  @Test func `a pseudonymised export names nobody and fits as well`() throws {
    _ = run("import", "DIR/programme")
    _ = run("registry", "export", "DIR/out", "--tables", "csv", "--pseudonymised")
    let files = place.files.filter { $0.key.hasPrefix("out/") }
    #expect(files.count == 4)
    for (name, text) in files {
      for word in ["Тестова", "Образцов", "M1;", "E1;"] {
        #expect(!text.contains(word), "\(name): \(word)")
      }
    }
    func total(_ outcome: Outcome) -> Substring? {
      outcome.output.split(separator: "\n").first { $0.hasPrefix("Goals") }
    }
    let plain = place.run("match", "DIR/programme")
    #expect(total(place.run("match", "DIR/out")) == total(plain) && total(plain) != nil)
    #expect(!run("registry", "people", "--pseudonymised").output.contains("Тестова"))
    #expect(run("registry", "people").output.contains("Тестова"))
  }

  @Test func `a pseudonymised run names nobody and proposes the same pairs`() throws {
    _ = run("import", "DIR/programme")
    _ = run("match", "--out", "DIR/plain")
    let hidden = run("match", "--out", "DIR/hidden", "--pseudonymise")
    #expect(hidden.exit == 0)
    let files = place.files.filter { $0.key.hasPrefix("hidden/") }
    #expect(
      Set(files.keys)
        == Set(
          place.files.keys.filter { $0.hasPrefix("plain/") }.map {
            $0.replacing("plain/", with: "hidden/")
          }))
    for (name, text) in files.merging(["table": hidden.output], uniquingKeysWith: { $1 }) {
      #expect(!text.contains("Тестова") && !text.contains("Образцов"), "\(name)")
      // Cells of workbooks and paths of charts have such names, too.
      guard !name.hasSuffix(".xlsx"), !name.hasSuffix(".html") else { continue }
      #expect(!text.contains("M1") && !text.contains("E1"), "\(name)")
    }
    let plan = try place.read("hidden/plan.json")
    for person in try pseudonyms() { #expect(plan.contains("\"\(person.value)\"")) }
    #expect(place.run("verify", "DIR/hidden/certificate.json").exit == 0)
    #expect(place.run("match", "DIR/programme", "--pseudonymise").exit == 64)
  }

  /// What stands for whom, by ids.
  private func pseudonyms() throws -> [String: String] {
    let json = try JSONSerialization.jsonObject(
      with: Data(run("registry", "people", "--json").output.utf8))
    let people = (json as? [String: Any])?["people"] as? [[String: Any]] ?? []
    return Dictionary(
      uniqueKeysWithValues: people.map {
        ($0["id"] as? String ?? "", $0["pseudonym"] as? String ?? "")
      })
  }

  @Test func `an erasure goes on in backups, and the erased come back only when admitted`() throws {
    _ = run("import", "DIR/programme")
    _ = run("registry", "backup", "DIR/copy.sqlite")
    _ = run("registry", "backup", "DIR/lost.sqlite")
    try FileManager.default.removeItem(atPath: place.path + "/lost.sqlite")
    let report = run("registry", "purge", "E1")
    #expect(report.exit == 0)
    #expect(report.errors.contains("Erased from the backups, too: DIR/copy.sqlite."))
    #expect(report.errors.contains("DIR/lost.sqlite. Put them back"))
    let again = run("import", "DIR/programme")
    #expect(again.exit == 1 && again.errors.contains("mentees.csv"))
    #expect(again.errors.split { $0.isWhitespace }.joined(separator: " ").contains("admit E1"))
    #expect(try pseudonyms()["E1"] == nil)
    #expect(run("import", "DIR/programme").exit == 1)
    #expect(run("registry", "admit", "E2").errors.contains("Nobody was erased by the id “E2”"))
    #expect(run("registry", "admit", "E1").output.contains("Admitted: E1."))
    #expect(run("import", "DIR/programme").exit == 0)
    #expect(try pseudonyms()["E1"] != nil)
  }

  @Test func `the files of a run come out as they were, without those who have withdrawn`() throws {
    _ = run("import", "DIR/programme")
    _ = run("match", "--out", "DIR/a")
    #expect(run("registry", "export", "DIR/b", "--run", "1").exit == 0)
    for name in ["plan", "certificate", "manifest"] {
      #expect(try place.read("a/\(name).json") == place.read("b/\(name).json"))
    }
    _ = run("registry", "withdraw", "E1")
    #expect(run("registry", "export", "DIR/c", "--run", "1").exit == 0)
    for name in ["plan", "certificate", "manifest"] {
      let text = try place.read("c/\(name).json")
      #expect(!text.contains("Тестова") && !text.contains("E1"))
    }
    #expect(place.run("verify", "DIR/c/certificate.json").exit == 0)
    #expect(run("registry", "export", "DIR/d", "--run", "7").errors.contains("no run 7"))
    #expect(run("registry", "export", "DIR/d", "--run", "1", "--pseudonymise").exit == 64)
  }

  @Test func `an erased person is told of by a pseudonym alone`() throws {
    _ = run("import", "DIR/programme")
    _ = run("match")
    let report = run("registry", "purge", "E1")
    #expect(report.exit == 0 && report.output.hasPrefix("Erased. X-"))
    let bytes = try Data(contentsOf: URL(fileURLWithPath: place.path + "/n.sqlite"))
    #expect(bytes.range(of: Data("Тестова".utf8)) == nil)
    #expect(run("registry", "status").output.contains("sound, audit unchanged"))
    #expect(run("registry", "purge", "E1").exit == 64)
    #expect(run("match").exit == 0)
  }

  @Test func `a backup takes the place of its registry`() throws {
    _ = run("import", "DIR/programme")
    #expect(run("registry", "backup", "DIR/copy.sqlite").output == "DIR/copy.sqlite\n")
    #expect(run("registry", "backup", "DIR/copy.sqlite").exit == 64)
    try FileManager.default.removeItem(atPath: place.path + "/n.sqlite")
    try FileManager.default.moveItem(
      atPath: place.path + "/copy.sqlite", toPath: place.path + "/n.sqlite")
    #expect(run("match").exit == 0)
  }

  @Test func `what cannot be is told by its exit code, and touches no file`() throws {
    #expect(run("match").exit == 66)
    #expect(run("registry", "status").exit == 66)
    #expect(run("import", "DIR/nowhere").exit == 66)
    #expect(place.files.keys.allSatisfy { $0.hasPrefix("programme/") })
    try place.write("Это не база.", to: "n.sqlite")
    for arguments in [["match"], ["registry", "status"], ["import", "DIR/programme"]] {
      let outcome = place.run(arguments + ["--registry", "DIR/n.sqlite"])
      #expect(outcome.exit == 65 && outcome.output.isEmpty)
      #expect(outcome.errors.contains("DIR/n.sqlite"))
    }
    #expect(try place.read("n.sqlite") == "Это не база.")
  }

  @Test func `a registry keeps to its programme`() throws {
    _ = run("import", "DIR/programme")
    let other = run("import", datasets + "/tpu-lyceum")
    #expect(other.exit == 65 && other.errors.contains("tpu-lyceum"))
  }

  @Test func `a match wants a folder or a registry, not both`() throws {
    #expect(place.run("match").exit == 64)
    #expect(place.run("match", "DIR/programme", "--registry", "DIR/n.sqlite").exit == 64)
    #expect(place.run("registry", "status", "--wait", "-1").exit == 64)
  }

  @Test func `speaks Russian to a Russian curator`() throws {
    _ = run("import", "DIR/programme")
    _ = run("match")
    let russian = ["LANG": "ru_RU.UTF-8"]
    let status = place.run(
      ["registry", "status", "--registry", "DIR/n.sqlite"], environment: russian)
    #expect(status.output.contains("цел, журнал не изменён"))
    let failure = place.run(
      ["registry", "withdraw", "E9", "--registry", "DIR/n.sqlite"], environment: russian)
    #expect(failure.errors == "В реестре нет человека с кодом «E9»; «E1»?\n")
  }
}

@Suite struct RegistryGroupTests {
  @Test func `a group that opened is approved whole and stands in the next run`() throws {
    let place = try Workplace()
    try GroupProgramme().write(to: place)
    let registry = ["--registry", "DIR/n.sqlite"]
    _ = place.run(["import", "DIR/programme"] + registry)
    _ = place.run(["match"] + registry)
    let approved = place.run(["registry", "approve", "--mentee", "P1", "--json"] + registry)
    #expect(approved.exit == 0 && approved.output.contains("\"state\": \"approved\""))
    let before = place.run(["registry", "pairs"] + registry).output
    let again = place.run(["match", "--json"] + registry)
    #expect(again.output.contains("\"pinned\": true"))
    let after = place.run(["registry", "pairs"] + registry).output
    #expect(after == before && after.contains("approved"))
  }
}
