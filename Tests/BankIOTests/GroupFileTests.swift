import Foundation
import MentoringModel
import Testing
import Wording

@testable import BankIO

/// What a programme file says of groups.
struct GroupFileTests {
  private func read(_ lines: String, head: String = "") -> (programme: Programme?, [Finding]) {
    let text = """
      format: nastavnik.programme/1
      id: p
      title: Программа
      asOf: 2023-09-25
      \(head)
      forms:
        - id: f
          mentorRoles: [educator]
          menteeRoles: [pupil]
          capacity: {default: 3, maximum: 6}

      """
    let indented = lines.split(separator: "\n").map { "    \($0)\n" }.joined()
    let notes = ProgrammeNotes(file: "programme.yaml")
    let programme = ProgrammeReader.read(Data((text + indented).utf8), notes)
    return (programme, notes.findings)
  }

  @Test func `reads every key of groups`() throws {
    let (programme, findings) = read(
      """
      mode: both
      groups:
        size: {minimum: 2, maximum: 4}
        perMentor: 2
        topics: [олимпиады, "проект"]
        fewest: true
        composition:
          - {kind: organization, atMost: 2}
          - {kind: level, value: [4, 5], atLeast: 1}
          - {kind: role, value: ученик, atMost: 3}
          - {kind: mark, value: Новичок, atLeast: 1, atMost: 2}
        together: [N-1, N-2]
        apart: [[N-3, N-4], [N-5, N-6, N-7]]
      """)
    #expect(findings == [])
    let form = try #require(programme?.forms.first)
    #expect(form.mode == .both)
    let groups = try #require(form.groups)
    #expect(groups.allowsPairs)
    #expect(groups.size == 2...4)
    #expect(groups.perMentor == 2)
    #expect(groups.topics == ["олимпиады", "проект"])
    #expect(groups.opensFewest)
    #expect(groups.source.row == 13)
    #expect(groups.composition.map(\.kind) == [.organization, .level, .role, .mark])
    #expect(groups.composition.map(\.values) == [[], ["4", "5"], ["pupil"], ["новичок"]])
    #expect(groups.composition.map(\.atLeast) == [nil, 1, nil, 1])
    #expect(groups.composition.map(\.atMost) == [2, nil, 3, 2])
    #expect(groups.composition.map(\.source.row) == [18, 19, 20, 21])
    #expect(groups.companions.map(\.kind) == [.together, .apart, .apart])
    #expect(groups.companions.map(\.people.count) == [2, 2, 3])
    #expect(groups.companions.allSatisfy { $0.form == "f" })
  }

