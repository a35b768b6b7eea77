import BankIO
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Matching
import MentoringModel
import NastavnikKit
import Orders
import Reports
import Testing
import Wording

@testable import Workbench

@Suite struct PageTests {
  @Test(arguments: PageKind.allCases, Language.allCases)
  func `every page is there in both languages`(page: PageKind, language: Language) async throws {
    let test = try await SiteUnderTest.reading()
    test.site.access.choose(language, nil, for: test.visitor.id)
    try await test.run { browser in
      let answer = try await browser.get(page.path)
      #expect(answer.status == .ok)
      #expect(answer.text.contains("<html lang=\"\(language.rawValue)\""))
      #expect(answer.text.contains("<h1>\(page.title[language])</h1>"))
      // A place of a template that nobody fills, or a value that is no text.
      #expect(!answer.text.contains("{{") && !answer.text.contains("Optional("))
      #expect(answer.headers[.contentType] == "text/html; charset=utf-8")
    }
  }

  @Test func `a hostile name is shown as it is and runs nowhere`() async throws {
    let test = try SiteUnderTest()
    let path = test.folder + "/mentors.csv"
    var text = try String(contentsOfFile: path, encoding: .utf8)
    let name = try #require(try StandingFolder(test.folder).folder.bank.mentors.first?.person.name)
    text = text.replacing(name, with: "<script>alert(1)</script>\"'&")
    try text.write(toFile: path, atomically: true, encoding: .utf8)
    try await test.run { browser in
      for page in PageKind.allCases {
        let text = try await browser.get(page.path).text
        #expect(!text.contains("<script>alert"))
      }
      #expect(try await browser.get("/banks").text.contains("&lt;script&gt;alert"))
    }
  }

