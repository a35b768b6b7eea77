import Foundation
import Testing

@Suite struct AnnotateTests {
  private func spoiled(_ place: Workplace) throws {
    var programme = SmallProgramme()
    programme.mentors = programme.mentors.replacing("оценивание", with: "телекинез")
    try programme.write(to: place)
  }

  @Test func `writes copies of the tables that have findings and leaves the tables alone`() throws {
    let place = try Workplace()
    try spoiled(place)
    let before = place.files
    let checked = place.run("check", "DIR/programme", "--annotate", "DIR/copies")
    #expect(checked.exit == place.run("check", "DIR/programme").exit)
    #expect(checked.errors.contains("A copy with the findings: DIR/copies/mentors.xlsx\n"))
    #expect(checked.files.keys.filter { $0.hasPrefix("copies/") }.contains("copies/mentors.xlsx"))
    #expect(checked.files.filter { !$0.key.hasPrefix("copies") } == before)
  }

  @Test func `says the place as a spreadsheet does`() throws {
    let place = try Workplace()
    try spoiled(place)
    let document = place.run("check", "DIR/programme", "--json").output
    #expect(document.contains(/"cell": "[A-Z]2"/))
    #expect(place.run("check", "DIR/programme").output.contains(/mentors\.csv:[A-Z]2/))
  }

  @Test(arguments: ["DIR/programme", "DIR/programme/", "DIR/programme/../programme", "DIR/link"])
  func `never writes into the programme folder`(output: String) throws {
    let place = try Workplace()
    try spoiled(place)
    try FileManager.default.createSymbolicLink(
      atPath: place.path + "/link", withDestinationPath: place.path + "/programme")
    let before = place.files
    let refused = place.run("check", "DIR/programme", "--annotate", output, "--force")
    #expect(refused.exit == 64)
    #expect(refused.errors.contains("is the programme folder itself"))
    #expect(refused.files == before)
  }

  @Test func `does not write over a file without being asked to`() throws {
    let place = try Workplace()
    try spoiled(place)
    try place.write("mine", to: "copies/mentors.xlsx")
    let refused = place.run("check", "DIR/programme", "--annotate", "DIR/copies")
    #expect(refused.exit == 64)
    #expect(refused.files["copies/mentors.xlsx"] == "mine")
    let forced = place.run("check", "DIR/programme", "--annotate", "DIR/copies", "--force")
    #expect(forced.files["copies/mentors.xlsx"] != "mine")
  }
}
