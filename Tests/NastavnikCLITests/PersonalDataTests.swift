import BankIO
import Foundation
import MentoringModel
import Testing

/// What is written is its owner's alone, and what is found or noted names nobody.
@Suite struct PersonalDataTests {
  private let place: Workplace

  init() throws {
    place = try Workplace()
    try SmallProgramme().write(to: place)
  }

  @Test func `every file that a command writes is its owner's alone`() throws {
    let before = Set(place.files.keys)
    for arguments in [
      ["match", "DIR/programme", "--out", "DIR/plan"],
      ["rematch", "DIR/programme", "--against", "DIR/plan", "--out", "DIR/again"],
      ["batch", "DIR/programme", "--out", "DIR/batch.json"],
      ["batch", "DIR/programme", "--out", "DIR/batch.ndjson", "--ndjson"],
      ["order", "DIR/batch.json", "--out", "DIR/orders"],
      ["check", "DIR/programme", "--annotate", "DIR/copies"],
      ["init", "DIR/new", "--template", "school"],
      ["import", "DIR/programme", "--registry", "DIR/n.sqlite"],
      ["registry", "export", "DIR/export", "--registry", "DIR/n.sqlite"],
      ["registry", "backup", "DIR/copy.sqlite", "--registry", "DIR/n.sqlite"],
    ] {
      let outcome = place.run(arguments)
      #expect(outcome.exit == 0 || outcome.exit == 1, "\(arguments): \(outcome.errors)")
    }
    let written = Set(
      FileManager.default.subpaths(atPath: place.path)?.filter { name in
        var isFolder: ObjCBool = false
        return FileManager.default.fileExists(
          atPath: place.path + "/" + name, isDirectory: &isFolder)
          && !isFolder.boolValue
      } ?? []
    ).subtracting(before)
    #expect(written.count > 20)
    for name in written {
      let mode = try FileManager.default.attributesOfItem(atPath: place.path + "/" + name)[
        .posixPermissions]
      #expect(mode as? Int == 0o600, "\(name)")
    }
  }

  @Test(arguments: [
    "blagoveshchensk-lyceum", "bogorodsk-district", "tpu-lyceum", "tsoipo-centre",
    "vologda-medical-college",
  ])
  func `what is found and noted names nobody`(name: String) {
    let bank = ProgrammeFolder.read(at: datasets + "/" + name).bank
    let people = bank.mentors.map(\.person) + bank.mentees.map(\.person)
    let check = place.run("check", datasets + "/" + name)
    let texts = [
      check.output, check.errors, place.run("match", datasets + "/" + name).errors,
      place.run("import", datasets + "/" + name, "--registry", "DIR/n.sqlite").errors,
    ]
    for text in texts {
      let named = people.filter { $0.name != $0.id.rawValue && text.contains($0.name) }
      #expect(named.map(\.id).isEmpty)
    }
  }
}
