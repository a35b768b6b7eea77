import NastavnikKit
import SyntheticBanks
import Testing

@Suite struct NewFolderTests {
  @Test(arguments: ProgrammeTemplate.allCases)
  func `a new folder has nothing to mend`(template: ProgrammeTemplate) throws {
    let place = try Workplace()
    for tables in ["xlsx", "csv"] {
      let folder = "DIR/\(tables)"
      let made = place.run(
        "init", folder, "--template", template.rawValue, "--tables", tables)
      #expect(made.exit == 0)
      #expect(made.output.contains("\(folder)/programme.yaml\n"))
      #expect(made.output.contains("\(folder)/mentors.\(tables)\n"))
      #expect(place.run("check", folder).exit == 0)
      #expect(place.run("match", folder).exit == 0)
    }
  }

  @Test func `a new folder has workbooks unless it is asked otherwise`() throws {
    let place = try Workplace()
    #expect(place.run("init", "DIR/new").output.contains("DIR/new/mentors.xlsx\n"))
    #expect(place.files.keys.allSatisfy { !$0.hasSuffix(".csv") })
  }

  @Test func `a folder of the user is not written over`() throws {
    let place = try Workplace()
    try place.write("mine", to: "new/mentors.csv")
    let refused = place.run("init", "DIR/new")
    #expect(refused.exit == 64)
    #expect(refused.files == ["new/mentors.csv": "mine"])
    #expect(place.run("init", "DIR/new", "--tables", "csv").files == refused.files)
  }

  @Test func `the same seed gives the same banks, of the size that was asked for`() throws {
    let place = try Workplace()
    for folder in ["one", "two"] {
      let made = place.run(
        "generate", "--mentees", "40", "--mentors", "15", "--seed", "7", "--out", "DIR/\(folder)",
        "--template", "tpu-lyceum")
      #expect(made.exit == 0)
    }
    let files = place.files
    #expect(files["one/mentees.csv"] == files["two/mentees.csv"])
    #expect(files["one/mentors.csv"]?.split(separator: "\r\n").count == 16)
    #expect(place.run("match", "DIR/one").output.hasSuffix("Proof: optimal, gap 0, verified.\n"))
  }

  @Test func `workbooks hold the same banks as text`() throws {
    let place = try Workplace()
    for tables in ["csv", "xlsx"] {
      let made = place.run(
        "generate", "--mentees", "60", "--mentors", "25", "--seed", "7", "--out", "DIR/\(tables)",
        "--tables", tables)
      #expect(made.exit == 0)
      #expect(place.run("match", "DIR/\(tables)", "--out", "DIR/\(tables)-plan").exit == 0)
    }
    #expect(place.files["xlsx/mentors.xlsx"] != nil)
    for file in ["plan.json", "certificate.json"] {
      #expect(try place.read("csv-plan/\(file)") == place.read("xlsx-plan/\(file)"))
    }
  }
}
