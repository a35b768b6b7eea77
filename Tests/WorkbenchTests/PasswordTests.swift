import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Logging
import Testing
import Wording

@testable import Workbench

@Suite struct PasswordTests {
  @Test func `a hash admits its password alone, also when read back`() throws {
    let hash = try PasswordHash(of: "пароль-пароль")
    let read = try #require(PasswordHash(line: hash.line + "\n"))
    #expect(!hash.line.contains("пароль"))
    #expect(read.admits("пароль-пароль"))
    #expect(!read.admits("пароль-парол") && !read.admits(""))
    #expect(try PasswordHash(of: "пароль-пароль").line != hash.line)
  }

  @Test(arguments: [
    "", "пароль", "scrypt$1$8$1$AAAA$AAAA", "scrypt$1073741824$8$1$AAAAAAAAAAAAAAAAAAAAAA==$AAAA",
  ])
  func `a line that is no sound hash is none`(line: String) {
    #expect(PasswordHash(line: line) == nil)
  }

  @Test func `a cost that would take all memory, or none, is no cost`() {
    let (salt, key) = (Data(count: 16).base64EncodedString(), Data(count: 32).base64EncodedString())
    #expect(PasswordHash(line: "scrypt$32768$8$1$\(salt)$\(key)") != nil)
    for cost in ["1073741824$8$1", "2$8$1", "32769$8$1", "32768$1048576$1", "32768$8$999"] {
      #expect(PasswordHash(line: "scrypt$\(cost)$\(salt)$\(key)") == nil)
    }
    #expect(PasswordHash(line: "scrypt$32768$8$1$AAAA$\(key)") == nil)
  }

  @Test func `a password opens the pages, and wrong ones close the way for a while`() throws {
    let access = Access(language: .ru, password: try PasswordHash(of: "пароль-пароль"))
    guard case .admitted = access.admit(password: "пароль-пароль") else {
      Issue.record("the password was not taken")
      return
    }
    let now = ContinuousClock.now
    for _ in 0..<5 {
      guard case .refused = access.admit(password: "нет", now: now) else {
        Issue.record("a wrong password was taken")
        return
      }
    }
    guard case .tooOften = access.admit(password: "пароль-пароль", now: now) else {
      Issue.record("guessing went on")
      return
    }
    guard case .admitted = access.admit(password: "пароль-пароль", now: now + .seconds(31)) else {
      Issue.record("the way stayed closed")
      return
    }
  }

  @Test func `with a password strangers are led to the sign-in page`() async throws {
    try await SiteUnderTest.reading(password: "пароль-пароль").run { browser in
      let page = try await browser.client.execute(uri: "/banks", method: .get) { $0 }
      #expect(page.status == .seeOther && page.headers[.location] == "/sign-in")
      let headers: HTTPFields = [
        .origin: "http://localhost", .contentType: "application/x-www-form-urlencoded",
      ]
      for (password, status) in [("wrong", HTTPResponse.Status.unauthorized)] {
        let answer = try await browser.client.execute(
          uri: "/sign-in", method: .post, headers: headers,
          body: ByteBuffer(string: "password=\(password)")
        ) { $0 }
        #expect(answer.status == status && answer.headers[.setCookie] == nil)
      }
      let encoded = SitePath.address("", [("password", "пароль-пароль")]).dropFirst()
      let answer = try await browser.client.execute(
        uri: "/sign-in", method: .post, headers: headers, body: ByteBuffer(string: String(encoded))
      ) { $0 }
      #expect(answer.status == .seeOther && answer.headers[.setCookie] != nil)
    }
  }

  @Test func `listening elsewhere without a password is refused`() async throws {
    var settings = WorkbenchSettings(folder: "nowhere")
    settings.host = "0.0.0.0"
    await #expect(throws: WorkbenchFailure.passwordNeeded(host: "0.0.0.0")) {
      try await Workbench.serve(settings, logger: Logger(label: "test")) { _ in }
    }
  }
}
