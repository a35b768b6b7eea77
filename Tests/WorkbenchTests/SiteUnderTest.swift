import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Logging
import NastavnikKit
import Synchronization
import Testing
import Wording

@testable import Workbench

/// A workbench over a copy of a dataset, with a browser that was let in.
struct SiteUnderTest: Sendable {
  /// The folder, gone when the test ends.
  let folder: String
  let site: Site
  let visitor: Visitor
  let log = LogLines()
  /// Whether other tests look at the same folder.
  private var isShared = false

  /// The dataset of most tests; without GLPK one that only makes pairs.
  ///
  /// The search for groups in pure Swift takes longer than the tests wait.
  static let dataset =
    BuiltInSolvers.groupGLPK == nil ? "bogorodsk-district" : "vologda-medical-college"

  /// Where a dataset of the project stands.
  static func path(of dataset: String) -> String {
    URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "datasets/\(dataset)").path
  }

  /// Copies a dataset, or makes an empty folder.
  init(
    _ dataset: String? = Self.dataset, password: String? = nil, most: Int = 1 << 20,
    patience: Duration = .seconds(5), keepsRegistry: Bool = false, timeLimit: Double? = nil
  ) throws {
    folder = NSTemporaryDirectory() + "workbench-\(UUID().uuidString)"
    if let dataset {
      try FileManager.default.copyItem(atPath: Self.path(of: dataset), toPath: folder)
    } else {
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    }
    let access = Access(language: .ru, password: try password.map { try PasswordHash(of: $0) })
    site = Self.site(
      Desk(
        Workspace(
          folder,
          decisions: keepsRegistry
            ? RegistryLedger(folder + "/nastavnik.sqlite", of: folder, by: "Кураторова Вера")
            : FolderLedger(of: folder), timeLimit: timeLimit)), access,
      upload: BodyReader(most: most, patience: patience))
    visitor = try #require(access.admit(key: access.makeKey()))
  }

  /// A workbench in which no folder is open yet; programmes are looked for in an empty home.
  init(choosingFrom home: String) throws {
    folder = home
    var settings = WorkbenchSettings(folder: nil)
    (settings.home, settings.recentFolders) = (home, home + "/.state/recent.json")
    let access = Access(language: .ru)
    site = Self.site(
      Desk(settings), access, upload: BodyReader(most: 1 << 20, patience: .seconds(5)))
    visitor = try #require(access.admit(key: access.makeKey()))
  }

  /// A workbench of its own visitors over a dataset that was read and matched once for all tests
  /// that change nothing.
  static func reading(
    _ dataset: String = Self.dataset, password: String? = nil, most: Int = 1 << 20
  ) async throws -> SiteUnderTest {
    try SiteUnderTest(
      over: try await StandingFolders.shared.workspace(of: dataset), password: password, most: most)
  }

  private init(over workspace: Workspace, password: String?, most: Int) throws {
    folder = workspace.path
    isShared = true
    let access = Access(language: .ru, password: try password.map { try PasswordHash(of: $0) })
    site = Self.site(
      Desk(workspace), access, upload: BodyReader(most: most, patience: .seconds(5)))
    visitor = try #require(access.admit(key: access.makeKey()))
  }

  private static func site(_ desk: Desk, _ access: Access, upload: BodyReader) -> Site {
    let addresses = SiteAddresses(names: ["localhost"])
    addresses.add(port: 80)
    return Site(
      desk: desk, access: access, addresses: addresses, language: .ru,
      cookie: "nastavnik-test", upload: upload)
  }

  /// Runs a test against the routes, with the folder read and matched.
  func run(_ test: @Sendable (Client) async throws -> Void) async throws {
    defer { if !isShared { try? FileManager.default.removeItem(atPath: folder) } }
    let log = log
    let app = site.application(
      on: .hostname("localhost", port: 0), logger: Logger(label: "test") { _ in log })
    if !isShared { await site.desk.start() }
    _ = await site.workspace.settled(within: .seconds(60))
    try await app.test(.router) { client in
      try await test(Client(client: client, visitor: visitor))
    }
  }

  /// Asks as the browser that was let in.
  struct Client: Sendable {
    let client: any TestClientProtocol
    let visitor: Visitor

    var cookie: String { "nastavnik-test=\(visitor.id)" }

    /// The answer to `GET`.
    func get(_ path: String, _ headers: [HTTPField.Name: String] = [:]) async throws
      -> TestResponse
    {
      var fields: HTTPFields = [.cookie: cookie]
      for (name, value) in headers { fields[name] = value }
      return try await client.execute(uri: path, method: .get, headers: fields) { $0 }
    }

    /// The answer to a form as the pages send it.
    func post(
      _ path: String, _ form: [(String, String)], key: String? = nil,
      origin: String? = "http://localhost"
    ) async throws -> TestResponse {
      var fields: HTTPFields = [
        .cookie: cookie, .contentType: "application/x-www-form-urlencoded",
      ]
      fields[.origin] = origin
      let address = SitePath.address("", [("key", key ?? visitor.formKey)] + form.map { ($0, $1) })
      return try await client.execute(
        uri: path, method: .post, headers: fields,
        body: ByteBuffer(string: String(address.dropFirst()))
      ) { $0 }
    }

    /// The answer to a file that is loaded.
    func upload(
      _ name: String, _ bytes: Data, kind: String = "", and others: [(String, Data)] = []
    ) async throws -> TestResponse {
      var body = Data()
      for (field, value) in [("key", visitor.formKey), ("kind", kind)] {
        body += Data(
          "--b\r\nContent-Disposition: form-data; name=\"\(field)\"\r\n\r\n\(value)\r\n".utf8)
      }
      for (name, bytes) in [(name, bytes)] + others {
        body += Data(
          "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"\(name)\"\r\n\r\n".utf8)
        body += bytes + Data("\r\n".utf8)
      }
      body += Data("--b--\r\n".utf8)
      let fields: HTTPFields = [
        .cookie: cookie, .contentType: "multipart/form-data; boundary=b",
        .origin: "http://localhost",
      ]
      return try await client.execute(
        uri: "/banks/upload", method: .post, headers: fields, body: ByteBuffer(bytes: body)
      ) { $0 }
    }
  }
}

