import Foundation
import Testing

@Suite struct BadInputTests {
  @Test(arguments: BadInput.inBanks + BadInput.inProgramme)
  func `bad input gets a clear answer and loses nothing`(input: BadInput) throws {
    let place = try Workplace()
    var programme = SmallProgramme()
    input.edit(&programme)
    try programme.write(to: place)
    let before = place.files
    let check = place.run("check", "DIR/programme", "--json")
    let match = place.run("match", "DIR/programme")
    #expect([check.exit, match.exit] == input.exits)
    #expect(check.files == before)
    #expect(match.files == before)
    let report = try JSONDecoder().decode(FindingsReport.self, from: Data(check.output.utf8))
    let finding = report.findings.first {
      $0.code == input.code && "\($0.file):\($0.row.map { "\($0)" } ?? "")".hasPrefix(input.place)
    }
    #expect(finding != nil, "\(report.findings)")
    #expect(finding?.message.values.allSatisfy { !$0.isEmpty } ?? false)
    #expect(finding?.advice.values.allSatisfy { !$0.isEmpty } ?? false)
  }

  @Test func `a folder that is missing is missing input`() throws {
    let place = try Workplace()
    for command in ["check", "match"] {
      #expect(
        place.run(command, "DIR/nowhere")
          == Outcome(
            exit: 66, output: "",
            errors: "There is no “DIR/nowhere”: check the path, or make a folder with init.\n",
            files: [:]))
    }
  }

  @Test func `a folder without a programme file is missing input`() throws {
    let place = try Workplace()
    try place.write("", to: "programme/notes.txt")
    let outcome = place.run("match", "DIR/programme", "--lang", "ru")
    #expect(outcome.exit == 66)
    #expect(outcome.errors.contains("DIR/programme/programme.yaml"))
  }

  @Test func `a bank that cannot be read is told`() throws {
    let place = try Workplace()
    var programme = SmallProgramme()
    programme.mentors = ""
    try programme.write(to: place)
    try FileManager.default.removeItem(atPath: place.path + "/programme/mentors.csv")
    try FileManager.default.createDirectory(
      atPath: place.path + "/programme/mentors.csv", withIntermediateDirectories: false)
    let outcome = place.run("match", "DIR/programme", "--json")
    #expect(outcome.exit == 65)
    #expect(outcome.output.contains("\"code\": \"unreadableFile\""))
  }

  @Test func `bytes that are not text are told and not guessed`() throws {
    let place = try Workplace()
    try SmallProgramme().write(to: place)
    let bytes = Array(SmallProgramme().mentors.utf8) + [0xFF, 0xFE, 0x00, 0x98, 0x0A]
    try place.write(bytes, to: "programme/mentors.csv")
    let outcome = place.run("check", "DIR/programme", "--json")
    #expect([1, 65].contains(outcome.exit))
    #expect(outcome.output.contains("mentors.csv"))
  }

  @Test func `a line of megabytes is told`() throws {
    let place = try Workplace()
    try SmallProgramme().write(to: place)
    try place.write(
      repeatElement(UInt8(ascii: "x"), count: 5_000_000), to: "programme/mentees.csv")
    let outcome = place.run("match", "DIR/programme")
    #expect(outcome.exit == 65)
    #expect(outcome.errors.count < 10_000)
  }

  @Test func `without an eligible mentor everybody is unmatched with a reason`() throws {
    let place = try Workplace()
    var programme = SmallProgramme()
    programme.mentors = programme.mentors.replacing(";да;да", with: ";нет;да")
    try programme.write(to: place)
    let outcome = place.run("match", "DIR/programme")
    #expect(outcome.exit == 0)
    #expect(outcome.output.contains("Without a mentor: 2 requests"))
    #expect(outcome.output.contains("Proof: optimal, gap 0, verified."))
  }
}

/// What a script reads of `check --json`.
struct FindingsReport: Decodable {
  struct Finding: Decodable {
    var code: String
    var file: String
    var row: Int?
    var message: [String: String]
    var advice: [String: String]
  }

  var findings: [Finding]
}
