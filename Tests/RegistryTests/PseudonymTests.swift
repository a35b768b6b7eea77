import MentoringModel
import Testing
import Wording

@testable import Registry

/// What is handed on names nobody.
@Suite struct PseudonymTests {
  private let pseudonyms: [PersonID: PersonID] = [
    "M1": "X-1", "M2": "X-2", "M9": "X-9", "E1": "X-3", "E2": "X-4", "E7": "X-7",
  ]

  @Test func `a bank keeps what pairs are matched by and loses what names people`() {
    var bank = Sample.bank
    bank.decisions[0].decidedBy = "Директор"
    let hidden = bank.pseudonymised(by: pseudonyms)
    let mentor = hidden.mentors[0]
    #expect(mentor.id == "X-1" && mentor.person.name == "X-1" && mentor.person.position.isEmpty)
    #expect(mentor.person.birth == .year(1980) && mentor.awards == ["1", "2"])
    #expect(mentor.person.superior == "X-9" && mentor.person.preferredPartners == ["X-4", "X-3"])
    #expect(mentor.competencies == bank.mentors[0].competencies)
    #expect(hidden.profiles[0].members == ["X-3", "X-4"] && hidden.profiles[0].group == "G-1")
    #expect(hidden.organizations.allSatisfy { $0.curator.isEmpty })
    #expect(hidden.decisions.allSatisfy { $0.decidedBy.isEmpty })
    #expect(hidden.decisions[0].mentor == "X-1" && hidden.companions[1].people == ["X-4", "X-7"])
    #expect(hidden.roster.map(\.id) == ["X-3", "X-7"])
    let matched = bank.pseudonymised(by: pseudonyms, keepingBirths: true)
    #expect(matched.mentors[0].person.birth == bank.mentors[0].person.birth)
    #expect(bank.pseudonymised(by: [:]).mentees.allSatisfy { $0.id == .unknown })
  }

  @Test func `a programme loses curators, who signs, and who keeps with whom`() {
    var programme = Programme(id: "small", title: Text(same: ""), asOf: Sample.day("2026-09-01"))
    var form = MentoringForm(
      id: "a", title: Text(same: ""), mentorRoles: [], menteeRoles: [])
    form.curator = "Кураторова Вера"
    programme.forms = [form]
    programme.order.headName = "Директорова Анна"
    let hidden = programme.pseudonymised(by: pseudonyms)
    #expect(hidden.order.headName.isEmpty && hidden.forms[0].curator.isEmpty)
    let file = "curator: Кураторова Вера\nhead: {name: \"Директорова Анна\"}\n"
    #expect(
      programme.pseudonymised(file, by: pseudonyms) == "curator: —\nhead: {name: \"—\"}\n")
  }
}
