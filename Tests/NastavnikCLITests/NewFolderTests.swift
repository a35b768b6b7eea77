import NastavnikKit
import SyntheticBanks
import Testing

@Suite struct NewFolderTests {
  @Test(arguments: ProgrammeTemplate.allCases)
  func `a new folder has nothing to mend`(template: ProgrammeTemplate) throws {
    let place = try Workplace()
    let made = place.run("init", "DIR/new", "--template", template.rawValue)
    #expect(made.exit == 0)
    #expect(made.output.contains("DIR/new/programme.yaml\n"))
    #expect(place.run("check", "DIR/new").exit == 0)
    #expect(place.run("match", "DIR/new").exit == 0)
  }

  @Test func `a folder of the user is not written over`() throws {
    let place = try Workplace()
    try place.write("mine", to: "new/mentors.csv")
    let refused = place.run("init", "DIR/new")
    #expect(refused.exit == 64)
    #expect(refused.files == ["new/mentors.csv": "mine"])
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
}
