import BankIO
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Matching
import MentoringModel
import NastavnikKit
import Reports
import Testing

@testable import Workbench

@Suite struct DecisionTests {
  private func pair(_ test: SiteUnderTest) async throws -> DecisionButton {
    let state = await test.site.workspace.settled(within: .seconds(60))
    let plan = try #require(state.plan?.result)
    let standings = DecisionStandings(plan.bank)
    let match = try #require(
      plan.subject.plan.matches.first { match in
        match.mentees.allSatisfy { standings.kind(match.mentor, $0, in: match.form) == nil }
      })
    return DecisionButton(
      kind: .approve, seen: standings.kinds(of: match), form: match.form, mentor: match.mentor,
      mentees: match.mentees)
  }

  private func decisions(_ test: SiteUnderTest) throws -> [Decision] {
    try StandingFolder(test.folder).folder.bank.decisions
  }

  @Test func `an approval goes into the table, keeps its other rows and can be undone`()
    async throws
  {
    let test = try SiteUnderTest()
    let before = try decisions(test)
    let table = test.folder + "/decisions.csv"
    let text = String(
      decoding: try #require(FileManager.default.contents(atPath: table)), as: UTF8.self)
    try await test.run { browser in
      let button = try await pair(test)
      let answer = try await browser.post("/decisions", [("decide", button.value)])
      #expect(answer.status == .seeOther)
      let after = try decisions(test)
      #expect(after.count == before.count + button.mentees.count)
      #expect(after.standing(button.mentor, button.mentees[0], in: button.form) == .approve)
      #expect(after.last?.decidedOn != nil)
      for line in text.split(separator: "\r\n").dropFirst() {
        let now = String(
          decoding: FileManager.default.contents(atPath: table) ?? Data(), as: UTF8.self)
        #expect(now.contains(line))
      }
      let page = try await browser.get("/decisions").text
      #expect(page.contains("№ 1"))
      var status = stat()
      #expect(stat(test.folder + "/history.ndjson", &status) == 0 && status.st_mode & 0o077 == 0)
      // The page showed another last decision.
      for other in ["0", "2", "-1"] {
        #expect(
          try await browser.post("/decisions/undo", [("number", other)]).status == .conflict)
      }
      #expect(try decisions(test) == after)
      #expect(try await browser.post("/decisions/undo", [("number", "1")]).status == .seeOther)
      #expect(
        try decisions(test).map { [$0.mentor, $0.mentee] } == before.map { [$0.mentor, $0.mentee] })
      #expect(try await browser.post("/decisions/undo", [("number", "1")]).status == .conflict)
    }
  }

  @Test func `of two decisions at once that differ the second is told, and nothing is lost`()
    async throws
  {
    let test = try SiteUnderTest()
    try await test.run { browser in
      var button = try await pair(test)
      #expect(try await browser.post("/decisions", [("decide", button.value)]).status == .seeOther)
      // The same again changes nothing.
      #expect(try await browser.post("/decisions", [("decide", button.value)]).status == .seeOther)
      let once = try decisions(test)
      button.kind = .forbid
      #expect(try await browser.post("/decisions", [("decide", button.value)]).status == .conflict)
      #expect(try decisions(test) == once)
    }
  }

  @Test func `a change made in the file meanwhile is seen`() async throws {
    let test = try SiteUnderTest()
    try await test.run { browser in
      let button = try await pair(test)
      var other = button
      other.kind = .reject
      try FolderLedger(of: test.folder).decide([other.wish], by: "другая программа")
      #expect(try await browser.post("/decisions", [("decide", button.value)]).status == .conflict)
      #expect(try await browser.get("/decisions").text.contains("другая программа"))
    }
  }

  @Test func `a folder that another program holds is told, and nothing is lost`() async throws {
    let test = try SiteUnderTest()
    try await test.run { browser in
      let button = try await pair(test)
      let descriptor = open(test.folder, O_RDONLY)
      flock(descriptor, LOCK_EX)
      let answer = try await browser.post("/decisions", [("decide", button.value)])
      close(descriptor)
      #expect(answer.status == .serviceUnavailable)
      #expect(answer.headers[.retryAfter] != nil)
      #expect(try await browser.post("/decisions", [("decide", button.value)]).status == .seeOther)
    }
  }

  @Test func `all proposed pairs of a form are approved at once`() async throws {
    let test = try SiteUnderTest()
    try await test.run { browser in
      let form = try await pair(test).form
      #expect(
        try await browser.post("/decisions", [("approveForm", form.rawValue)]).status == .seeOther)
      let state = await test.site.workspace.settled(within: .seconds(60))
      let plan = try #require(state.plan)
      let standings = DecisionStandings(plan.result.bank)
      let part = try #require(plan.result.subject.plan.forms.first { $0.form == form })
      #expect(!part.matches.isEmpty)
      #expect(part.matches.allSatisfy { standings.kind(of: $0) != nil })
      // Later they are taken back at once, whatever was decided in between; that is one act too.
      let before = Set(try decisions(test))
      let page = try await browser.get("/matching?form=\(form)").text
      #expect(page.contains("name=\"reopenForm\" value=\"\(form)\""))
      #expect(
        try await browser.post("/decisions", [("reopenForm", form.rawValue)]).status == .seeOther)
      let after = try decisions(test)
      #expect(!after.contains { $0.kind == .approve && $0.form == form })
      let last = try #require(try test.site.workspace.decisions.history().undoable)
      #expect(last.act == .tookBack(.approve) && last.pairs.count > 1)
      let number = "\(try #require(last.number))"
      #expect(try await browser.post("/decisions/undo", [("number", number)]).status == .seeOther)
      #expect(
        Set(try decisions(test).map { [$0.mentor, $0.mentee] })
          == Set(before.map { [$0.mentor, $0.mentee] }))
      #expect(try await browser.post("/decisions", [("reopenForm", "none")]).status == .notFound)
    }
  }

  @Test func `the approval of a whole form is taken back, and that is undone`() async throws {
    let test = try SiteUnderTest()
    let form = try #require(try StandingFolder(test.folder).folder.programme?.forms.first?.id)
    var approval = FormDecision(.approve, form: form)
    (approval.decidedBy, approval.decidedOn) = ("Директорова А. А.", CalendarDate("2024-09-01"))
    let whole = approval
    _ = try FolderDecisions(of: test.folder).edit { _ in DecisionEdit(addedForms: [whole]) }
    let pairs = try decisions(test).map { [$0.mentor, $0.mentee] }
    try await test.run { browser in
      let button = FormButton(kind: .approve, form: form)
      for path in ["/decisions", "/matching?form=\(form)"] {
        let page = try await browser.get(path).text
        #expect(page.contains("name=\"takeBack\" value=\"\(button.value)\""))
      }
      let answer = try await browser.post(
        "/decisions", [("takeBack", button.value), ("back", "/matching?form=\(form)")])
      #expect(answer.headers[.location] == "/matching?form=\(form)")
      #expect(try StandingFolder(test.folder).folder.bank.formDecisions.isEmpty)
      #expect(try decisions(test).map { [$0.mentor, $0.mentee] } == pairs)
      let page = try await browser.get("/decisions").text
      #expect(page.contains("№ 1: снято утверждение формы") && !page.contains("name=\"takeBack\""))
      // What is not decided any more cannot be taken back again.
      #expect(
        try await browser.post("/decisions", [("takeBack", button.value)]).status == .conflict)
      #expect(try await browser.post("/decisions/undo", [("number", "1")]).status == .seeOther)
      let back = try #require(try StandingFolder(test.folder).folder.bank.formDecisions.first)
      #expect(back.kind == .approve && back.form == form)
      #expect(back.decidedBy == whole.decidedBy && back.decidedOn == whole.decidedOn)
      for odd in ["", "approve", "pin;\(form)", "reject;\(form)", "approve;nothing"] {
        let status = try await browser.post("/decisions", [("takeBack", odd)]).status
        #expect([.badRequest, .conflict].contains(status))
      }
      #expect(try StandingFolder(test.folder).folder.bank.formDecisions.count == 1)
    }
  }

  @Test func `a decision about nobody is refused`() async throws {
    let test = try SiteUnderTest()
    let before = try decisions(test)
    try await test.run { browser in
      let known = try await pair(test)
      var strangers = [known, known, known]
      strangers[0].mentor = "nobody"
      strangers[1].mentees = known.mentees.map { _ in "nobody" }
      strangers[2].form = "nothing"
      let odd = ["", "a", "approve;none;f;m", "approve;f;nobody;nobody;none", "approve;f;m;n;x"]
      for value in odd + strangers.map(\.value) {
        let answer = try await browser.post("/decisions", [("decide", value)])
        #expect([.badRequest, .notFound].contains(answer.status))
        #expect(try decisions(test) == before)
      }
    }
  }

  @Test func `a button says the same read back, whatever stands in an id`() {
    let button = DecisionButton(
      kind: nil, seen: [.pin, nil], form: "a;b", mentor: "%3B;", mentees: ["x%", ";"])
    #expect(DecisionButton(value: button.value) == button)
  }
}