extension TestResponse {
  /// The body as text.
  var text: String { String(buffer: body) }
}

/// Keeps the lines of a log.
final class LogLines: LogHandler {
  private let lines = Mutex<[String]>([])

  var all: String { lines.withLock { $0.joined(separator: "\n") } }
  var logLevel: Logger.Level {
    get { .trace }
    set { _ = newValue }
  }
  var metadata: Logger.Metadata {
    get { [:] }
    set { _ = newValue }
  }

  subscript(metadataKey key: String) -> Logger.Metadata.Value? {
    get { nil }
    set { _ = newValue }
  }

  func log(event: LogEvent) {
    let parts = (event.metadata ?? [:]).map { "\($0)=\($1)" }
    lines.withLock { $0.append(([event.message.description] + parts).joined(separator: " ")) }
  }
}

/// Datasets that were read and matched, each in a copy that goes with the process.
private actor StandingFolders {
  static let shared = StandingFolders()

  private static let root = NSTemporaryDirectory() + "workbench-\(getpid())"
  private static let tidying: Void = {
    atexit { try? FileManager.default.removeItem(atPath: StandingFolders.root) }
  }()
  private var workspaces: [String: Task<Workspace, any Error>] = [:]

  func workspace(of dataset: String) async throws -> Workspace {
    if let known = workspaces[dataset] { return try await known.value }
    let task = Task {
      _ = Self.tidying
      let folder = Self.root + "/" + dataset
      try FileManager.default.createDirectory(
        atPath: Self.root, withIntermediateDirectories: true)
      try FileManager.default.copyItem(atPath: SiteUnderTest.path(of: dataset), toPath: folder)
      let workspace = Workspace(folder, decisions: FolderLedger(of: folder))
      await workspace.start()
      let state = await workspace.settled(within: .seconds(120))
      guard state.plan != nil else { throw RunFailure.unproved }
      return workspace
    }
    workspaces[dataset] = task
    return try await task.value
  }
}