  @Test func `search, choice and order narrow and sort the pairs`() async throws {
    let test = try await SiteUnderTest.reading()
    try await test.run { browser in
      let all = try await browser.get("/matching").text.matches(of: /class="row" id="p-/).count
      let state = await test.site.workspace.settled()
      let subject = try #require(state.plan?.result.subject)
      let form = try #require(subject.plan.forms.first { !$0.matches.isEmpty })
      #expect(all == min(form.matches.count, RowWindow.size))
      let name = subject.name(of: form.matches[0].mentor)
      let found = try await browser.get(SitePath.address("/matching", [("q", name)])).text
      let one = found.matches(of: /class="row" id="p-/).count
      #expect(one >= 1 && one < all)
      let weak = try await browser.get("/matching?sort=worst").text
      let least = try #require(form.matches.map(\.score.total).min())
      let first = try #require(weak.firstMatch(of: /class="number">([^<]*)</))
      #expect(String(first.1) == Text.percent(least).ru)
      let approved = try await browser.get("/matching?show=approved").text
      #expect(approved.matches(of: /class="row" id="p-/).isEmpty)
    }
  }

  @Test func `why tells the parts, and why not another mentor`() async throws {
    let test = try await SiteUnderTest.reading()
    try await test.run { browser in
      let state = await test.site.workspace.settled()
      let plan = try #require(state.plan)
      let match = try #require(plan.result.subject.plan.matches.first)
      let mentee = try #require(match.mentees.first)
      let why = try await browser.get("/why?mentee=\(mentee)").text
      #expect(why.contains(Text.percent(match.score.total).ru))
      for part in match.score.parts { #expect(why.contains(part.reason.ru)) }
      let other = try #require(plan.result.bank.mentors.first { $0.id != match.mentor })
      let not = try await browser.get("/why?mentee=\(mentee)&mentor=\(other.id)").text
      let answer = try #require(plan.solved?.answers(about: mentee, with: other.id).first)
      #expect(not.contains(answer.text.ru))
    }
  }

  @Test(.enabled(if: BuiltInSolvers.groupGLPK != nil))
  func `why tells which groups about a topic opened, and what the rules of composition cost`()
    async throws
  {
    let test = try await SiteUnderTest.reading()
    try await test.run { browser in
      let plan = try #require(await test.site.workspace.settled().plan)
      let match = try #require(plan.result.subject.plan.matches.first { $0.opened != nil })
      let topic = try #require(match.opened?.topic)
      let member = try #require(match.mentees.first)
      let address = SitePath.address("/why", [("topic", topic.rawValue)])
      #expect(try await browser.get("/why?mentee=\(member)").text.contains("\"\(address)\""))
      let page = try await browser.get(address)
      #expect(page.status == .ok)
      let answers = try #require(try plan.solved?.groups(about: topic))
      #expect(answers.contains { !$0.opened.isEmpty && !$0.rules.isEmpty })
      for answer in answers {
        #expect(page.text.contains(answer.text.ru))
        for rule in answer.rules { #expect(page.text.contains(rule.text.ru)) }
        for group in answer.closed { #expect(page.text.contains(group.advice.ru)) }
        for group in answer.opened {
          let names = plan.result.subject.names.names(of: group.mentees, group: nil)
          #expect(page.text.contains(names))
        }
      }
      #expect(try await browser.get("/why?topic=nothing").status == .notFound)
    }
  }

  @Test func `nobody is told to move to where he is`() async throws {
    let test = try await SiteUnderTest.reading()
    try await test.run { _ in
      let plan = try #require(await test.site.workspace.settled().plan)
      let solved = try #require(plan.solved)
      var moves: [PlanMove] = []
      for match in plan.result.subject.plan.matches {
        for case .paired(let answer) in solved.answers(about: try #require(match.mentees.first)) {
          moves += (answer.margin?.moves ?? []).filter { !match.mentees.contains($0.mentees[0]) }
        }
      }
      #expect(
        moves.allSatisfy {
          $0.before?.mentor != $0.after?.mentor || $0.before?.topic != $0.after?.topic
        })
    }
  }

  @Test func `a variant is what the command whatif says`() async throws {
    let test = try await SiteUnderTest.reading()
    try await test.run { browser in
      let state = await test.site.workspace.settled()
      let form = try #require(state.folder?.folder.programme?.forms.first)
      let path = "forms.\(form.id).capacity.maximum"
      let page = try await browser.get("/what-if/variant?\(path)=1").text
      let run = try WhatIfRun(
        test.folder, [ScenarioDraft(name: "x", settings: [ScenarioSetting(path: path, value: "1")])]
      )
      let matched = try #require(run.comparison.results.last).figures.matched
      #expect(page.contains("<td class=\"number\">\(matched)</td>"))
      let odd = try await browser.get("/what-if/variant?\(path)=many")
      #expect(odd.status == .ok && odd.text.contains("notice bad"))
    }
  }

  @Test func `scenarios are kept by name beside each other and removed`() async throws {
    let test = try SiteUnderTest()
    try await test.run { browser in
      let keep = try await browser.post(
        "/what-if/keep", [("name", "больше \"важности\""), ("weights.requests", "80")])
      #expect(keep.status == .seeOther)
      let kept = ScenarioShelf(of: test.folder).all()
      #expect(kept.map(\.name) == ["больше \"важности\""])
      #expect(kept.first?.settings.first { $0.path == "weights.requests" }?.value == "80")
      #expect(try await browser.get("/what-if").text.contains("больше &quot;важности&quot;"))
      let nameless = try await browser.post("/what-if/keep", [("name", " ")])
      #expect(nameless.status == .unprocessableContent)
      _ = try await browser.post("/what-if/remove", [("name", "больше \"важности\"")])
      #expect(ScenarioShelf(of: test.folder).all().isEmpty)
    }
  }

  @Test func `orders give the batch and the drafts of the commands`() async throws {
    let test = try await SiteUnderTest.reading()
    try await test.run { browser in
      let result = try MatchRun.run(MatchRequest(folder: test.folder))
      let batch = try await browser.get("/orders/batch.json")
      #expect(Array(buffer: batch.body) == OrderBatchDocument.value(of: result.orderBatch).bytes)
      #expect(batch.headers[.contentDisposition]?.contains("attachment") == true)
      let drafts = try await browser.get("/orders/drafts.zip")
      #expect(drafts.status == .ok && Array(buffer: drafts.body).starts(with: [0x50, 0x4B]))
      #expect(try await browser.get("/orders/plan.zip").status == .ok)
    }
  }

  @Test func `where an order needs approval, the page says how much waits for it`() async throws {
    let test = try SiteUnderTest()
    let path = test.folder + "/programme.yaml"
    let text = try String(contentsOfFile: path, encoding: .utf8)
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
      .filter { !$0.contains("approval:") }.joined(separator: "\n")
    try lines.replacing("\norder:", with: "\norder:\n  approval: required", maxReplacements: 1)
      .write(toFile: path, atomically: true, encoding: .utf8)
    try await test.run { browser in
      func waiting() async throws -> Int {
        _ = await test.site.workspace.settled(within: .seconds(60))
        let page = try await browser.get("/orders").text
        return page.firstMatch(of: /Ждут утверждения: (\d+)/).flatMap { Int($0.1) } ?? 0
      }
      let all = try await waiting()
      let form = try #require(
        await test.site.workspace.settled().plan?.result.subject.plan.forms.first)
      _ = try await browser.post("/decisions", [("approveForm", form.form.rawValue)])
      let rest = try await waiting()
      #expect(all > rest)
    }
  }

  @Test func `empty tables to fill in are given out, and filled in they are taken`() async throws {
    let test = try await SiteUnderTest.reading()
    try await test.run { browser in
      let page = try await browser.get("/banks").text
      let names = page.matches(of: /href="\/banks\/templates\/([a-z.]+)"/).map { String($0.1) }
      #expect(names.contains("mentors.xlsx") && names.contains("mentees.xlsx"))
      for name in names {
        let answer = try await browser.get("/banks/templates/" + name)
        #expect(answer.status == .ok && Array(buffer: answer.body).starts(with: [0x50, 0x4B]))
        let upload = TableUpload(Data(Array(buffer: answer.body)), named: name, as: nil)
        #expect(upload?.name == name)
      }
      #expect(try await browser.get("/banks/templates/other.xlsx").status == .notFound)
    }
  }

  @Test func `an empty folder starts from a template`() async throws {
    let test = try SiteUnderTest(nil)
    try await test.run { browser in
      let start = try await browser.get("/banks").text
      #expect(start.contains("name=\"template\"") && start.contains(test.folder))
      #expect(try await browser.post("/start", [("template", "none")]).status == .badRequest)
      #expect(try await browser.post("/start", [("template", "school")]).status == .seeOther)
      _ = await test.site.workspace.settled(within: .seconds(60))
      let banks = try await browser.get("/banks")
      #expect(banks.status == .ok && banks.text.contains("id=\"drop\""))
      let again = try await browser.post("/start", [("template", "tpu-lyceum")])
      #expect(again.status != .seeOther)
    }
  }

  @Test func `two windows see the same state, and hear of a change`() async throws {
    let test = try SiteUnderTest()
    try await test.run { browser in
      let hub = test.site.workspace.events
      var events = hub.events().makeAsyncIterator()
      let first = await events.next()
      _ = try await browser.post("/run", [])
      _ = await test.site.workspace.settled(within: .seconds(60))
      let later = await events.next()
      #expect((later?.revision ?? 0) > (first?.revision ?? 0) || later?.job != nil)
    }
  }

  @Test func `a line of an event has the number of the state, by which windows know a change`()
    async throws
  {
    let event = EventHub.Event(
      revision: 7, job: Text(ru: "Подбираю", en: "Matching"), studied: 2)
    let events = AsyncStream<EventHub.Event> { stream in
      stream.yield(event)
      stream.finish()
    }
    var lines = EventStream.lines(of: events, in: Words(language: .en)).makeAsyncIterator()
    let line = try #require(await lines.next())
    #expect(
      String(buffer: line)
        == "event: state\ndata: {\"revision\":7,\"studied\":2,\"job\":\"Matching\"}\n\n")
  }

  @Test func `a run that is given up leaves the plan that was there`() async throws {
    let test = try SiteUnderTest()
    try await test.run { browser in
      let plan = await test.site.workspace.settled().plan
      #expect(plan != nil)
      await test.site.workspace.start()
      await test.site.workspace.cancel()
      let state = await test.site.workspace.current()
      #expect(state.job == nil && state.plan != nil)
      let page = try await browser.get("/matching")
      #expect(page.status == .ok)
    }
  }

  @Test func `the language and the colours are kept, and no address of others is gone back to`()
    async throws
  {
    let test = try await SiteUnderTest.reading()
    try await test.run { browser in
      let answer = try await browser.post(
        "/choices", [("language", "en"), ("theme", "dark"), ("back", "//evil.example/banks")])
      #expect(answer.headers[.location] == "/banks")
      let page = try await browser.get("/banks").text
      #expect(page.contains("lang=\"en\" data-theme=\"dark\""))
    }
  }
}
