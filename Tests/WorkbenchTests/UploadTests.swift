import BankIO
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import MentoringModel
import NIOCore
import NastavnikKit
import Testing

@testable import Workbench

@Suite struct UploadTests {
  @Test func `a table is known by its headings and takes the place of the one before`()
    async throws
  {
    let test = try SiteUnderTest()
    let old = try #require(FileManager.default.contents(atPath: test.folder + "/mentors.csv"))
    try await test.run { browser in
      let answer = try await browser.upload("Список 2024.csv", old)
      #expect(answer.status == .seeOther)
      #expect(FileManager.default.contents(atPath: test.folder + "/mentors.csv") == old)
      let kept = try FileManager.default.contentsOfDirectory(atPath: test.folder + "/replaced")
      #expect(kept.count == 1 && kept[0].hasSuffix("mentors.csv"))
    }
  }

  @Test func `a file that is no table changes nothing`() async throws {
    let test = try SiteUnderTest()
    let before = try FileManager.default.contentsOfDirectory(atPath: test.folder).sorted()
    try await test.run { browser in
      for text in ["hello", "", "%PDF-1.4", "PK\u{3}\u{4}broken"] {
        let answer = try await browser.upload("файл.bin", Data(text.utf8))
        #expect(answer.status == .unsupportedMediaType || answer.status == .unprocessableContent)
        let after = try FileManager.default.contentsOfDirectory(atPath: test.folder).sorted()
        #expect(after == before)
      }
    }
  }

  @Test func `the name of a file leads nowhere`() async throws {
    let test = try SiteUnderTest()
    let old = try #require(FileManager.default.contents(atPath: test.folder + "/mentors.csv"))
    try await test.run { browser in
      let answer = try await browser.upload("../../mentors.csv", old)
      #expect(answer.status == .seeOther)
      #expect(!FileManager.default.fileExists(atPath: test.folder + "/../../mentors.csv"))
    }
  }

