import Matching
import MentoringModel
import Testing
import Wording

@Suite struct GroupReasonTests {
  private func reason(_ fixture: GroupFixture, of id: PersonID) throws -> UnmatchedProfile {
    try #require(try fixture.plan().unmatched.first { $0.mentees == [id] })
  }

  @Test func `tells how many asked, how many a group needs and what would open it`() throws {
    var fixture = try GroupFixture(size: 4...5)
    fixture.addMentor("M")
    fixture.addMentees("A", "B", "C")
    let found = try reason(fixture, of: "A")
    #expect(found.code == "groupTooSmall")
    #expect(found.reason.ru == "тему «олимпиады» просят 3 человека, а группе нужно 4")
    #expect(found.reason.en == "3 people ask for the topic “олимпиады”, and a group needs 4")
    #expect(
      found.advice.ru
        == "Группу откроет ещё 1 участник или наименьший размер 3 (size.minimum).")
    #expect(
      found.advice.en == "1 more member would open the group, or a minimum of 3 (size.minimum).")
    #expect(found.nearest?.mentor == "M")
  }

  @Test func `agrees with the numbers in Russian`() throws {
    var fixture = try GroupFixture(size: 4...5)
    fixture.addMentor("M")
    fixture.addMentees("A")
    let found = try reason(fixture, of: "A")
    #expect(found.reason.ru == "тему «олимпиады» просит 1 человек, а группе нужно 4")
    #expect(found.reason.en == "1 person asks for the topic “олимпиады”, and a group needs 4")
    #expect(
      found.advice.ru
        == "Группу откроют ещё 3 участника или наименьший размер 1 (size.minimum).")
  }

  @Test func `tells how many of those who ask can go to one mentor`() throws {
    var fixture = try GroupFixture(size: 3...5)
    fixture.addMentor("M")
    fixture.addMentees("A", "B", "C")
    fixture.base.bank.decisions = [Decision(.forbid, mentor: "M", mentee: "C")]
    #expect(
      try reason(fixture, of: "A").reason.ru
        == "тему «олимпиады» просят 3 человека, к одному наставнику могут 2, а группе нужно 3")
  }

  @Test func `tells that no mentor offers the topics`() throws {
    var fixture = try GroupFixture()
    fixture.addMentor("M", ["оценивание"])
    fixture.addMentees("A", "B", topics: ["олимпиады", "оценивание"])
    fixture.groups.topics = ["олимпиады"]
    let found = try reason(fixture, of: "A")
    #expect(found.code == "noCompetency")
    #expect(found.reason.ru.hasSuffix("ни одной из тем: олимпиады"))
    #expect(found.nearest?.mentor == "M")
  }

  @Test func `tells that the mentor has fewer places than a group has members`() throws {
    var fixture = try GroupFixture(size: 3...5)
    fixture.addMentor("M", places: 2)
    fixture.addMentees("A", "B", "C")
    let found = try reason(fixture, of: "A")
    #expect(found.code == "capacityExhausted")
    #expect(
      found.reason.ru
        == "тему «олимпиады» просят 3 человека, у наставника 2 места, а группе нужно 3")
    #expect(
      found.advice.ru == "Увеличьте число мест наставника до 3 или уменьшите size.minimum до 2.")
  }

  @Test func `tells by name and number what a rule of composition needs`() throws {
    var fixture = try GroupFixture(size: 3...5)
    fixture.groups.composition = [CompositionRequirement(.year, values: ["1"], atLeast: 2)]
    fixture.addMentor("M")
    fixture.addMentees("A", "B")
    fixture.addMentee("C") { $0.person.position = "1 курс" }
    let found = try reason(fixture, of: "A")
    #expect(found.code == "composition")
    #expect(
      found.reason.ru
        == "тему «олимпиады» просят 3 человека, из них 1 — год обучения или рождения 1, а правилу "
        + "состава 1 нужно 2")
    #expect(found.advice.en == "Lower atLeast of rule 1 to 1 or lift it.")
    fixture.groups.composition = [CompositionRequirement(.role, values: ["educator"], atMost: 1)]
    #expect(
      try reason(fixture, of: "B").reason.en
        == "3 people ask for the topic “олимпиады”, but rule of composition 1 (role educator: at "
        + "most 1) lets 1 pass, and a group needs 3")
  }

  @Test func `tells that an open group is full`() throws {
    var fixture = try GroupFixture(size: 2...2)
    fixture.addMentor("M")
    fixture.addMentees("A", "B", "C")
    let left = try #require(try fixture.plan().unmatched.first)
    #expect(left.code == "capacityExhausted")
    #expect(
      left.reason.ru == "по темам заявки (олимпиады) открыто групп: 1, свободных мест в них нет")
    #expect(left.nearest?.obstacle.ru == "группа заполнена")
  }

  @Test func `tells which rule keeps a mentee out of an open group`() throws {
    var fixture = try GroupFixture(size: 2...3)
    fixture.groups.composition = [CompositionRequirement(.organization, atMost: 1)]
    fixture.addMentor("M")
    for (id, school) in [("A", "north"), ("B", "south"), ("C", "south")] {
      fixture.addMentee(PersonID(rawValue: id)) {
        $0.person.organization = OrganizationID(rawValue: school)
      }
    }
    let left = try #require(try fixture.plan().unmatched.first)
    #expect(left.code == "composition")
    #expect(
      left.reason.ru
        == "в группе «олимпиады» уже 1 со значением «south», больше не допускает правило состава 1")
  }

  @Test func `tells that the others went to other groups`() throws {
    var fixture = try GroupFixture(size: 2...3)
    fixture.addMentor("M", ["олимпиады"])
    fixture.addMentor("N", ["оценивание"])
    fixture.base.addMentee("A", [Request("олимпиады")])
    fixture.base.addMentee("B", [Request("олимпиады", priority: 3), Request("оценивание")])
    fixture.base.addMentee("C", [Request("оценивание")])
    fixture.base.addMentee("D", [Request("оценивание")])
    fixture.base.addMentee("E", [Request("оценивание")])
    fixture.groups.size = 2...2
    fixture.base.bank.companions = [Companions(.together, people: ["B", "C"])]
    let found = try reason(fixture, of: "A")
    #expect(found.code == "companyKeptOut" || found.code == "groupTooSmall")
    #expect(!found.reason.ru.isEmpty && !found.advice.ru.isEmpty)
  }

  @Test func `tells why a group opened`() throws {
    var fixture = try GroupFixture(size: 2...3)
    fixture.addMentor("M")
    fixture.addMentees("A", "B", "C")
    fixture.base.bank.decisions = [Decision(.forbid, mentor: "M", mentee: "C")]
    let opened = try #require(try fixture.plan().matches.first?.opened)
    #expect(
      opened.reason.ru
        == "тему «олимпиады» просят 3 человека, к этому наставнику могут 2; группе нужно от 2 до 3")
    #expect(
      opened.reason.en
        == "3 people ask for the topic “олимпиады”, 2 can go to this mentor; a group needs 2 to 3")
    #expect((opened.asked, opened.eligible) == (3, 2))
  }
}
