import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Logging
import Testing
import Wording

@testable import Workbench

@Suite struct RefusalTests {
  private static let pages = PageKind.allCases.map(\.path) + ["/", "/events", "/orders/batch.json"]

  @Test(arguments: pages)
  func `a stranger sees no page`(path: String) async throws {
    try await SiteUnderTest.reading().run { browser in
      let answer = try await browser.client.execute(uri: path, method: .get) { $0 }
      #expect(answer.status == .unauthorized)
      #expect(!answer.text.contains("Вологод"))
    }
  }

  @Test func `the printed address opens the pages once`() async throws {
    let test = try await SiteUnderTest.reading()
    let key = test.site.access.makeKey()
    try await test.run { browser in
      let first = try await browser.client.execute(uri: "/open?key=\(key)", method: .get) { $0 }
      #expect(first.status == .seeOther)
      let cookie = try #require(first.headers[.setCookie])
      #expect(cookie.contains("HttpOnly") && cookie.contains("SameSite=Strict"))
      let second = try await browser.client.execute(uri: "/open?key=\(key)", method: .get) { $0 }
      #expect(second.status == .unauthorized)
      #expect(second.headers[.setCookie] == nil)
      let value = try #require(cookie.split(separator: ";").first)
      let page = try await browser.client.execute(
        uri: "/banks", method: .get, headers: [.cookie: String(value)]
      ) { $0 }
      #expect(page.status == .ok)
    }
  }

  @Test(arguments: ["", "x", "../../etc/passwd"])
  func `a wrong key opens nothing`(key: String) async throws {
    try await SiteUnderTest.reading().run { browser in
      let answer = try await browser.client.execute(uri: "/open?key=\(key)", method: .get) { $0 }
      #expect(answer.status == .unauthorized)
    }
  }

  @Test func `a refusal is told in the language and the colours that were chosen`() async throws {
    let test = try await SiteUnderTest.reading()
    test.site.access.choose(.en, .dark, for: test.visitor.id)
    try await test.run { browser in
      let answer = try await browser.get("/nonsense")
      #expect(answer.status == .notFound)
      #expect(answer.text.contains("lang=\"en\" data-theme=\"dark\""))
      #expect(answer.text.contains(Refusal.noPage.title.en))
      let stranger = try await browser.client.execute(uri: "/nonsense", method: .get) { $0 }
      #expect(stranger.text.contains("lang=\"ru\" data-theme=\"auto\""))
    }
  }

  @Test func `a name that is not ours is refused, on any port`() {
    let addresses = SiteAddresses(names: ["127.0.0.1", "localhost"])
    addresses.add(port: 8765)
    #expect(addresses.serves("127.0.0.1:8765"))
    #expect(addresses.serves("LOCALHOST:8765"))
    for host in ["evil.example:8765", "127.0.0.1", "localhost:80", "localhost.evil.example:8765"] {
      #expect(!addresses.serves(host))
    }
  }

  @Test func `a foreign host gets no page`() async throws {
    let test = try await SiteUnderTest.reading()
    let strange = Site(
      desk: test.site.desk, access: test.site.access,
      addresses: SiteAddresses(names: ["other.example"]), language: .ru,
      cookie: test.site.cookie, upload: test.site.upload)
    let app = strange.application(on: .hostname("localhost", port: 0), logger: .init(label: "t"))
    try await app.test(.router) { client in
      let answer = try await client.execute(
        uri: "/banks", method: .get, headers: [.cookie: "nastavnik-test=\(test.visitor.id)"]
      ) { $0 }
      #expect(answer.status == .misdirectedRequest)
      #expect(answer.headers[.contentSecurityPolicy] != nil)
    }
  }

  @Test(arguments: [nil, "null", "http://evil.example", "http://localhost:8080"])
  func `a form from elsewhere changes nothing`(origin: String?) async throws {
    let test = try await SiteUnderTest.reading()
    try await test.run { browser in
      let answer = try await browser.post(
        "/choices", [("theme", "dark")], origin: origin)
      #expect(answer.status == .forbidden)
      #expect(test.site.access.visitor(test.visitor.id)?.theme == .auto)
    }
  }

  @Test(arguments: [
    "/choices", "/run", "/cancel", "/start", "/banks/upload", "/decisions", "/decisions/undo",
    "/what-if/keep", "/what-if/remove",
  ])
  func `a form without the key of its page is refused`(path: String) async throws {
    try await SiteUnderTest.reading().run { browser in
      for key in ["", "wrong"] {
        let answer = try await browser.post(path, [("theme", "dark")], key: key)
        #expect(answer.status == .forbidden)
      }
    }
  }

  @Test func `the eldest of very many browsers is let in no more, and all others are`() {
    let access = Access(language: .ru)
    let visitors = (0..<101).compactMap { _ in access.admit(key: access.makeKey()) }
    #expect(Set(visitors.map(\.id)).count == 101 && Set(visitors.map(\.formKey)).count == 101)
    #expect(access.visitor(visitors[0].id) == nil)
    #expect(visitors.dropFirst().allSatisfy { access.visitor($0.id) == $0 })
  }

  @Test func `a part of a secret word is not the word`() {
    let word = SecretWords.make()
    #expect(SecretWords.areEqual(word, word))
    for other in ["", String(word.dropLast()), word + "A", String(word.reversed())] {
      #expect(!SecretWords.areEqual(word, other) && !SecretWords.areEqual(other, word))
    }
  }