  @Test func `no hostile file ends the program or stays in its way`() async throws {
    let test = try SiteUnderTest(nil, most: 4 << 20)
    let folder = SiteUnderTest.path(of: "hostile")
    let names = try FileManager.default.contentsOfDirectory(atPath: folder)
      .filter { !["README.md", "make.py", "expected.csv"].contains($0) }
    #expect(names.count > 20)
    let sound = SiteUnderTest.path(of: "vologda-medical-college/mentors.csv")
    try await test.run { browser in
      _ = try await browser.post("/start", [("template", "vologda-medical-college")])
      for name in names {
        let bytes = try #require(FileManager.default.contents(atPath: folder + "/" + name))
        let answer = try await browser.upload(name, bytes, kind: "mentors")
        #expect(
          answer.status == .seeOther || (400..<500).contains(answer.status.code), "\(name)")
        _ = await test.site.workspace.settled(within: .seconds(60))
        let page = try await browser.get("/banks")
        #expect(page.status == .ok && page.text.contains("id=\"drop\""), "\(name)")
      }
      let table = try #require(FileManager.default.contents(atPath: sound))
      #expect(try await browser.upload("mentors.csv", table).status == .seeOther)
      let state = await test.site.workspace.settled(within: .seconds(60))
      #expect(state.folder?.folder.bank.mentors.isEmpty == false && state.plan != nil)
    }
  }

  @Test func `it is said what to do next, and of replaced files only where some were`() async throws
  {
    let test = try SiteUnderTest(nil)
    let source = SiteUnderTest.path(of: "vologda-medical-college")
    @Sendable func table(_ name: String) throws -> Data {
      try #require(FileManager.default.contents(atPath: "\(source)/\(name).csv"))
    }
    try await test.run { browser in
      _ = try await browser.post("/start", [("template", "vologda-medical-college")])
      func settled() async { _ = await test.site.workspace.settled(within: .seconds(60)) }
      await settled()
      #expect(try await browser.get("/banks").text.contains("Загрузите таблицы наставников и"))
      let first = try await browser.upload("a.csv", try table("mentors"))
      let address = try #require(first.headers[.location])
      await settled()
      let page = try await browser.get(address).text
      #expect(page.contains("Загружено: mentors.csv.") && !page.contains("replaced"))
      #expect(page.contains("Загрузите таблицу наставляемых.") && !page.contains("К парам"))
      let again = try await browser.upload("a.csv", try table("mentors"))
      await settled()
      #expect(
        try await browser.get(try #require(again.headers[.location])).text.contains("replaced"))
    }
  }

  @Test func `too large an upload is refused before it is read`() async throws {
    try await SiteUnderTest.reading(most: 1000).run { browser in
      let answer = try await browser.upload("a.csv", Data(count: 5000))
      #expect(answer.status == .contentTooLarge)
      #expect(answer.headers[.connection] == "close")
    }
  }

  @Test func `too large an upload is refused where its size was not said`() async throws {
    let reader = BodyReader(most: 1000, patience: .seconds(5))
    let body = RequestBody(asyncSequence: Endless(pause: nil))
    let request = Request(
      head: .init(method: .post, scheme: nil, authority: nil, path: "/"), body: body)
    let refusal = await #expect(throws: Refusal.self) { try await reader.body(of: request) }
    #expect(refusal?.status == .contentTooLarge)
  }

  @Test func `an upload that says it is too large is refused before any of it is read`()
    async throws
  {
    let reader = BodyReader(most: 1000, patience: .milliseconds(100))
    for stated in ["1001", "\(Int.max)"] {
      let request = Request(
        head: .init(
          method: .post, scheme: nil, authority: nil, path: "/",
          headerFields: [.contentLength: stated]),
        body: RequestBody(asyncSequence: Endless(pause: .seconds(600))))
      let refusal = await #expect(throws: Refusal.self) { try await reader.body(of: request) }
      #expect(refusal?.status == .contentTooLarge)
    }
  }

  @Test func `a body that never ends is given up`() async throws {
    let reader = BodyReader(most: 1000, patience: .milliseconds(100))
    let body = RequestBody(asyncSequence: Endless(pause: .seconds(600)))
    let request = Request(
      head: .init(method: .post, scheme: nil, authority: nil, path: "/"), body: body)
    let refusal = await #expect(throws: Refusal.self) { try await reader.body(of: request) }
    #expect(refusal?.status == .requestTimeout)
    #expect(refusal?.closes == true)
  }

  @Test(arguments: ["", "--b", "--b\r\n\r\n", "--b\r\nContent-Disposition: x\r\n\r\n\r\n--b--"])
  func `a body that is no form is none`(text: String) {
    #expect(MultipartForm.read(Data(text.utf8), boundary: "b") == nil)
  }

  @Test func `a form of more parts than any of ours is none`() {
    func form(_ count: Int) -> PostedForm? {
      let part = "--b\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n1\r\n"
      return MultipartForm.read(
        Data((String(repeating: part, count: count) + "--b--").utf8), boundary: "b")
    }
    #expect(form(60)?.fields.count == 60)
    #expect(form(65) == nil && form(10_000) == nil)
  }

  @Test func `of two files with one table none is taken`() async throws {
    let test = try SiteUnderTest()
    let old = try #require(FileManager.default.contents(atPath: test.folder + "/mentors.csv"))
    let before = try FileManager.default.contentsOfDirectory(atPath: test.folder).sorted()
    try await test.run { browser in
      let answer = try await browser.upload("a.csv", old, and: [("b.csv", old)])
      #expect(answer.status == .unprocessableContent)
      let after = try FileManager.default.contentsOfDirectory(atPath: test.folder).sorted()
      #expect(after == before)
    }
  }

  @Test func `a form has its fields and files`() throws {
    let text =
      "--b\r\nContent-Disposition: form-data; name=\"key\"\r\n\r\nслово\r\n"
      + "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"C:\\a\\б.csv\"\r\n"
      + "Content-Type: text/csv\r\n\r\n1;2\n--b--\r\n--b--\r\n"
    let form = try #require(MultipartForm.read(Data(text.utf8), boundary: "b"))
    #expect(form["key"] == "слово")
    #expect(form.files.map(\.name) == ["б.csv"])
    #expect(form.files.first?.bytes == Data("1;2\n--b--".utf8))
  }

  @Test func `a form in an address is read with its escapes`() {
    let form = PostedForm(encoded: "a=%D0%B0+1&b=%&c&d=x%3D1&d=2")
    #expect(form["a"] == "а 1")
    #expect(form["b"] == "%")
    #expect(form["c"] == "")
    #expect(form.all("d") == ["x=1", "2"])
  }
}

/// Bytes without end, as fast as they are taken or after a pause.
private struct Endless: AsyncSequence, Sendable {
  let pause: Duration?

  struct AsyncIterator: AsyncIteratorProtocol {
    let pause: Duration?

    mutating func next() async throws -> ByteBuffer? {
      if let pause { try await Task.sleep(for: pause) }
      return ByteBuffer(repeating: 0x20, count: 100)
    }
  }

  func makeAsyncIterator() -> AsyncIterator { AsyncIterator(pause: pause) }
}
