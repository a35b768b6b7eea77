import MentoringModel
import Testing
import Wording

@testable import BankIO

/// Of findings without end a curator sees the first ones and how many more there are.
struct ManyFindingsTests {
  @Test func `a column of wrong cells does not fill the memory with findings`() throws {
    let further = 7
    let rows = (1...FindingLog.most + further).map { "M-\($0);Имя \($0);учитель;давно;да" }
    let folder = try Samples.folder(
      mentors: (["Код;ФИО;Роль;Стаж;Согласие на обработку ПДн"] + rows).joined(separator: "\n"))
    #expect(folder.findings.count { $0.code == "noExperience" } == FindingLog.most)
    let sum = try #require(folder.findings.first { $0.code == "furtherFindings" })
    #expect(sum.value == "noExperience" && sum.severity == .error)
    #expect(sum.location.file == "mentors.csv" && sum.location.row == nil)
    #expect(sum.message.ru.contains("ещё 7 замечаний") && sum.message.en.contains("7 remarks more"))
    #expect(sum.message.ru.contains("С строки \(FindingLog.most + 2)"))
    #expect(folder.bank.mentors.count == FindingLog.most + further)
  }

  @Test func `what is found up to the limit is told without a sum`() throws {
    let rows = (1...20).map { "M-\($0);Имя \($0);учитель;давно;да" }
    let folder = try Samples.folder(
      mentors: (["Код;ФИО;Роль;Стаж;Согласие на обработку ПДн"] + rows).joined(separator: "\n"))
    #expect(folder.findings.count { $0.code == "noExperience" } == 20)
    #expect(!folder.codes.contains("furtherFindings"))
  }
}
