import Foundation
import HTTPTypes
import HummingbirdTesting
import Logging
import NastavnikKit
import Testing
import Wording

@testable import Workbench

/// The choice of a folder, where none was given.
@Suite struct FolderTests {
  private let home = NSTemporaryDirectory() + "workbench-home-\(UUID().uuidString)"

  init() throws {
    try FileManager.default.createDirectory(
      atPath: home + "/Documents", withIntermediateDirectories: true)
  }

  /// Puts the file of a programme into a folder below the home.
  @discardableResult private func programme(_ folder: String) throws -> String {
    let path = home + "/" + folder
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    let template = SiteUnderTest.path(of: "vologda-medical-college/programme.yaml")
    try FileManager.default.copyItem(atPath: template, toPath: path + "/programme.yaml")
    return path
  }

  private func files(_ folder: String) -> Set<String> {
    Set((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? [])
  }

  @Test(arguments: Language.allCases)
  func `before a folder is chosen every page leads to the choice`(language: Language) async throws {
    let test = try SiteUnderTest(choosingFrom: home)
    test.site.access.choose(language, nil, for: test.visitor.id)
    try await test.run { browser in
      for page in PageKind.allCases {
        let answer = try await browser.get(page.path)
        #expect(answer.status == .seeOther && answer.headers[.location] == "/folders")
      }
      for path in ["/run", "/cancel", "/decisions", "/start", "/what-if/keep"] {
        #expect(try await browser.post(path, []).status == .conflict)
      }
      #expect(try await browser.get("/events").status == .conflict)
      #expect(try await browser.get("/orders/batch.json").status == .seeOther)
      let page = try await browser.get("/folders")
      #expect(page.status == .ok && page.text.contains("<html lang=\"\(language.rawValue)\""))
      #expect(!page.text.contains("{{") && !page.text.contains("Optional("))
      // There is nothing to go to and nothing to follow yet.
      #expect(!page.text.contains("<nav") && !page.text.contains("data-revision"))
      #expect(
        try await browser.post("/choices", [("back", "/folders")]).headers[.location] == "/folders")
    }
  }

  @Test func `folders that are near are found, not those too deep, hidden or linked`() async throws
  {
    for folder in ["a/b/c", "x", "a/b/y/z", ".hidden", "x/inside"] { try programme(folder) }
    try FileManager.default.createSymbolicLink(
      atPath: home + "/link", withDestinationPath: home + "/x")
    var places = ProgrammePlaces(home: home, recent: RecentFolders(nil))
    defer { try? FileManager.default.removeItem(atPath: home) }
    #expect(places.nearby() == ["x", "a/b/c"].map { home + "/" + $0 })
    places.mostVisited = 1
    #expect(places.nearby().isEmpty)
    (places.mostVisited, places.patience) = (3000, .zero)
    #expect(places.nearby().isEmpty)
    let test = try SiteUnderTest(choosingFrom: home)
    try await test.run { browser in
      let page = try await browser.get("/folders").text
      #expect(page.contains("value=\"\(home)/x\"") && page.contains("~/a/b/c"))
      #expect(page.contains("Медицинский колледж") && !page.contains("/.hidden"))
    }
  }