  @Test func `takes what is not stated from the usual`() throws {
    for (text, mode) in [("mode: groups", PairingMode.groups), ("mode: both", .both)] {
      let (programme, findings) = read(text)
      #expect(findings == [])
      let form = try #require(programme?.forms.first)
      #expect(form.mode == mode)
      #expect(form.groups?.size == 3...5)
      #expect(form.groups?.perMentor == 1)
      #expect(form.groups?.topics == [])
    }
    #expect(read("mode: pairs").programme?.forms.first?.groups == nil)
    #expect(read("mode: groups\ngroups: {size: 4}").programme?.forms.first?.groups?.size == 4...4)
    #expect(
      read("mode: groups\ngroups: {size: {maximum: 2}}").programme?.forms.first?.groups?.size
        == 2...2)
  }

  @Test(arguments: [
    ("groups: {size: 3}", "groupsWithoutMode", 11),
    ("mode: pairs\ngroups: {size: 3}", "groupsWithoutMode", 12),
    ("mode: teams", "unknownWord", 11),
    ("mode: groups\ngroups: {size: {minimum: 5, maximum: 4}}", "minimumAboveMaximum", 12),
    ("mode: groups\ngroups: {size: {minimum: 7, maximum: 9}}", "minimumAboveCapacity", 12),
    ("mode: groups\ngroups: {size: 0}", "noNumber", 12),
    ("mode: groups\ngroups: {size: {minimum: x}}", "noNumber", 12),
    ("mode: groups\ngroups: {perMentor: 0}", "noNumber", 12),
    ("mode: groups\ngroups: {topics: [олимпиадды]}", "unknownTopic", 12),
    ("mode: groups\ngroups: {topics: [проект, проект]}", "duplicateKey", 12),
    ("mode: groups\ngroups: {fewest: maybe}", "noSwitch", 12),
    ("mode: groups\ngroups: {composition: [{kind: school, atMost: 1}]}", "unknownWord", 12),
    ("mode: groups\ngroups: {composition: [{atMost: 1}]}", "missingKey", 12),
    ("mode: groups\ngroups: {composition: [{kind: role}]}", "emptyRequirement", 12),
    ("mode: groups\ngroups: {composition: [{kind: role, atLeast: 1}]}", "leastOfEach", 12),
    (
      "mode: groups\ngroups: {composition: [{kind: year, value: 9, atLeast: 3, atMost: 2}]}",
      "leastAboveMost", 12
    ),
    (
      "mode: groups\ngroups: {composition: [{kind: year, value: 9, atLeast: 6}]}",
      "leastAboveSize", 12
    ),
    (
      "mode: groups\ngroups: {composition: [{kind: level, value: 6, atLeast: 1}]}", "noNumber", 12
    ),
    (
      "mode: groups\ngroups: {composition: [{kind: role, value: нет, atMost: 1}]}", "unknownRole",
      12
    ),
    (
      "mode: groups\ngroups: {composition: [{kind: year, value: 9, atLeast: 3}, "
        + "{kind: year, atMost: 2}]}", "rulesCollide", 12
    ),
    (
      "mode: groups\ngroups: {composition: [{kind: year, value: 9, atLeast: 3}, "
        + "{kind: year, value: 10, atLeast: 3}]}", "rulesAboveSize", 12
    ),
    ("mode: groups\ngroups: {together: [N-1]}", "companionAlone", 12),
    ("mode: groups\ngroups: {apart: [[N-1, N-1]]}", "companionAlone", 12),
    ("mode: groups\ngroups: {together: [A, B, C, D, E, F]}", "companyTooLarge", 12),
  ])
  func `leaves out a form whose groups cannot be`(text: String, code: String, line: Int) {
    let (programme, findings) = read(text)
    #expect(findings.map(\.code) == [code, "formLeftOut", "noForms"])
    #expect(findings.first?.location.row == line)
    #expect(findings.first.map { !$0.message.ru.isEmpty && !$0.advice.ru.isEmpty } ?? false)
    #expect(programme?.forms == [])
  }

  @Test(arguments: [
    ("mode: groups\ngroups: {size: {minimum: 3, maximum: 8}}", "maximumAboveCapacity"),
    ("mode: groups\ngroups: {size: 3, perMentor: 3}", "groupsAboveCapacity"),
    ("mode: groups\ngroups: {size: 3, pairs: true}", "unknownKey"),
    ("weights: {requests: 1, cohesion: 1}", "idleCohesion"),
  ])
  func `works around what is probably not meant`(text: String, code: String) {
    let (programme, findings) = read(text)
    #expect(findings.map(\.code) == [code])
    #expect(programme?.forms.count == 1)
    #expect((programme?.forms.first?.groups?.size.upperBound ?? 0) <= 6)
    #expect((programme?.forms.first?.groups?.perMentor ?? 0) <= 2)
  }

  @Test func `lets rules stand that can hold together`() {
    let (_, findings) = read(
      """
      mode: groups
      groups:
        composition:
          - {kind: year, atMost: 3}
          - {kind: year, value: 9, atLeast: 2}
          - {kind: year, value: [10, 11], atLeast: 3}
          - {kind: subject, value: физика, atLeast: 4}
          - {kind: subject, value: химия, atLeast: 4}
      """)
    #expect(findings == [])
  }

  @Test func `warns of cohesion that counts nowhere`() {
    #expect(
      read("", head: "weights: {requests: 1, cohesion: 1}").1.map(\.code) == ["idleCohesion"])
    #expect(read("mode: groups", head: "weights: {requests: 1, cohesion: 1}").1 == [])
    let twoForms = """
      mode: groups
      """
    let second = "  - {id: g, mentorRoles: [educator], menteeRoles: [pupil]}"
    #expect(read(twoForms, head: "weights: {cohesion: 1}").1 == [])
    let notes = ProgrammeNotes(file: "programme.yaml")
    let text = """
      format: nastavnik.programme/1
      id: p
      title: x
      asOf: 2023-09-25
      weights: {cohesion: 1}
      forms:
        - {id: f, mentorRoles: [educator], menteeRoles: [pupil], capacity: 5, mode: groups}
      \(second)

      """
    _ = ProgrammeReader.read(Data(text.utf8), notes)
    #expect(notes.findings.map(\.code) == ["cohesionAlone"])
  }

  @Test func `does not let a programme state the goal that follows from its forms`() {
    #expect(
      read("", head: "tiers: [fewestGroups, fit]").1.map(\.code) == ["unknownWord"])
  }
}
