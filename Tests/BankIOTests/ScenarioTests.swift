import Foundation
import MentoringModel
import Testing
import Wording

@testable import BankIO

@Suite struct ScenarioTests {
  private static let programme = """
    format: nastavnik.programme/1
    id: p
    title: P
    asOf: 2023-09-25
    vocabulary: [educators]
    weights: {requests: 50, subject: 10}
    forms:
      - id: f
        title: F
        mentorRoles: [educator]
        menteeRoles: [educator]
        capacity: 2
      - id: g
        title: G
        mentorRoles: [educator]
        menteeRoles: [educator]
    """

  private static func folder() throws -> ScenarioFolder {
    let scratch = try Scratch([("programme.yaml", programme)])
    let input = try #require(
      InputFile(named: "programme.yaml", at: scratch.path + "/programme.yaml"))
    let (programme, findings) = ProgrammeFile.read(Data(programme.utf8))
    var mentor = Mentor(Person(id: "M-07", name: "М"))
    mentor.capacity = 1
    let bank = Bank(
      mentors: [mentor], mentees: [Mentee(Person(id: "E-1", name: "Е"))],
      profiles: [
        RequestProfile(members: ["E-1"], form: "f", requests: []),
        RequestProfile(members: ["E-1", "E-2"], form: "f", group: "Г", requests: []),
      ],
      organizations: [Organization(id: "S", name: "Ш", capacity: 4)])
    return try withExtendedLifetime(scratch) {
      try #require(
        ScenarioFolder(
          LoadedFolder(
            programme: programme, bank: bank, findings: findings,
            inputs: [input], places: TablePlaces(), lookalikes: [])))
    }
  }

  private static func vary(_ settings: String...) throws -> (
    result: (programme: Programme, bank: Bank)?, findings: [Finding]
  ) {
    let drafts = try settings.map { try #require(ScenarioSetting($0)) }
    return try folder().vary(ScenarioDraft(name: "s", settings: drafts))
  }

  @Test func `sets keys of the programme file as the file would`() throws {
    let varied = try Self.vary(
      "weights.requests=30", "forms.f.capacity.maximum=5", "forms.f.mentorExperience=> 3",
      "tiers=[coverage, fit]", "mentorsPerMentee=1", "forms.g=off", "forms.f.scope=own")
    let programme = try #require(varied.result).programme
    #expect(varied.findings.isEmpty)
    #expect(programme.weights == CriterionWeights([.requests: 30, .subject: 10]))
    #expect(programme.forms.map(\.id) == ["f"])
    #expect(programme.forms[0].defaultCapacity == 2)
    #expect(programme.forms[0].maximumCapacity == 5)
    #expect(programme.forms[0].mentorExperience == ExperienceRule(Limit(.above, years: 3)))
    #expect(programme.forms[0].scope == .own)
    #expect(programme.tiers == [.coverage, .fit])
    #expect(programme.mentorsPerMentee == 1)
  }

  @Test func `sets people and organizations, who leave and arrive`() throws {
    let bank = try #require(
      try Self.vary(
        "mentors.M-07.capacity=3", "mentors.M-07.dataConsent=да", "mentors.M-07.experience=4",
        "mentors.M-07.competencies.мотивация=4", "mentors.M-07.capacity.f=2",
        "mentors.M-08.like=M-07", "mentors.M-07.trained=true", "organizations.S.capacity=9",
        "mentees.E-3.like=E-1", "mentees.E-1=off"
      ).result
    ).bank
    #expect(bank.mentors.map(\.id) == ["M-07", "M-08"])
    #expect(bank.mentors.map(\.capacity) == [3, 3])
    #expect(bank.mentors.map(\.isTrained) == [true, false])
    #expect(bank.mentors[1].person.dataConsent.isGiven)
    #expect(bank.mentors[1].person.experience == .months(48))
    #expect(bank.mentors[1].competencies == ["мотивация": 4])
    #expect(bank.mentors[1].capacityByForm == ["f": 2])
    #expect(bank.organizations[0].capacity == 9)
    #expect(bank.mentees.map(\.id) == ["E-3"])
    #expect(bank.profiles.map(\.members) == [["E-2"], ["E-3"]])
  }

  @Test(arguments: [
    ("weigths.requests=1", "unknownPath", "weights"),
    ("weights.reqests=1", "unknownWord", "requests"),
    ("weights.requests=many", "badWeight", ""), ("weights.requests=-1", "badWeight", ""),
    ("forms.x.scope=own", "unknownPath", ""), ("forms.f.scpoe=own", "unknownKey", "scope"),
    ("forms.f.scope=owm", "unknownWord", "own"), ("forms.f.capacity.most=3", "unknownPath", ""),
    ("forms.f.mustHaveLevel=9", "noNumber", ""), ("forms.f.mentorExperience=3", "noLimit", ""),
    ("mentors.M-7.capacity=1", "unknownPath", "M-07"), ("mentors.M-07.capacity=x", "noNumber", ""),
    ("mentors.M-07.capasity=1", "unknownPath", "capacity"),
    ("mentors.M-07.competencies.мотивацыя=3", "unknownPath", "мотивация"),
    ("mentors.M-07.dataConsent=maybe", "noSwitch", ""), ("mentors.M-07.like=M-07", "idTaken", ""),
    ("mentees.E-1.trained=true", "unknownPath", ""), ("organizations.S.limit=1", "unknownPath", ""),
    ("title=Other", "unknownPath", ""), ("mentors=off", "unknownPath", ""),
    ("forms=off", "wrongType", ""), ("weights=off", "wrongType", ""),
    ("weights.=1", "unknownWord", ""),
  ])
  func `what can't be set is found, with the nearest that can`(
    setting: String, code: String, nearest: String
  ) throws {
    let varied = try Self.vary(setting)
    #expect(varied.result == nil)
    let finding = try #require(varied.findings.first { $0.code == code })
    #expect(finding.severity >= .error)
    #expect(finding.location.file == "s")
    if !nearest.isEmpty { #expect(finding.advice.ru.contains("имелось в виду «\(nearest)»")) }
  }

  @Test func `reads a file of scenarios, and finds what is wrong with it`() throws {
    let (drafts, findings) = ScenarioFile.read(
      Data(
        """
        format: nastavnik.scenarios/1
        scenarios:
          - name: мест больше
            set: {forms.f.capacity.default: 1, tiers: [coverage, fit], forms.f.mentees: {age: "<= 35"}}
          - name: мест больше
            set: {weights.requests: 1}
          - name: без набора
            settings: {}
        """.utf8), named: "s.yaml")
    #expect(
      drafts == [
        ScenarioDraft(
          name: "мест больше",
          settings: [
            ScenarioSetting(path: "forms.f.capacity.default", value: "1"),
            ScenarioSetting(path: "tiers", value: "[coverage, fit]"),
            ScenarioSetting(path: "forms.f.mentees", value: "{age: \"<= 35\"}"),
          ])
      ])
    #expect(findings.map(\.code) == ["duplicateKey", "unknownKey"])
    let varied = try Self.folder().vary(drafts[0])
    #expect(varied.findings.isEmpty)
    #expect(varied.result?.programme.forms[0].menteeRule.age == Limit(.atMost, years: 35))
  }
}
