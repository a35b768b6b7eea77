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

/// Finding people by what is typed: with suggestions, and without a script by a choice of those
/// found.
@Suite struct PeopleTests {
  private func people(
    _ side: PeopleChoice.Side, _ test: SiteUnderTest
  ) async throws -> (bank: Bank, people: PeopleChoice) {
    let folder = try #require(await test.site.workspace.settled().folder)
    return (
      folder.folder.bank, PeopleChoice(side, of: folder.folder.bank, try #require(folder.names))
    )
  }

  @Test func `somebody is found by id, by name and by a part of it, in any case`() async throws {
    let test = try await SiteUnderTest.reading()
    try await test.run { browser in
      let (bank, people) = try await people(.mentee, test)
      let asking = try #require(
        await test.site.workspace.settled().plan?.result.subject.plan.matches.first?.mentees[0])
      let one = try #require(bank.mentees.first { $0.id == asking })
      let text = people.text(one.id)
      #expect(text.contains(one.person.name) && text.contains(one.id.rawValue))
      for typed in [one.id.rawValue, " \(text) ", text.uppercased()] {
        #expect(people.found(typed) == .one(one.id))
        let page = try await browser.get(SitePath.address("/why", [("mentee", typed)]))
        #expect(page.status == .ok && page.text.contains("class=\"panel answer\""))
        #expect(page.text.contains("value=\"\(text)\""))
      }
      #expect(people.found(nil) == .nothing && people.found("  ") == .nothing)
    }
  }

  @Test func `of several who are meant one is chosen, and nobody is told`() async throws {
    let test = try await SiteUnderTest.reading()
    try await test.run { browser in
      let (bank, people) = try await people(.mentee, test)
      #expect(people.found("N-0") != .nothing && bank.mentees.count > 2)
      let several = try await browser.get("/why?mentee=N-0")
      #expect(several.status == .ok && several.text.contains("<select name=\"mentee\" required>"))
      let choice = try #require(several.text.split(separator: "</select>").first)
      let options = choice.matches(of: /<option value="([^"]+)">/).map { String($0.1) }
      #expect(options == people.matching("N-0").prefix(PeopleChoice.most).map(\.rawValue))
      #expect(!several.text.contains("class=\"panel answer\""))
      let none = try await browser.get("/why?mentee=%3Cb%3Ezz")
      #expect(none.status == .notFound)
      #expect(none.text.contains("Никого не нашлось: «&lt;b&gt;zz»"))
    }
  }

  @Test func `suggestions are those with every word, and never all of many`() async throws {
    let test = try await SiteUnderTest.reading("bogorodsk-district")
    try await test.run { browser in
      let (bank, people) = try await people(.mentor, test)
      func offered(_ query: String) async throws -> [String] {
        try await browser.get(SitePath.address("/people", [("side", "mentor"), ("q", query)])).text
          .matches(of: /<option value="([^"]*)">/).map { String($0.1) }
      }
      let last = try #require(bank.mentors.last)
      #expect(try await offered(last.id.rawValue.lowercased()) == [people.text(last.id)])
      #expect(bank.mentors.count > PeopleChoice.most)
      #expect(try await offered("m-").count == PeopleChoice.most)
      #expect(try await offered("ъъъ").isEmpty)
      for page in ["/why", "/decisions"] {
        let text = try await browser.get(page).text
        #expect(text.matches(of: /list="(mentor|mentee)-list"/).count == 2)
        #expect(text.matches(of: /<option value=/).count <= 2 * PeopleChoice.most + 12)
      }
      for odd in ["/people", "/people?side=x", "/people?q=a"] {
        #expect(try await browser.get(odd).status == .notFound)
      }
    }
  }

  @Test func `a decision is made by names, and asks back where they mean several`() async throws {
    let test = try SiteUnderTest()
    try await test.run { browser in
      let mentors = try await people(.mentor, test)
      let mentees = try await people(.mentee, test)
      let before = try StandingFolder(test.folder).decisions
      let free = try #require(
        mentors.bank.mentors.first { mentor in !before.contains { $0.mentor == mentor.id } })
      let mentee = mentees.bank.mentees[0].id
      let form = try #require(mentors.bank.profiles.first { $0.members.contains(mentee) }?.form)
      let unclear = try await browser.post(
        "/decisions",
        [
          ("kind", "forbid"), ("form", form.rawValue), ("mentor", "M-0"),
          ("mentee", mentees.people.text(mentee)),
        ])
      #expect(unclear.status == .seeOther)
      let address = try #require(unclear.headers[.location])
      #expect(address.hasPrefix("/decisions?form="))
      let page = try await browser.get(address).text
      #expect(page.contains("<select name=\"mentor\" required>"))
      #expect(page.contains("<option value=\"\(form)\" selected>"))
      #expect(page.contains("value=\"\(mentees.people.text(mentee))\""))
      #expect(try StandingFolder(test.folder).decisions == before)
      let clear = try await browser.post(
        "/decisions",
        [
          ("kind", "forbid"), ("form", form.rawValue), ("mentor", mentors.people.text(free.id)),
          ("mentee", mentees.people.text(mentee)),
        ])
      #expect(clear.status == .seeOther)
      let after = try StandingFolder(test.folder).decisions
      #expect(after.standing(free.id, mentee, in: form) == .forbid)
      #expect(after.count == before.count + 1)
    }
  }
}
