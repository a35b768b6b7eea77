import Foundation
import MentoringModel
import Testing
import Wording

@testable import BankIO

/// What a programme file says of its goals.
@Suite struct GoalCheckTests {
  private func read(_ goals: String, mode: String = "pairs") -> (Programme?, [Finding]) {
    let text = """
      format: nastavnik.programme/1
      id: p
      title: Программа
      asOf: 2023-09-25
      \(goals)
      forms:
        - {id: f, mentorRoles: [educator], menteeRoles: [pupil], capacity: 5, mode: \(mode)}

      """
    let notes = ProgrammeNotes(file: "programme.yaml")
    let programme = ProgrammeReader.read(Data(text.utf8), notes)
    return (programme, notes.findings)
  }

  @Test func `reads goals in their order and limits beside them`() throws {
    let (programme, findings) = read(
      "tiers: [pins, coverage, fewestMentors, fit]\nmaximumMentors: 7\nmaximumLoad: 3")
    #expect(findings == [])
    #expect(programme?.tiers == [.pins, .coverage, .fewestMentors, .fit])
    #expect(programme?.maximumMentors == 7 && programme?.maximumLoad == 3)
    #expect(programme?.choosesMentors == true)
    #expect(read("maximumMentors: 0").1.map(\.severity) == [.error])
  }

  @Test(arguments: [
    ("tiers: [pins, coverage, balance, fewestMentors, fit]", "pairs", "goalBesideFewMentors"),
    ("maximumMentors: 3\nminimumLoad: 1", "pairs", "goalBesideFewMentors"),
    ("tiers: [coverage, worstFit, fit]", "groups", "goalOfPairs"),
    ("minimumLoad: 1", "groups", "goalOfPairs"),
    ("tiers: [coverage, coverageTargets]", "pairs", "aimlessGoal"),
    ("tiers: [coverage, minimumLoad]", "pairs", "aimlessGoal"),
    ("minimumLoad: 4\nmaximumLoad: 3", "pairs", "minimumLoadAboveMaximum"),
  ])
  func `notes goals that are left out or ask for nothing`(
    goals: String, mode: String, code: String
  ) {
    let (programme, findings) = read(goals, mode: mode)
    #expect(programme != nil)
    #expect(findings.map(\.code) == [code])
    #expect(findings.allSatisfy { $0.severity == .warning && !$0.message.ru.isEmpty })
  }
}