  @Test func `only this computer's own addresses are local`() {
    var settings = WorkbenchSettings(folder: "nowhere")
    for host in ["127.0.0.1", "::1", "localhost"] {
      settings.host = host
      #expect(settings.isLocal)
    }
    for host in ["0.0.0.0", "127.0.0.1.evil.example", "127.evil.example", "192.168.0.1", ""] {
      settings.host = host
      #expect(!settings.isLocal)
    }
  }

  @Test(arguments: [
    ("127.0.0.1", []), ("0.0.0.0", []), ("::", []), ("192.168.0.7", ["192.168.0.7"]),
    ("fd00::7", ["[fd00::7]"]),
  ])
  func `the address that is listened on is a name, but for one that stands for all`(
    host: String, listened: [String]
  ) {
    var settings = WorkbenchSettings(folder: "nowhere")
    settings.host = host
    settings.names = ["mentors.example"]
    #expect(
      settings.servedNames
        == ["127.0.0.1", "localhost", "[::1]"] + listened + ["mentors.example"])
  }

  @Test func `a form of megabytes without files is refused`() async throws {
    try await SiteUnderTest.reading(most: 1 << 30).run { browser in
      let answer = try await browser.post(
        "/choices", [("theme", "dark"), ("x", String(repeating: "x", count: 1 << 20))])
      #expect(answer.status == .contentTooLarge)
      #expect(browser.visitor.theme == .auto)
    }
  }

  @Test func `no letter of an address breaks the line of a header`() async throws {
    try await SiteUnderTest.reading().run { browser in
      for odd in [
        "/banks?q=a\r\nSet-Cookie: x=1", "/banks?\n", "https://evil.example/banks",
        "/banksy", "/orders/../evil", "\\evil.example", "javascript:alert(1)",
      ] {
        let answer = try await browser.post("/choices", [("theme", "auto"), ("back", odd)])
        #expect(answer.headers[.location] == "/banks" && answer.headers[.setCookie] == nil)
      }
    }
  }

  @Test func `what stands in a chart is text`() {
    let words = Words(language: .en)
    let chart = BarChart(
      title: "a & b", bars: [.init(name: "<script>x</script>", value: 1)], words: words)
    #expect(!chart.markup.contains("<script") && chart.markup.contains("&lt;script&gt;x"))
    #expect(chart.markup.contains("a &amp; b"))
  }

  @Test func `a window that comes when all is over is told nothing`() async {
    let hub = EventHub()
    hub.close()
    var events = hub.events().makeAsyncIterator()
    #expect(await events.next() == nil && hub.count == 0)
  }

  @Test func `other methods are refused`() async throws {
    try await SiteUnderTest.reading().run { browser in
      let answer = try await browser.client.execute(
        uri: "/decisions", method: .delete, headers: [.cookie: browser.cookie]
      ) { $0 }
      #expect(answer.status == .methodNotAllowed)
    }
  }

  @Test(arguments: ["/banks", "/nothing", "/why?mentee=nobody"])
  func `every answer says what a browser may do with it`(path: String) async throws {
    try await SiteUnderTest.reading().run { browser in
      let headers = try await browser.get(path).headers
      let expected = [
        "Content-Security-Policy":
          "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; "
          + "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
        "X-Content-Type-Options": "nosniff", "Cache-Control": "no-store",
        "X-Frame-Options": "DENY", "Referrer-Policy": "same-origin",
        "Cross-Origin-Opener-Policy": "same-origin", "Cross-Origin-Resource-Policy": "same-origin",
        "Permissions-Policy": "camera=(), geolocation=(), microphone=()", "X-Robots-Tag": "noindex",
      ]
      for (name, value) in expected {
        #expect(headers[try #require(HTTPField.Name(name))] == value)
      }
    }
  }

  @Test(arguments: PageKind.allCases)
  func `no page has a script or a style within`(page: PageKind) async throws {
    try await SiteUnderTest.reading().run { browser in
      let text = try await browser.get(page.path).text
      #expect(!text.contains(/<script(?![^>]*src=)/))
      #expect(!text.contains(/<style|\sstyle=|\son\w+=/))
      #expect(!text.contains(/(src|href)="(https?:)?\/\//))
    }
  }

  @Test(arguments: [
    "/why?mentee=nobody", "/why?mentee=N-001&mentor=nobody", "/matching?form=none",
    "/banks?table=none", "/banks/files/none.csv", "/banks/files/..%2F..%2Fetc%2Fpasswd",
    "/assets/0/page.css", "/nothing",
  ])
  func `what does not exist is not found`(path: String) async throws {
    try await SiteUnderTest.reading().run { browser in
      let answer = try await browser.get(path)
      #expect(answer.status == .notFound)
      #expect(answer.text.contains("<h1>"))
    }
  }

  @Test func `no names stand in the log`() async throws {
    let test = try await SiteUnderTest.reading()
    try await test.run { browser in
      _ = try await browser.get("/why?mentee=%D0%98%D0%B2%D0%B0%D0%BD%D0%BE%D0%B2")
      _ = try await browser.get("/%D0%98%D0%B2%D0%B0%D0%BD%D0%BE%D0%B2")
      _ = try await browser.post("/decisions", [("decide", "Иванов")])
      #expect(test.log.all.contains("404"))
      #expect(!test.log.all.contains("Иванов") && !test.log.all.contains("%D0"))
    }
  }
}