  @Test func `what is typed or pasted is understood, and a file means its folder`() throws {
    let path = try programme("мои школы/первая")
    defer { try? FileManager.default.removeItem(atPath: home) }
    let places = ProgrammePlaces(home: home, recent: RecentFolders(nil))
    let escaped = path.addingPercentEncoding(withAllowedCharacters: .urlPathAllowed)
    for typed in [
      path, path + "/", " \(path)\n", "\"\(path)\"", "'\(path)'", "«\(path)»",
      "file://" + (escaped ?? ""), "~/мои школы/первая", "мои школы/первая",
      path + "/programme.yaml", path + "/../первая", home + "/./мои школы//первая",
    ] { #expect(places.meant(by: typed) == path, "\(typed)") }
    #expect(places.meant(by: "~") == home)
    for typed in ["", "  \n", "a\0b", String(repeating: "x", count: 5000)] {
      #expect(places.meant(by: typed) == nil)
    }
    #expect(places.meant(by: "../../../../../../../../../etc") == "/etc")
  }

  @Test func `a folder is opened, kept among the recent ones, and another one in its place`()
    async throws
  {
    let (first, second) = (try programme("первая"), try programme("вторая"))
    let test = try SiteUnderTest(choosingFrom: home)
    try await test.run { browser in
      let opened = try await browser.post("/folders/open", [("path", first)])
      #expect(opened.status == .seeOther && opened.headers[.location] == "/banks")
      // The page that chose can choose no more: its key is that of the folder before.
      #expect(try await browser.post("/folders/open", [("path", second)]).status == .forbidden)
      #expect(test.site.workspace.path == first)
      let page = try await browser.get("/banks").text
      #expect(page.contains("href=\"/folders\"") && page.contains("<nav"))
      let key = try #require(page.firstMatch(of: /name="key" value="([^"]*)"/)).1
      let revision = await test.site.workspace.settled(within: .seconds(30)).revision
      let events = test.site.desk.events.events()
      func open(_ path: String, _ key: String) async throws -> TestResponse {
        try await browser.post("/folders/open", [("path", path)], key: key)
      }
      // The same folder again is no change.
      #expect(try await open("~/первая/", String(key)).status == .seeOther)
      #expect(test.site.access.visitor(test.visitor.id)?.formKey == String(key))
      #expect(try await open(second, String(key)).status == .seeOther)
      #expect(test.site.workspace.path == second)
      let state = await test.site.workspace.settled(within: .seconds(30))
      #expect(state.revision > revision && state.job == nil)
      // Windows that follow are told, by the stream that they have.
      for await event in events where event.revision > revision { break }
      #expect(try await browser.post("/run", [], key: String(key)).status == .forbidden)
      let stored = FileManager.default.contents(atPath: home + "/.state/recent.json") ?? Data()
      #expect(try JSONDecoder().decode([String].self, from: stored) == [second, first])
      let choice = try await browser.get("/folders").text
      let recent = try #require(choice.range(of: "recent-title"))
      let near = choice.range(of: "nearby-title")
      #expect(recent.lowerBound < choice.endIndex && near == nil)
    }
  }

  @Test func `what was going on in the folder before is given up`() async throws {
    let test = try SiteUnderTest(choosingFrom: home)
    let (first, second) = (try programme("первая"), try programme("вторая"))
    try await test.run { _ in
      #expect(await test.site.desk.open(first))
      let before = test.site.workspace
      #expect(await test.site.desk.open(second))
      #expect(await before.current().job == nil)
      await before.start()
      #expect(await before.current().job == nil)
      #expect(await test.site.desk.open(second) == false)
      // What a request began in a folder it ends there.
      Desk.$asked.withValue(before) { #expect(test.site.workspace.path == first) }
      #expect(test.site.workspace.path == second)
      _ = await test.site.workspace.settled(within: .seconds(30))
    }
  }

  @Test(arguments: ["нет такой", "", "/proc/self/mem/x"])
  func `a folder that is not there is told, and what was typed stays`(typed: String) async throws {
    let test = try SiteUnderTest(choosingFrom: home)
    try await test.run { browser in
      let answer = try await browser.post("/folders/open", [("path", typed)])
      #expect(answer.status == .notFound && answer.text.contains("Такой папки нет"))
      #expect(answer.text.contains("value=\"\(typed)\""))
      #expect(!test.site.desk.isOpen)
    }
  }

  @Test func `a new programme is made where it is wanted, and never over something`() async throws {
    let test = try SiteUnderTest(choosingFrom: home)
    try await test.run { browser in
      func make(_ name: String, _ place: String, _ template: String = "school") async throws
        -> TestResponse
      {
        let key = try #require(test.site.access.visitor(test.visitor.id)).formKey
        return try await browser.post(
          "/folders/new", [("name", name), ("place", place), ("template", template)], key: key)
      }
      for name in ["", " ", "a/b", "..", ".x", "a\\b", "a\nb", String(repeating: "я", count: 150)] {
        let answer = try await make(name, home)
        #expect(answer.status == .unprocessableContent, "\(name)")
      }
      #expect(try await make("школа", "нигде").status == .notFound)
      #expect(try await make("школа", home, "none").status == .badRequest)
      #expect(files(home) == ["Documents"])
      let made = try await make(" наша <школа> ", home + "/Documents")
      #expect(made.status == .seeOther)
      let path = home + "/Documents/наша <школа>"
      #expect(files(path) == ["programme.yaml"] && test.site.workspace.path == path)
      _ = await test.site.workspace.settled(within: .seconds(30))
      let again = try await make("наша <школа>", home + "/Documents", "tpu-lyceum")
      #expect(again.status == .conflict && again.text.contains("наша &lt;школа&gt;"))
      #expect(!again.text.contains("<школа>"))
      // What was chosen is chosen still.
      #expect(again.text.contains("value=\"tpu-lyceum\" checked"))
      let list = try await browser.get("/folders").text
      #expect(list.contains("наша &lt;школа&gt;") && !list.contains("<школа>"))
    }
  }

  @Test func `an example is a copy of the data of the project, each time a new one`() async throws {
    let test = try SiteUnderTest(choosingFrom: home)
    try await test.run { browser in
      func example(_ template: String) async throws -> TestResponse {
        let key = try #require(test.site.access.visitor(test.visitor.id)).formKey
        return try await browser.post("/folders/example", [("template", template)], key: key)
      }
      let documents = home + "/Documents/nastavnik-tpu-lyceum"
      let first = try await example("tpu-lyceum").status
      #expect(first == .seeOther)
      let source = SiteUnderTest.path(of: "tpu-lyceum")
      #expect(files(documents) == files(source).subtracting(["README.md"]))
      for name in files(documents) {
        #expect(
          FileManager.default.contentsEqual(
            atPath: documents + "/" + name, andPath: source + "/" + name), "\(name)")
      }
      let second = try await example("tpu-lyceum").status
      #expect(second == .seeOther)
      #expect(test.site.workspace.path == documents + "-2")
      let plain = try await example("school").status
      #expect(plain == .badRequest)
      let none = try await example("../x").status
      #expect(none == .badRequest)
      await test.site.workspace.cancel()
    }
  }

  @Test func `folders can be gone through, as far as the user's rights go`() async throws {
    try programme("a & b/<i>школа")
    let test = try SiteUnderTest(choosingFrom: home)
    try await test.run { browser in
      let page = try await browser.get(SitePath.address("/folders", [("at", home + "/a & b")])).text
      #expect(page.contains("&lt;i&gt;школа") && !page.contains("<i>школа"))
      #expect(page.contains("<details open") && page.contains(">программа</span>"))
      let inside = SitePath.address("/folders", [("at", home + "/a & b/<i>школа")])
      #expect(page.contains("href=\"\(inside)#browse\""))
      #expect(try await browser.get(inside).text.contains("Открыть эту программу"))
      for at in ["/nowhere", "/", "/proc/1", home + "/Documents/../..", "x\0y"] {
        #expect(try await browser.get(SitePath.address("/folders", [("at", at)])).status == .ok)
      }
    }
  }

  @Test func `where other computers see the page no folder can be chosen`() async throws {
    let test = try await SiteUnderTest.reading()
    try await test.run { browser in
      #expect(try await browser.get("/folders").status == .forbidden)
      for path in ["/folders/open", "/folders/new", "/folders/example"] {
        let form = [("path", "/"), ("name", "x"), ("place", "/tmp"), ("template", "tpu-lyceum")]
        #expect(try await browser.post(path, form).status == .forbidden)
      }
      let banks = try await browser.get("/banks").text
      #expect(!banks.contains("/folders"))
    }
    var settings = WorkbenchSettings(folder: nil)
    #expect(settings.choosesFolders)
    settings.names = ["nastavnik.example"]
    #expect(!settings.choosesFolders)
    (settings.names, settings.host) = ([], "0.0.0.0")
    settings.password = try PasswordHash(of: "пароль-пароль")
    let failing = settings
    await #expect(throws: WorkbenchFailure.folderNeeded) {
      try await Workbench.serve(failing, logger: Logger(label: "test")) { _ in }
    }
  }

