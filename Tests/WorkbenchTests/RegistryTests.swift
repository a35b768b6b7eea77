import BankIO
import Foundation
import HTTPTypes
import HummingbirdTesting
import Matching
import MentoringModel
import NastavnikKit
import Registry
import Reports
import Testing
import Wording

@testable import Workbench

@Suite struct RegistryTests {
  private func registry(_ test: SiteUnderTest) throws -> Registry {
    try Registry.open(
      test.folder + "/nastavnik.sqlite",
      by: RegistryUser(name: "Команда", command: "test", patience: 5))
  }

  /// Pairs and groups of which nothing was decided.
  private func open(_ test: SiteUnderTest) async throws -> [DecisionButton] {
    let state = await test.site.workspace.settled(within: .seconds(60))
    let folder = try #require(state.folder)
    let plan = try #require(state.plan?.result)
    let standings = DecisionStandings(folder.decisions, [])
    return plan.subject.plan.matches.filter { standings.kinds(of: $0).allSatisfy { $0 == nil } }
      .map { match in
        DecisionButton(
          kind: .approve, seen: standings.kinds(of: match), form: match.form,
          mentor: match.mentor, mentees: match.mentees)
      }
  }

  @Test func `banks, runs and decisions of the pages stand in the registry`() async throws {
    let test = try SiteUnderTest(keepsRegistry: true)
    let table = FileManager.default.contents(atPath: test.folder + "/decisions.csv")
    try await test.run { browser in
      let registry = try registry(test)
      #expect(try registry.runs().count == 1)
      let buttons = try await open(test)
      let (button, other) = (try #require(buttons.first), try #require(buttons.last))
      #expect(try await browser.post("/decisions", [("decide", button.value)]).status == .seeOther)
      let decision = try #require(try registry.decisions().last)
      #expect(decision.kind == .approve && decision.people == button.mentees)
      #expect(decision.made.by == "Кураторова Вера")
      let standing = try #require(
        try registry.pairs().first {
          $0.mentor == button.mentor && $0.mentees == button.mentees && $0.form == button.form
        })
      #expect(standing.stateName == "approved")
      // The table of the folder is as it was: the registry holds what was decided.
      #expect(FileManager.default.contents(atPath: test.folder + "/decisions.csv") == table)
      _ = await test.site.workspace.settled(within: .seconds(60))
      let page = try await browser.get("/decisions").text
      #expect(page.contains("№ \(decision.id): утверждено"))
      #expect(page.contains("хранятся в реестре") && page.contains("реестр, № \(decision.id)"))
      #expect(page.contains("подбор № 1") && page.contains("Кураторова Вера"))
      _ = await test.site.workspace.settled(within: .seconds(60))
      // The pairs are the same, so the run is too.
      #expect(try registry.runs().count == 1)
      var back = button
      (back.kind, back.seen) = (nil, button.mentees.map { _ in .approve })
      #expect(try await browser.post("/decisions", [("decide", back.value)]).status == .seeOther)
      #expect(try registry.decisions().last?.undone?.by == "Кураторова Вера")
      #expect(try await browser.post("/decisions", [("decide", button.value)]).status == .seeOther)
      let number = try #require(try registry.decisions().last?.id)
      #expect(try await browser.post("/decisions", [("decide", other.value)]).status == .seeOther)
      let last = try #require(try registry.decisions().last?.id)
      // The page showed another last decision, one that is undone or one that stands.
      for old in [1, number] {
        let answer = try await browser.post("/decisions/undo", [("number", "\(old)")])
        #expect(answer.status == .conflict)
      }
      #expect(try registry.decisions().suffix(2).allSatisfy { $0.undone == nil })
      #expect(
        try await browser.post("/decisions/undo", [("number", "\(last)")]).status == .seeOther)
      #expect(
        try await browser.post("/decisions/undo", [("number", "\(number)")]).status == .seeOther)
      #expect(
        try await browser.post("/decisions/undo", [("number", "\(number)")]).status == .conflict)
      #expect(try registry.decisions().allSatisfy { $0.undone != nil })
    }
  }

  @Test func `a window that was closed loses nothing`() async throws {
    let test = try SiteUnderTest(keepsRegistry: true)
    let again = Workspace(
      test.folder,
      decisions: RegistryLedger(test.folder + "/nastavnik.sqlite", of: test.folder, by: ""))
    try await test.run { browser in
      let button = try #require(try await open(test).first)
      _ = try await browser.post("/decisions", [("decide", button.value)])
      await again.start()
      let state = await again.settled(within: .seconds(60))
      let folder = try #require(state.folder)
      for mentee in button.mentees {
        #expect(folder.decisions.standing(button.mentor, mentee, in: button.form) == .approve)
      }
      #expect(try again.decisions.history().contains { $0.act == .decided(.approve) })
      #expect(try registry(test).runs().count == 1)
    }
  }

  @Test func `many approvals at once lose nothing`() async throws {
    let test = try SiteUnderTest(keepsRegistry: true)
    try await test.run { browser in
      let buttons = Array(try await open(test).prefix(6))
      #expect(buttons.count > 2)
      try await withThrowingTaskGroup(of: HTTPResponse.Status.self) { group in
        for button in buttons {
          group.addTask { try await browser.post("/decisions", [("decide", button.value)]).status }
        }
        for try await status in group { #expect(status == .seeOther) }
      }
      #expect(try registry(test).decisions().count == buttons.count)
    }
  }

  @Test func `what a command decides meanwhile is seen, and not written over`() async throws {
    let test = try SiteUnderTest(keepsRegistry: true)
    try await test.run { browser in
      let button = try #require(try await open(test).first)
      let registry = try registry(test)
      _ = try registry.reject(
        PairSelection(form: button.form, mentor: button.mentor, mentees: button.mentees))
      #expect(try await browser.post("/decisions", [("decide", button.value)]).status == .conflict)
      #expect(try registry.decisions().map(\.kind) == [.reject])
      #expect(try await browser.get("/decisions").text.contains("Команда"))
      let state = await test.site.workspace.settled(within: .seconds(60))
      #expect(
        state.folder?.decisions.standing(button.mentor, button.mentees[0], in: button.form)
          == .reject)
    }
  }

  @Test func `a registry that another program holds is told, and nothing is lost`() async throws {
    let test = try SiteUnderTest(keepsRegistry: true)
    try await test.run { browser in
      let button = try #require(try await open(test).first)
      let lock = test.folder + "/nastavnik.sqlite.lock"
      let descriptor = Foundation.open(lock, O_RDWR | O_CREAT, 0o600)
      #expect(flock(descriptor, LOCK_EX | LOCK_NB) == 0)
      let answer = try await browser.post("/decisions", [("decide", button.value)])
      #expect(answer.status == .serviceUnavailable && answer.headers[.retryAfter] != nil)
      #expect(answer.text.contains("С реестром сейчас работает"))
      #expect(!answer.text.contains("--wait"))
      // Pages are shown meanwhile.
      #expect(
        try await browser.get("/matching").text.contains(button.mentees.isEmpty ? "-" : "row"))
      #expect(try registry(test).decisions().isEmpty)
      // A run on other banks, which it keeps from being made, leaves the last plan.
      let file = test.folder + "/mentees.csv"
      let table = try String(contentsOfFile: file, encoding: .utf8)
      let rows = table.split(separator: "\n", omittingEmptySubsequences: false)
      try rows.dropLast(2).joined(separator: "\n").write(
        toFile: file, atomically: true, encoding: .utf8)
      _ = try await browser.post("/run", [])
      let state = await test.site.workspace.settled(within: .seconds(60))
      #expect(state.plan != nil)
      guard case .registry(.held) = state.failure else {
        Issue.record("\(String(describing: state.failure))")
        return
      }
      unlink(lock)
      close(descriptor)
      #expect(try await browser.post("/decisions", [("decide", button.value)]).status == .seeOther)
      #expect(try registry(test).decisions().count == 1)
    }
  }

  @Test func `a decision of the table is taken back there`() async throws {
    let test = try SiteUnderTest(keepsRegistry: true)
    try await test.run { browser in
      let state = await test.site.workspace.settled(within: .seconds(60))
      let folder = try #require(state.folder)
      let standing = try #require(
        folder.decisions.first { one in
          folder.folder.programme?.forms.contains { one.concerns($0.id) } ?? false
        })
      let form = try #require(standing.form ?? folder.folder.programme?.forms.first?.id)
      let button = DecisionButton(
        kind: nil, seen: [standing.kind], form: form, mentor: standing.mentor,
        mentees: [standing.mentee])
      #expect(try await browser.post("/decisions", [("decide", button.value)]).status == .seeOther)
      let after = try StandingFolder(test.folder).decisions
      #expect(after.standing(standing.mentor, standing.mentee, in: form) == nil)
      #expect(try registry(test).decisions().isEmpty)
    }
  }

  @Test func `all proposed pairs of a form are approved in one transaction`() async throws {
    let test = try SiteUnderTest(keepsRegistry: true)
    try await test.run { browser in
      let form = try #require(try await open(test).first).form
      #expect(
        try await browser.post("/decisions", [("approveForm", form.rawValue)]).status == .seeOther)
      let pairs = try registry(test).pairs(in: form).filter { $0.run != nil }
      #expect(!pairs.isEmpty && pairs.allSatisfy { $0.stateName == "approved" || $0.isPinned })
      let times = Set(try registry(test).decisions().map(\.made.at))
      #expect(times.count <= 2)
      // One act, and undone as one.
      let all = try registry(test).decisions()
      let entries = try test.site.workspace.decisions.history().filter { $0.number != nil }
      #expect(entries.count == 1 && entries[0].number == all.first?.id && all.count > 1)
      #expect(entries[0].pairs.count == all.reduce(0) { $0 + $1.people.count })
      let number = try #require(all.first?.id)
      #expect(
        try await browser.post("/decisions/undo", [("number", "\(number)")]).status == .seeOther)
      #expect(try registry(test).decisions().allSatisfy { $0.undone != nil })
      let undone = try test.site.workspace.decisions.history()
      #expect(undone.first?.act == .undid(number) && undone.undoable == nil)
      #expect(undone.first { $0.number == number }?.isUndone == true)
      #expect(
        try await browser.post("/decisions/undo", [("number", "\(number)")]).status == .conflict)
      // Approved anew, and taken back as one while a later decision stands.
      _ = try await browser.post("/decisions", [("approveForm", form.rawValue)])
      let ban = try registry(test).ban(mentor: "M-001", mentees: ["N-001"])
      #expect(ban.decided.count == 1)
      #expect(
        try await browser.post("/decisions", [("reopenForm", form.rawValue)]).status == .seeOther)
      #expect(try registry(test).decisions().filter { $0.undone == nil }.map(\.kind) == [.ban])
      let acts = try test.site.workspace.decisions.history().map(\.act)
      #expect(acts.first == .undid(all.count + 1))
      #expect(acts.filter { $0 == .undid(all.count + 1) }.count == 1)
    }
  }

  @Test func `a row that approves a whole form is taken out of the table`() async throws {
    let test = try SiteUnderTest(keepsRegistry: true)
    let form = try #require(try StandingFolder(test.folder).folder.programme?.forms.first?.id)
    _ = try FolderDecisions(of: test.folder).edit { _ in
      DecisionEdit(addedForms: [FormDecision(.approve, form: form)])
    }
    try await test.run { browser in
      let button = FormButton(kind: .approve, form: form)
      let page = try await browser.get("/decisions").text
      #expect(page.contains(Text.approvedWhole.ru))
      let answer = try await browser.post("/decisions", [("takeBack", button.value)])
      #expect(answer.status == .seeOther)
      #expect(try StandingFolder(test.folder).folder.bank.formDecisions.isEmpty)
      let state = await test.site.workspace.settled(within: .seconds(60))
      #expect(state.folder?.folder.bank.formDecisions.isEmpty == true)
      #expect(
        try await browser.post("/decisions", [("takeBack", button.value)]).status == .conflict)
    }
  }

  @Test func `a file that is no registry is told and left alone`() async throws {
    let test = try SiteUnderTest(keepsRegistry: true)
    let file = test.folder + "/nastavnik.sqlite"
    try Data("это не реестр, а что-то другое".utf8).write(to: URL(fileURLWithPath: file))
    let before = FileManager.default.contents(atPath: file)
    try await test.run { browser in
      let page = try await browser.get("/matching")
      #expect(page.status == .ok && page.text.contains("не реестр"))
      #expect(FileManager.default.contents(atPath: file) == before)
    }
  }

  @Test func `the registry of the folder is found by itself`() throws {
    let test = try SiteUnderTest()
    defer { try? FileManager.default.removeItem(atPath: test.folder) }
    var settings = WorkbenchSettings(folder: test.folder)
    #expect(settings.decisions(in: test.folder) is FolderLedger)
    settings.registry = "elsewhere.sqlite"
    #expect(settings.decisions(in: test.folder) is RegistryLedger)
    settings.registry = nil
    try Data().write(to: URL(fileURLWithPath: test.folder + "/nastavnik.sqlite"))
    #expect(settings.decisions(in: test.folder) is RegistryLedger)
  }
}
