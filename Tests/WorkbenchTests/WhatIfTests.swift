import BankIO
import Foundation
import HTTPTypes
import HummingbirdTesting
import Matching
import MentoringModel
import NastavnikKit
import Reports
import Testing
import Wording

@testable import Workbench

@Suite struct WhatIfTests {
  private func programme() throws -> Programme {
    try #require(
      try StandingFolder(SiteUnderTest.path(of: "bogorodsk-district")).folder.programme)
  }

  private func draft(_ form: WhatIfForm, _ values: [String: String]) -> [ScenarioSetting] {
    form.draft(named: "x") { values[$0] }.settings
  }

  @Test func `goals are put in another order, left out and taken in`() throws {
    var programme = try programme()
    programme.tiers = [.pins, .coverage, .fit]
    let form = WhatIfForm(programme)
    #expect(draft(form, [:]).isEmpty)
    #expect(draft(form, ["goals.coverage": "1", "goals.fit": "2"]).isEmpty)
    #expect(
      draft(form, ["goals.balance": "1", "goals.coverage": "2", "goals.fit": "3"])
        == [ScenarioSetting(path: "tiers", value: "[pins, balance, coverage, fit]")])
    #expect(
      draft(form, ["goals.coverage": "0", "goals.worstFit": "1"])
        == [ScenarioSetting(path: "tiers", value: "[pins, worstFit, fit]")])
  }

  @Test func `a kept order stands in the fields again`() throws {
    let form = WhatIfForm(try programme())
    let setting = ScenarioSetting(path: "tiers", value: "[pins, balance, coverage, fit]")
    let fields = form.fields(of: setting)
    let values = Dictionary(uniqueKeysWithValues: fields.map { ($0.0, $0.1 ?? "") })
    #expect(draft(form, values) == [setting])
    let draft = ScenarioDraft(name: "x", settings: [setting])
    #expect(form.told(draft).ru.contains("2-я цель") && !form.told(draft).ru.contains("tiers"))
    #expect(form.fields(of: ScenarioSetting(path: "weights.age", value: "12.50"))[0].1 == "13")
  }

  @Test func `where groups are made no goal of pairs alone is offered`() throws {
    let path = SiteUnderTest.path(of: "vologda-medical-college")
    let form = WhatIfForm(try #require(try StandingFolder(path).folder.programme))
    let goals = try #require(form.groups.first { !$0.goals.isEmpty }).goals
    #expect(goals.contains(.coverage) && goals.allSatisfy { !$0.isForPairsAlone })
    #expect(!form.groups.flatMap(\.fields).contains { $0.path == "minimumLoad" })
  }

  @Test func `every setting that is offered is understood`() throws {
    let path = SiteUnderTest.path(of: "bogorodsk-district")
    let plan = try StandingFolder(path).matched()
    let base = try #require(plan.base)
    let form = WhatIfForm(plan.result.subject.programme)
    for field in form.groups.flatMap(\.fields) {
      let value =
        switch field.control {
        case .slider: field.base == "30" ? "31" : "30"
        case .number(let range): "\(field.base == "2" ? range.lowerBound : 2)"
        case .rank(let count): field.base == "\(count)" ? "1" : "\(count)"
        case .choice(let options): options.first { $0.id != field.base }?.id ?? field.base
        }
      let draft = form.draft(named: "x") { $0 == field.path ? value : nil }
      let result = try plan.variant(draft, against: base)
      #expect(result.variant != nil, "\(field.path) = \(value)")
    }
  }

  @Test func `the goals in their order do what the command whatif does`() async throws {
    let test = try await SiteUnderTest.reading("bogorodsk-district")
    try await test.run { browser in
      let page = try await browser.get(
        "/what-if/variant?goals.balance=2&goals.coverage=1&goals.fit=3"
      ).text
      let run = try WhatIfRun(
        test.folder,
        [
          ScenarioDraft(
            name: "x",
            settings: [ScenarioSetting(path: "tiers", value: "[pins, coverage, balance, fit]")])
        ])
      let figures = try #require(run.comparison.results.last).figures
      #expect(page.contains("<td class=\"number\">\(figures.largestLoad)</td>"))
      #expect(page.contains("<svg"))
    }
  }

  @Test func `the front of two goals is shown with a chart and a row for each plan`() async throws {
    let test = try await SiteUnderTest.reading("bogorodsk-district")
    try await test.run { browser in
      let address = "/what-if?goal=fit&goal=fairness"
      var page = try await browser.get(address).text
      for _ in 0..<600 where page.contains("data-waits") {
        try await Task.sleep(for: .milliseconds(50))
        page = try await browser.get(address).text
      }
      let run = try ParetoRun(
        MatchRequest(folder: test.folder), goals: [.fit, .fairness])
      let front = try #require(page.split(separator: "id=\"front\"").last)
      #expect(front.matches(of: /<tr><th scope="row"/).count == run.front.points.count)
      #expect(front.contains("Доказано"))
      if run.front.points.count > 1 {
        #expect(front.matches(of: /<circle/).count == run.front.points.count)
      }
      #expect(try await browser.get("/what-if?goal=fit").text.contains("Выберите две или три"))
      #expect(try await browser.get("/what-if?goal=changes&goal=x").status == .ok)
    }
  }

  @Test func `a goal is offered where nothing keeps it out`() throws {
    let folder = try StandingFolder(SiteUnderTest.path(of: "bogorodsk-district"))
    var programme = try #require(folder.folder.programme)
    programme.minimumLoad = 1
    programme.maximumMentors = nil
    programme.tiers = [.pins, .coverage, .fewestMentors, .fit]
    // That few mentors are a goal can be left out on the page, so it keeps nothing out.
    #expect(WhatIfForm.goals(programme).goals.contains(.balance))
    #expect(WhatIfForm.loads(programme).fields.map(\.path) == ["minimumLoad", "maximumLoad"])
    programme.maximumMentors = 3
    let goals = WhatIfForm.goals(programme).goals
    #expect(goals.contains(.fewestMentors) && goals.contains(.coverage) && goals.contains(.fit))
    #expect(!goals.contains { $0.isForPairsAlone })
    #expect(WhatIfForm.loads(programme).fields.map(\.path) == ["maximumLoad"])
  }

  @Test func `a quick answer says whether it is proved, and a whole one is the proved one`()
    async throws
  {
    let test = try await SiteUnderTest.reading()
    try await test.run { browser in
      let path = "/what-if/variant?weights.requests=5"
      let whole = try await browser.get(path).text
      #expect(whole.contains("id=\"variant-title\"") && !whole.contains("data-proving"))
      let quick = try await browser.get(path + "&quick=1").text
      // Either all is proved at once, or that it is not is said.
      #expect(quick == whole || quick.contains("data-proving"))
    }
  }

  @Test func `what is not proved is told to be so`() async throws {
    let test = try await SiteUnderTest.reading()
    try await test.run { _ in
      let state = await test.site.workspace.settled()
      let (plan, base) = (try #require(state.plan), try #require(state.base))
      let words = Words(language: .ru)
      func fields(_ isQuick: Bool) -> Fields {
        VariantFields(
          words: words, names: plan.result.subject.names, base: base, variant: nil, problems: [],
          isBase: false, isQuick: isQuick
        ).fields
      }
      #expect((fields(true)["proving"] as? String)?.isEmpty == false)
      #expect((fields(false)["proving"] as? String)?.isEmpty == true)
    }
  }
}
