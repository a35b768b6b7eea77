import Foundation
import MentoringModel
import Testing

@testable import BankIO

struct ProgrammeFolderTests {
  @Test func `reads a small folder without a finding`() throws {
    let folder = try Samples.folder()
    #expect(folder.remarks == [])
    let programme = try #require(folder.programme)
    #expect(programme.forms.map(\.id) == ["educator-educator", "educator-pupil"])
    #expect(programme.forms[1].mentorRoles == ["educator", "specialist"])
    #expect(folder.bank.mentors.count == 2)
    #expect(folder.bank.mentors[0].competencies == ["фгос": 4, "олимпиады": 3])
    #expect(folder.bank.mentors[1].capacityByForm == ["educator-pupil": 4])
    #expect(folder.bank.profiles.count == 2)
    #expect(
      folder.bank.profiles[0].requests == [
        Request("фгос", priority: 1, isMustHave: true), Request("олимпиады", priority: 2),
      ])
    #expect(folder.bank.profiles[1].members == ["P-1", "P-2"])
    #expect(folder.inputs.map(\.name) == ["mentees.csv", "mentors.csv", "programme.yaml"])
  }

  @Test func `reads back what it writes`() throws {
    let folder = try Samples.folder()
    let programme = try #require(folder.programme)
    let files = BankWriter.files(for: folder.bank, of: programme)
    let again = try Samples.folder(mentors: files[0].text, mentees: files[1].text)
    #expect(again.remarks == [])
    #expect(again.bank.anywhere == folder.bank.anywhere)
  }
}
