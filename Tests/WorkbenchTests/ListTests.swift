import BankIO
import Foundation
import HTTPTypes
import HummingbirdTesting
import MentoringModel
import NastavnikKit
import Reports
import Testing
import Wording

@testable import Matching
@testable import Workbench

@Suite struct ListTests {
  /// Has more than two pages of mentors and makes pairs alone.
  private static let dataset = "bogorodsk-district"

  /// The names of the people on a page of banks.
  private func people(_ text: String) -> [String] {
    text.matches(of: /<span class="code">([^<]*)</).map { String($0.1) }
  }

  @Test func `every row of a long table stands on one of its pages`() async throws {
    let test = try await SiteUnderTest.reading(Self.dataset)
    try await test.run { browser in
      let bank = try #require(await test.site.workspace.settled().folder?.folder.bank)
      #expect(bank.mentors.count > 2 * RowWindow.size)
      var (seen, next): ([String], String?) = ([], "/banks?table=mentors")
      while let address = next {
        let text = try await browser.get(address).text
        let found = people(text)
        #expect(found.count <= RowWindow.size && !found.isEmpty)
        #expect(text.contains("start=\"\(seen.count + 1)\""))
        #expect(text.contains("data-total=\"\(bank.mentors.count)\""))
        seen += found
        next = text.firstMatch(of: /href="([^"#]*)[^"]*" rel="next"/)
          .map { String($0.1).replacing("&amp;", with: "&") }
      }
      #expect(seen == bank.mentors.map(\.id.rawValue))
      // Behind the end and before the start stand the last page and the first.
      let last = try await browser.get("/banks?peopleFrom=99999999").text
      #expect(people(last).last == bank.mentors.last?.id.rawValue)
      for odd in ["-5", "x", "99999999999999999999", "-9223372036854775808"] {
        let text = try await browser.get("/banks?peopleFrom=\(odd)").text
        #expect(people(text).first == bank.mentors.first?.id.rawValue)
      }
    }
  }

  @Test func `a search goes over the rows of all pages and keeps to its table`() async throws {
    let test = try await SiteUnderTest.reading(Self.dataset)
    try await test.run { browser in
      let bank = try #require(await test.site.workspace.settled().folder?.folder.bank)
      let last = try #require(bank.mentors.last)
      let address = SitePath.address(
        "/banks", [("table", "mentors"), ("q", last.id.rawValue.lowercased())])
      #expect(people(try await browser.get(address).text) == [last.id.rawValue])
      let none = try await browser.get("/banks?q=%D1%8A%D1%8A%D1%8A").text
      #expect(people(none).isEmpty && none.contains("Найдено: 0"))
      // The links to further pages go on searching.
      let many = try await browser.get("/banks?table=mentors&q=M-").text
      #expect(many.contains("href=\"/banks?table=mentors&amp;q=M-&amp;peopleFrom=100#people\""))
    }
  }

  @Test func `a search wants every word, in any case, ё as е`() {
    let search = RowSearch(" Алёна  ПЛАН ")
    #expect(search.finds(["Иванова Алена", "планирование"]))
    #expect(!search.finds(["Иванова Алена"]))
    #expect(RowSearch(nil).finds([]) && RowSearch("  ").finds([]))
  }

  @Test func `names stand in the order of the alphabet, ё beside е`() async throws {
    let test = try SiteUnderTest(Self.dataset)
    let path = test.folder + "/mentors.csv"
    var text = try String(contentsOfFile: path, encoding: .utf8)
    let start = try StandingFolder(test.folder).folder.bank
    for mentor in start.mentors.prefix(150) {
      text = text.replacing(mentor.person.name, with: "Ёжиков \(mentor.id)")
    }
    try text.write(toFile: path, atomically: true, encoding: .utf8)
    try await test.run { browser in
      let page = try await browser.get("/matching?sort=mentor").text
      let names = page.matches(of: /<div class="who"><strong>([^<]*)</).map { String($0.1) }
      #expect(names.count > 10 && names.contains { $0.hasPrefix("Ёжиков") })
      let pairs = names.prefix(while: { !$0.isEmpty }).prefix(RowWindow.size).map(folded)
      #expect(pairs.prefix(50).elementsEqual(pairs.prefix(50).sorted()))
    }
  }

  @Test func `a pair that was decided about is led back to, wherever its list was`() async throws {
    let test = try SiteUnderTest(Self.dataset)
    try await test.run { browser in
      let plan = try #require(await test.site.workspace.settled().plan?.result.subject.plan)
      let match = try #require(plan.matches.first { !$0.isPinned })
      let button = DecisionButton(
        kind: .approve, seen: match.mentees.map { _ in nil }, form: match.form,
        mentor: match.mentor, mentees: match.mentees)
      let answer = try await browser.post(
        "/decisions", [("decide", button.value), ("back", "/matching?pairsFrom=100")])
      let address = try #require(answer.headers[.location])
      #expect(address == "/matching?pairsFrom=100#" + MatchRows.mark(of: match))
      let pages = try await [
        browser.get("/matching").text, browser.get("/matching?pairsFrom=100").text,
      ]
      #expect(pages.contains { $0.contains("id=\"\(MatchRows.mark(of: match))\"") })
    }
  }

  @Test func `a form that a row approves whole is shown as approved, everywhere`() async throws {
    let test = try SiteUnderTest(Self.dataset)
    let path = test.folder + "/decisions.csv"
    let rows = try String(contentsOfFile: path, encoding: .utf8)
    try (rows + "утвердить;teacher-teacher;;\r\n").write(
      toFile: path, atomically: true, encoding: .utf8)
    let mark = Text.approvedWithForm.ru
    try await test.run { browser in
      let plan = try #require(await test.site.workspace.settled().plan?.result.subject.plan)
      let form = try #require(plan.forms.first { $0.form.rawValue == "teacher-teacher" })
      let matching = try await browser.get("/matching?form=teacher-teacher").text
      let shown = min(RowWindow.size, form.matches.count)
      #expect(matching.matches(of: /утверждено со всей формой/).count == shown)
      #expect(!matching.contains("name=\"approveForm\""))
      #expect(matching.contains(Text.approvedWhole.ru))
      let approved = try await browser.get("/matching?form=teacher-teacher&show=approved").text
      #expect(approved.contains("Найдено: \(form.matches.count)"))
      let open = try await browser.get("/matching?form=teacher-teacher&show=proposed").text
      #expect(open.contains("Найдено: 0"))
      let decisions = try await browser.get("/decisions").text
      #expect(decisions.contains(Text.approvedWhole.ru) && decisions.contains("decisions.csv"))
      let mentee = try #require(form.matches.first { !$0.isPinned }?.mentees.first)
      #expect(try await browser.get("/why?mentee=\(mentee)").text.contains(mark))
    }
  }

  @Test func `of a group the approval of some is told as of some`() {
    let form = FormID(rawValue: "f")
    let mentees = ["N-1", "N-2", "N-3"].map { PersonID(rawValue: $0) }
    let mentor = PersonID(rawValue: "M-1")
    let some = mentees.prefix(2).map { Decision(.approve, form: form, mentor: mentor, mentee: $0) }
    let match = ProposedMatch(
      id: "x", form: form, mentor: mentor, mentees: mentees, group: "г", score: Score([]),
      isPinned: true, remarks: [], opened: nil)
    let standings = DecisionStandings(some, [])
    #expect(standings.marks(of: match).map(\.text.ru) == ["утверждено 2 из 3"])
    #expect(!standings.isDecided(match) && !standings.isApproved(match))
    let whole = DecisionStandings(some, [FormDecision(.approve, form: form)])
    #expect(whole.marks(of: match).map(\.text.en).last == "approved with the whole form")
    #expect(whole.isDecided(match) && whole.isApproved(match))
    let rejected = DecisionStandings([], [FormDecision(.reject, form: form)])
    #expect(rejected.marks(of: match).map(\.text.ru) == ["закреплено"])
  }
}
