import MentoringModel
import Testing
import Wording

@testable import BankIO

/// What is nearly a word is asked about, and never taken for it.
struct NearMissTests {
  static let misses = [
    ("классное руковдство", "классное руководство"),
    ("класное руководство", "классное руководство"),
    ("олимпиаы", "олимпиады"), ("оценваиние", "оценивание"), ("ФГСО", "ФГОС"),
  ]

  @Test(arguments: misses)
  func `a near miss is suggested and not accepted`(written: String, meant: String) throws {
    let folder = try Samples.folder(
      mentors: "Код;ФИО;Роль;Компетенции\nM-1;Котов Олег;учитель;\(written) (4), ФГОС (2)")
    let finding = try #require(folder.findings.first { $0.code == "unknownCompetency" })
    #expect(finding.location.cell == "D2")
    #expect(finding.advice.ru.contains("«\(meant)»"), "\(finding.advice.ru)")
    let levels = folder.bank.mentors[0].competencies
    #expect(levels[CompetencyID(rawValue: meant.lowercased())] == (meant == "ФГОС" ? 2 : nil))
  }

  @Test(arguments: [
    "классное", "руководство", "классное руководство школой", "олимпиады по физике",
  ])
  func `a part of a name is not the name`(written: String) throws {
    let folder = try Samples.folder(
      mentors: "Код;ФИО;Роль;Компетенции\nM-1;Котов Олег;учитель;\(written)")
    #expect(folder.codes.contains("unknownCompetency"))
    let levels = folder.bank.mentors[0].competencies
    #expect(levels["классное руководство"] == nil && levels["олимпиады"] == nil)
  }

  @Test(arguments: ["Классное  Руководство", "КЛАССНОЕ РУКОВОДСТВО", "классное\u{A0}руководство"])
  func `case and spaces make no difference`(written: String) throws {
    let folder = try Samples.folder(
      mentors: "Код;ФИО;Роль;Компетенции\nM-1;Котов Олег;учитель;\(written)")
    #expect(folder.bank.mentors[0].competencies["классное руководство"] != nil)
  }
}
