import Foundation
import MentoringModel
import Testing
import Wording
import WorkbookSamples

@testable import BankIO

struct ProgrammeFileTests {
  private func read(_ text: String) -> (programme: Programme?, findings: [Finding]) {
    let notes = ProgrammeNotes(file: "programme.yaml")
    let programme = ProgrammeReader.read(Data(text.utf8), notes)
    return (programme, notes.findings)
  }

  private let head = """
    format: nastavnik.programme/1
    id: p
    title: Программа
    asOf: 2023-09-25

    """
  private let form = """
    forms:
      - id: f
        title: форма
        mentorRoles: [educator]
        menteeRoles: [educator]

    """

  @Test func `reads every key`() throws {
    let (found, findings) = read(
      """
      format: nastavnik.programme/1
      id: tpu-lyceum
      title: {ru: Программа, en: Programme}
      institution: Лицей
      asOf: 2023-09-25
      vocabulary: [students]
      competencies:
        - {ru: робототехника, en: robotics, synonyms: [роботы]}
      roles:
        - {id: tutor, title: {ru: тьютор, en: tutor}, aliases: [ассистент]}
      calendar:
        - {title: {ru: Анкеты, en: Forms}, due: 2023-09-20}
      weights: {requests: 50, subject: 50}
      tiers: [pins, coverage, ownOrganization, fit]
      mentorsPerMentee: 2
      priorityGroups:
        - id: early
          title: {ru: Молодые, en: Early}
          rule: {roles: [учитель], experience: "< 3", age: "<= 35", marks: [Новичок]}
      coverageTargets:
        - {id: under35, title: До 35, rule: {age: "<= 35"}, percent: 70}
      headings: {"Опыт": experience}
      forms:
        - id: f
          title: {ru: форма, en: form}
          aliases: [форма наставничества]
          mentorRoles: [educator, ассистент]
          menteeRoles: [pupil]
          curator: Куратор К. К.
          capacity: {default: 2, maximum: 4}
          scope: municipal
          training: block
          mentorExperience: {years: "> 3", roles: [educator]}
          mentees: {experience: {years: ">= 0", roles: [pupil]}, age: ">= 10"}
          sameSubject: true
          superiorAllowed: true
          mustHaveLevel: 4
          sharedCompetency: false
          period: {from: 2023-10-01, to: 2024-05-31}
          weights: {requests: 1}
          roleModels: [лидер–пассивный]
      """)
    #expect(findings == [])
    let programme = try #require(found)
    #expect(programme.title == Text(ru: "Программа", en: "Programme"))
    #expect(programme.vocabulary.entries.count == 15)
    #expect(programme.vocabulary.competency(named: "Роботы") == "робототехника")
    #expect(programme.roles.first?.id == "tutor")
    #expect(programme.roles.count == 10)
    #expect(programme.calendar.map(\.due.description) == ["2023-09-20"])
    #expect(programme.weights.points == [.requests: 5000, .subject: 5000])
    #expect(programme.tiers == [.pins, .coverage, .ownOrganization, .fit])
    #expect(programme.mentorsPerMentee == 2)
    #expect(
      programme.priorityGroups.first?.rule
        == PersonRule(
          roles: ["educator"], experience: ExperienceRule(Limit(.below, years: 3)),
          age: Limit(.atMost, years: 35), marks: ["новичок"]))
    #expect(programme.coverageTargets.map(\.percent) == [70])
    #expect(programme.headings == ["Опыт": "experience"])
    let form = try #require(programme.forms.first)
    #expect(form.mentorRoles == ["educator", "tutor"])
    #expect(form.defaultCapacity == 2)
    #expect(form.maximumCapacity == 4)
    #expect(form.scope == .municipal)
    #expect(form.training == .block)
    #expect(form.mentorExperience == ExperienceRule(Limit(.above, years: 3), roles: ["educator"]))
    #expect(form.menteeRule.age == Limit(.atLeast, years: 10))
    #expect(form.requiresSameSubject && form.allowsSuperior && !form.requiresSharedCompetency)
    #expect(form.mustHaveLevel == 4)
    #expect(form.period.end?.description == "2024-05-31")
    #expect(form.weights?.points == [.requests: 10_000])
    #expect(form.roleModels == ["лидер–пассивный"])
  }

  @Test func `takes what is not stated from the usual`() throws {
    let (found, findings) = read(head + form)
    #expect(findings == [])
    let programme = try #require(found)
    #expect(programme.weights == .standard)
    #expect(programme.tiers == [.pins, .coverage, .fit])
    #expect(programme.mentorsPerMentee == nil)
    #expect(programme.vocabulary.entries.count == 68)
  }

  @Test(arguments: [
    ("weights: {requests: -1}", "badWeight", 5), ("weights: {requests: .nan}", "badWeight", 5),
    ("weights: {requests: NaN}", "badWeight", 5), ("weights: {requests: 1e300}", "badWeight", 5),
    ("weights: {requests: 0}", "noWeight", 5), ("weights: {request: 1}", "unknownWord", 5),
    ("weights: 5", "wrongType", 5), ("tiers: [pins, fut]", "unknownWord", 5),
    ("tiers: [fit, fit]", "duplicateKey", 5), ("mentorsPerMentee: 0", "noNumber", 5),
    ("mentorsPerMentee: много", "noNumber", 5), ("vocabulary: [medicin]", "unknownWord", 5),
    ("tirs: [fit]", "unknownKey", 5), ("calendar:\n  - {title: x, due: 2023-02-30}", "noDay", 6),
    ("calendar: x", "wrongType", 5), ("headings: {Опыт: experiens}", "unknownWord", 5),
    ("coverageTargets:\n  - {id: a, rule: {age: \"< 3\"}, percent: 700}", "noNumber", 6),
    ("coverageTargets:\n  - {id: a, rule: {age: \"35\"}, percent: 70}", "noLimit", 6),
    ("priorityGroups:\n  - {id: a, rule: {roles: [учител]}}", "unknownRole", 6),
    ("priorityGroups:\n  - {id: a, rule: {}}", "emptyRule", 6),
    ("priorityGroups:\n  - {rule: {age: \"< 3\"}}", "missingKey", 6),
    ("title: {ru: a}", "noYAML", nil), ("competencies:\n  - {ru: робот}", "oneLanguage", 6),
    ("roles:\n  - {title: x}", "missingKey", 6), ("competencies: {a: b}", "wrongType", 5),
  ])
  func `names the line of what is wrong`(text: String, code: String, line: Int?) {
    let (_, findings) = read(head + text + "\n" + form)
    #expect(findings.map(\.code) == [code])
    if let line { #expect(findings.first?.location.row == line) }
  }

  @Test(arguments: [
    ("scope: everywhere", "unknownWord"), ("training: perhaps", "unknownWord"),
    ("mustHaveLevel: 6", "noNumber"), ("sameSubject: maybe", "noSwitch"),
    ("mentorExperience: 3", "noLimit"), ("mentorExperience: \"> -3\"", "noLimit"),
    ("period: {from: 2024-01-01, to: 2023-01-01}", "periodReversed"),
    ("period: {from: скоро}", "noDay"), ("capacity: -1", "noNumber"),
    ("capacity: {default: x}", "noNumber"), ("mentees: {age: 35}", "noLimit"),
  ])
  func `leaves out a form whose rules cannot be read`(text: String, code: String) {
    let second = form.replacing("forms:\n", with: "").replacing("id: f", with: "id: g")
    let (programme, findings) = read(head + form + second + "    " + text + "\n")
    #expect(findings.map(\.code) == [code, "formLeftOut"])
    #expect(programme?.forms.map(\.id) == ["f"])
  }

  @Test func `keeps the first of two forms with one id`() {
    let (programme, findings) = read(head + form + form.replacing("forms:\n", with: ""))
    #expect(findings.map(\.code) == ["duplicateKey"])
    #expect(programme?.forms.count == 1)
  }

  @Test(arguments: [
    ("", "noMapping"), ("- a", "noMapping"), ("a: [", "noYAML"), ("\u{0}", "noYAML"),
    ("format: nastavnik.programme/2", "unknownFormat"), ("a: &a [x]\nb: *a", "yamlAlias"),
    ("a: 1\na: 2", "noYAML"),
  ])
  func `says why a file cannot be used at all`(text: String, code: String) {
    let (programme, findings) = read(text)
    #expect(programme == nil)
    #expect(findings.map(\.code) == [code])
    #expect(findings.first?.severity == .fatal)
  }

  @Test func `needs a day on which ages are counted, and a form`() {
    let (programme, findings) = read("format: nastavnik.programme/1\nid: p\ntitle: x\n")
    #expect(programme == nil)
    #expect(findings.map(\.code) == ["noAsOf"])
    #expect(read(head).findings.map(\.code) == ["noForms"])
  }

  @Test func `is not hurt by bombs and depths`() {
    var bomb = "a: &a [x,x,x,x,x,x,x,x,x]\n"
    for (name, last) in zip("bcdefghi", "abcdefgh") {
      bomb +=
        "\(name): &\(name) [\(Array(repeating: "*\(last)", count: 9).joined(separator: ","))]\n"
    }
    #expect(read(bomb).findings.map(\.code) == ["yamlAlias"])
    let deep = "a: " + String(repeating: "[", count: 100_000)
    #expect(read(deep).findings.map(\.code) == ["noYAML"])
    let dashes = String(repeating: "- ", count: 100_000) + "x"
    #expect(read(dashes).findings.map(\.code) == ["noYAML"])
    let large = "# " + String(repeating: "x", count: 1 << 20)
    #expect(read(large).findings.map(\.code) == ["programmeTooLarge"])
  }

  @Test func `reads any damage of a file to its end`() {
    var random = SeededGenerator(seed: 3)
    let sound = Array(Samples.programme.utf8)
    let marks = Array("{}[]:,-#&*!|>'\"%@`? \n\tя0".utf8)
    for _ in 0..<400 {
      var bytes = sound
      for _ in 0..<Int.random(in: 1...6, using: &random) {
        let place = bytes.indices.randomElement(using: &random) ?? 0
        switch Int.random(in: 0..<3, using: &random) {
        case 0: bytes[place] = marks.randomElement(using: &random) ?? 0
        case 1: bytes.remove(at: place)
        default: bytes.insert(marks.randomElement(using: &random) ?? 0, at: place)
        }
      }
      let notes = ProgrammeNotes(file: "programme.yaml")
      let programme = ProgrammeReader.read(Data(bytes), notes)
      if programme == nil { #expect(notes.findings.contains { $0.severity == .fatal }) }
    }
  }
}