  @Test func `a stranger and another site choose nothing`() async throws {
    let test = try SiteUnderTest(choosingFrom: home)
    try await test.run { browser in
      let stranger = SiteUnderTest.Client(
        client: browser.client, visitor: Visitor(id: "x", formKey: "x", language: .ru, theme: .auto)
      )
      #expect(try await stranger.get("/folders").status == .unauthorized)
      let form = [("template", "tpu-lyceum")]
      #expect(try await stranger.post("/folders/example", form).status == .unauthorized)
      #expect(try await browser.post("/folders/example", form, key: "x").status == .forbidden)
      let foreign = try await browser.post("/folders/example", form, origin: "http://evil.example")
      #expect(foreign.status == .forbidden && files(home + "/Documents").isEmpty)
    }
  }

  @Test func `of recent folders the last ten are kept, and only those that are there`() throws {
    defer { try? FileManager.default.removeItem(atPath: home) }
    let recent = RecentFolders(home + "/.state/recent.json")
    #expect(recent.all().isEmpty)
    for number in 1...12 { recent.add(try programme("\(number)")) }
    recent.add(home + "/5")
    #expect(recent.all() == [5, 12, 11, 10, 9, 8, 7, 6, 4, 3].map { "\(home)/\($0)" })
    try FileManager.default.removeItem(atPath: home + "/12")
    #expect(recent.all().count == 9)
    try Data("[1, {".utf8).write(to: URL(fileURLWithPath: home + "/.state/recent.json"))
    #expect(recent.all().isEmpty)
    recent.add(home + "/3")
    #expect(recent.all() == [home + "/3"])
    // Nowhere to keep them is no fault.
    let none = RecentFolders("/proc/none/recent.json")
    none.add(home)
    #expect(none.all().isEmpty)
  }
}
