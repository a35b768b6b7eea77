import BankIO
import Foundation
import MentoringModel
import Testing

@testable import SyntheticBanks

@Suite struct `Datasets` {
  static let templates = ProgrammeTemplate.allCases.filter {
    ![.school, .schoolGroups].contains($0)
  }

  @Test(arguments: templates)
  func `are what the generator writes, byte for byte`(template: ProgrammeTemplate) throws {
    let folder = Self.folder(template)
    let files = try DatasetWriter(template: template, seed: 2023).files()
    for (name, text) in files {
      #expect(try Data(contentsOf: folder.appending(path: name)) == Data(text.utf8), "\(name)")
    }
    let stored = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    #expect(Set(stored) == Set(files.map(\.name) + ["README.md"]))
  }

  @Test(arguments: templates)
  func `are read without an error`(template: ProgrammeTemplate) throws {
    let loaded = ProgrammeFolder.read(at: Self.folder(template).path)
    let grave = loaded.findings.filter { $0.severity >= .error }
    #expect(grave.isEmpty, "\(grave.prefix(5))")
  }

  @Test(arguments: templates)
  func `are read as the bank that was generated`(template: ProgrammeTemplate) throws {
    let loaded = ProgrammeFolder.read(at: Self.folder(template).path)
    let generated = try bank(template)
    #expect(Self.unplaced(loaded.bank.mentors, \.person.source) == Set(generated.mentors))
    #expect(Self.unplaced(loaded.bank.mentees, \.person.source) == Set(generated.mentees))
    #expect(Self.unplaced(loaded.bank.profiles, \.source) == Set(generated.profiles))
    #expect(Self.unplaced(loaded.bank.decisions, \.source) == Set(generated.decisions))
    #expect(Self.unplaced(loaded.bank.organizations, \.source) == Set(generated.organizations))
    #expect(Set(loaded.bank.roster) == Set(generated.roster))
  }

  @Test(arguments: ProgrammeTemplate.allCases, [(0, 0), (30, 20), (600, 150)])
  func `of other sizes are read without an error`(
    template: ProgrammeTemplate, size: (mentees: Int, mentors: Int)
  ) throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let files = try DatasetWriter(
      template: template, mentees: size.mentees, mentors: size.mentors, seed: 7
    ).files()
    for (name, text) in files {
      try Data(text.utf8).write(to: folder.appending(path: name))
    }
    let loaded = ProgrammeFolder.read(at: folder.path)
    #expect(loaded.bank.mentors.count == size.mentors)
    #expect(loaded.bank.profiles.reduce(0) { $0 + $1.members.count } == size.mentees)
    let grave = loaded.findings.filter { $0.severity >= .error }
    #expect(grave.isEmpty, "\(grave.prefix(5))")
  }

  @Test(arguments: templates)
  func `say in their README that the people are invented`(template: ProgrammeTemplate) throws {
    let text = try String(
      contentsOf: Self.folder(template).appending(path: "README.md"), encoding: .utf8)
    #expect(text.contains("Все люди вымышлены"))
    #expect(text.contains("nastavnik generate --template \(template.name) --seed 2023"))
  }

  @Test(arguments: ProgrammeTemplate.allCases)
  func `have programme files without a finding`(template: ProgrammeTemplate) throws {
    let (programme, findings) = ProgrammeFile.read(Data(template.programmeFile))
    #expect(findings == [])
    #expect(programme?.id == template.name)
  }

  /// The rows without where they stood.
  private static func unplaced<Row: Hashable>(
    _ rows: [Row], _ source: WritableKeyPath<Row, MentoringModel.SourceLocation>
  ) -> Set<Row> {
    Set(
      rows.map { row in
        var row = row
        row[keyPath: source] = MentoringModel.SourceLocation()
        return row
      })
  }

  private static func folder(_ template: ProgrammeTemplate) -> URL {
    URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "datasets/\(template.name)")
  }
}
