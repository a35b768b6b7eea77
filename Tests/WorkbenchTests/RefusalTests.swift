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
      workspace: test.site.workspace, access: test.site.access,
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
      let policy = try #require(headers[.contentSecurityPolicy])
      #expect(policy.contains("default-src 'none'") && !policy.contains("unsafe"))
      #expect(policy.contains("frame-ancestors 'none'"))
      #expect(headers[.xContentTypeOptions] == "nosniff")
      #expect(headers[.cacheControl] == "no-store")
      for name in ["Referrer-Policy", "Cross-Origin-Opener-Policy", "X-Frame-Options"] {
        #expect(headers[try #require(HTTPField.Name(name))] != nil)
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
