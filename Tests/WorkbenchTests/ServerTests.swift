import Foundation
import Glibc
import Logging
import Testing

@testable import Workbench

/// The server on sockets of this computer.
@Suite struct ServerTests {
  @Test func `where the port is in use the next one is taken, and said`() async throws {
    let taken = try Socket()
    try taken.listen()
    let port = taken.port
    try await served(port: port) { listening in
      #expect(listening.portInUse == port)
      let address = try #require(URL(string: listening.address))
      #expect(try #require(address.port) > port)
      let answer = try ask(listening, "GET /banks HTTP/1.1")
      #expect(answer.hasPrefix("HTTP/1.1 401"))
    }
  }

  @Test func `where no further port is free, that is told`() async throws {
    let taken = try Socket()
    // The last port: there is none after it. Where another program holds it, it is taken too.
    try? taken.listen(port: 65_535)
    var settings = WorkbenchSettings(folder: "nowhere")
    settings.port = 65_535
    let failing = settings
    await #expect(throws: WorkbenchFailure.noPort(from: 65_535, count: 1)) {
      try await Workbench.serve(failing, logger: Logger(label: "test")) { _ in }
    }
  }

  @Test func `a free port is taken as it was asked for`() async throws {
    let free = try Socket()
    try free.listen()
    let port = free.port
    free.close()
    try await served(port: port) { listening in
      #expect(listening.portInUse == nil && listening.address.contains(":\(port)/open?key="))
    }
  }

  @Test func `the address opens the pages once, on a socket as in a test`() async throws {
    try await served { listening in
      let path = try #require(listening.address.firstMatch(of: /\/open\?key=.*/)).0
      let answer = try ask(listening, "GET \(path) HTTP/1.1")
      #expect(answer.hasPrefix("HTTP/1.1 303"))
      let cookie = try #require(answer.firstMatch(of: /(?i)set-cookie: ([^;]*);/)).1
      let page = try ask(listening, "GET /banks HTTP/1.1", ["Cookie: \(cookie)"])
      #expect(page.hasPrefix("HTTP/1.1 200") && page.contains("name=\"template\""))
      #expect(try ask(listening, "GET \(path) HTTP/1.1").hasPrefix("HTTP/1.1 401"))
      // Another name for the same address is none of ours.
      let foreign = try ask(
        listening, "GET /banks HTTP/1.1", ["Cookie: \(cookie)"], host: "rebound.example")
      #expect(foreign.hasPrefix("HTTP/1.1 421") && !foreign.contains("name=\"template\""))
    }
  }

  @Test func `without a folder one is chosen on the first page, on a socket`() async throws {
    let home = NSTemporaryDirectory() + "workbench-home-\(UUID().uuidString)"
    defer { try? FileManager.default.removeItem(atPath: home) }
    try FileManager.default.createDirectory(atPath: home, withIntermediateDirectories: true)
    try await served(home: home) { listening in
      let cookie = try signIn(listening)
      let first = try ask(listening, "GET /banks HTTP/1.1", ["Cookie: \(cookie)"])
      #expect(first.hasPrefix("HTTP/1.1 303") && first.contains("/folders"))
      let page = try ask(listening, "GET /folders HTTP/1.1", ["Cookie: \(cookie)"])
      #expect(page.hasPrefix("HTTP/1.1 200") && page.contains("name=\"template\""))
      let key = try #require(page.firstMatch(of: /name="key" value="([^"]*)"/)).1
      let body = "template=vologda-medical-college&name=x&place=~&key=\(key)"
      let made = try ask(
        listening, "POST /folders/new HTTP/1.1",
        [
          "Cookie: \(cookie)", "Content-Type: application/x-www-form-urlencoded",
          "Content-Length: \(body.utf8.count)",
          "Origin: http://\(listening.address.split(separator: "/")[1])",
        ], body: body)
      #expect(made.hasPrefix("HTTP/1.1 303"))
      #expect(FileManager.default.fileExists(atPath: home + "/x/programme.yaml"))
      // Until the folder is read, the page says that it is being read.
      var banks = ""
      for _ in 0..<30 where !banks.contains("id=\"drop\"") {
        banks = try ask(listening, "GET /banks HTTP/1.1", ["Cookie: \(cookie)"])
      }
      #expect(banks.hasPrefix("HTTP/1.1 200") && banks.contains("id=\"drop\""))
    }
  }

  @Test func `what comes from elsewhere changes nothing, on a socket as in a test`() async throws {
    try await served { listening in
      let cookie = try signIn(listening)
      let own = "Origin: http://\(listening.address.split(separator: "/")[1])"
      let page = try ask(listening, "GET /banks HTTP/1.1", ["Cookie: \(cookie)"])
      let key = try #require(page.firstMatch(of: /name="key" value="([^"]*)"/)).1
      func start(_ cookie: String, _ origin: String?, key: Substring) throws -> String {
        let body = "template=school&key=\(key)"
        let headers = [
          "Cookie: \(cookie)", "Content-Type: application/x-www-form-urlencoded",
          "Content-Length: \(body.utf8.count)",
        ]
        return try ask(
          listening, "POST /start HTTP/1.1", headers + (origin.map { [$0] } ?? []), body: body)
      }
      for origin in [nil, "Origin: http://evil.example", "Origin: null", own + "0"] {
        #expect(try start(cookie, origin, key: key).hasPrefix("HTTP/1.1 403"))
      }
      #expect(try start(cookie, own, key: key.dropLast()).hasPrefix("HTTP/1.1 403"))
      #expect(try start("nastavnik-0=x", own, key: key).hasPrefix("HTTP/1.1 401"))
      let empty = try ask(listening, "GET /banks HTTP/1.1", ["Cookie: \(cookie)"])
      #expect(empty.contains("name=\"template\""))
      let started = try start(cookie, own, key: key)
      #expect(started.hasPrefix("HTTP/1.1 303"), "\(started)")
      for path in ["/nonsense", "/assets/x/page.css", "/banks/files/%2e%2e%2fetc%2fpasswd"] {
        let answer = try ask(listening, "GET \(path) HTTP/1.1", ["Cookie: \(cookie)"])
        #expect(answer.hasPrefix("HTTP/1.1 404") && answer.contains("<h1>"))
      }
    }
  }

  @Test func `a body that never ends is given up, and the connection with it`() async throws {
    try await served(patience: .milliseconds(300)) { listening in
      let cookie = try signIn(listening)
      let client = try client(of: listening)
      defer { client.close() }
      let type = "Content-Type: multipart/form-data; boundary=b\r\n"
      let start = "Transfer-Encoding: chunked\r\n\r\n3\r\n--b\r\n"
      try client.send(head(listening, cookie, type: type) + start)
      let answer = try client.all(within: 30, untilClosed: true)
      #expect(answer.hasPrefix("HTTP/1.1 408") && answer.contains("<h1>"))
    }
  }

  @Test func `a body without end is cut off where it is too large`() async throws {
    try await served(megabytes: 1) { listening in
      let cookie = try signIn(listening)
      let client = try client(of: listening)
      defer { client.close() }
      let type = "Content-Type: multipart/form-data; boundary=b\r\n"
      try client.send(head(listening, cookie, type: type) + "Transfer-Encoding: chunked\r\n\r\n")
      let piece = String(repeating: "x", count: 0x10000)
      // A little more than is taken, and no end: it is refused while more of it may come.
      for _ in 0..<20 { try client.send("10000\r\n" + piece + "\r\n") }
      let answer = try client.all(within: 10, untilClosed: true)
      #expect(answer.hasPrefix("HTTP/1.1 413") && answer.contains("<h1>"))
      #expect(try ask(listening, "GET /banks HTTP/1.1", ["Cookie: \(cookie)"]).contains(" 200 "))
    }
  }

  @Test func `a refusal after which nothing more comes leaves the connection open`() async throws {
    try await served { listening in
      let cookie = try signIn(listening)
      let client = try client(of: listening)
      defer { client.close() }
      let own = listening.address.split(separator: "/")[1]
      for _ in 0..<2 {
        try client.send("GET /nonsense HTTP/1.1\r\nHost: \(own)\r\nCookie: \(cookie)\r\n\r\n")
        // Longer than a connection that is to end is left open.
        #expect(try client.all(within: 2).hasPrefix("HTTP/1.1 404"))
      }
    }
  }

  @Test(arguments: [
    "GET / HTTP/9.9\r\n\r\n", "\0\0\0\0\r\n\r\n", "GET /banks HTTP/1.1\r\n\r\n",
    "POST /banks HTTP/1.1\r\nHost: x\r\nContent-Length: -1\r\n\r\n",
    "POST /banks HTTP/1.1\r\nHost: x\r\nContent-Length: 99999999999999999999\r\n\r\n",
  ])
  func `what is no request ends alone`(bytes: String) async throws {
    try await served { listening in
      let client = try client(of: listening)
      defer { client.close() }
      try client.send(bytes)
      let answer = try client.all(within: 3)
      #expect(!answer.hasPrefix("HTTP/1.1 2"))
      #expect(try ask(listening, "GET /banks HTTP/1.1").hasPrefix("HTTP/1.1 401"))
    }
  }

  @Test func `an address that is none of this computer is told`() async throws {
    var settings = WorkbenchSettings(folder: "nowhere")
    settings.host = "203.0.113.7"
    settings.password = try PasswordHash(of: "пароль-пароль")
    let failure = await #expect(throws: WorkbenchFailure.self) {
      try await Workbench.serve(settings, logger: Logger(label: "test")) { _ in }
    }
    guard case .noAddress("203.0.113.7", _) = failure else {
      Issue.record("\(String(describing: failure))")
      return
    }
  }
}

extension ServerTests {
  /// Serves an empty folder, or none and a home to choose from, while a test goes on.
  private func served(
    port: Int = 0, megabytes: Int = 32, patience: Duration = .seconds(20), home: String? = nil,
    _ test: @escaping @Sendable (Workbench.Listening) throws -> Void
  ) async throws {
    let folder = NSTemporaryDirectory() + "workbench-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    var settings = WorkbenchSettings(folder: home == nil ? folder : nil)
    settings.home = home ?? folder
    (settings.port, settings.uploadMegabytes, settings.bodyPatience) = (port, megabytes, patience)
    let (addresses, told) = AsyncStream.makeStream(of: Workbench.Listening.self)
    let server = Task { [settings] in
      try await Workbench.serve(settings, logger: Logger(label: "test") { _ in LogLines() }) {
        told.yield($0)
      }
    }
    defer { server.cancel() }
    var listening: Workbench.Listening?
    for await address in addresses {
      listening = address
      break
    }
    let address = try #require(listening)
    // Sockets block: away from the threads of the server.
    try await BackgroundWork("test").run { try test(address) }
    server.cancel()
    _ = try? await server.value
  }

  private func client(of listening: Workbench.Listening) throws -> Socket {
    let port = try #require(URL(string: listening.address)?.port)
    let socket = try Socket()
    try socket.connect(to: port)
    return socket
  }

  /// One question on a connection of its own.
  private func ask(
    _ listening: Workbench.Listening, _ line: String, _ headers: [String] = [],
    host: String? = nil, body: String = ""
  ) throws -> String {
    let client = try client(of: listening)
    defer { client.close() }
    let own = listening.address.split(separator: "/")[1]
    let lines = [line, "Host: \(host ?? String(own))", "Connection: close"] + headers
    try client.send(lines.joined(separator: "\r\n") + "\r\n\r\n" + body)
    return try client.all(within: 90)
  }

  private func signIn(_ listening: Workbench.Listening) throws -> String {
    let path = try #require(listening.address.firstMatch(of: /\/open\?key=.*/)).0
    let answer = try ask(listening, "GET \(path) HTTP/1.1")
    return String(try #require(answer.firstMatch(of: /(?i)set-cookie: ([^;]*);/)).1)
  }

  /// The head of a form, without its end.
  private func head(
    _ listening: Workbench.Listening, _ cookie: String, type: String
  ) -> String {
    let own = listening.address.split(separator: "/")[1]
    return "POST /banks/upload HTTP/1.1\r\nHost: \(own)\r\nOrigin: http://\(own)\r\n"
      + "Cookie: \(cookie)\r\n" + type
  }
}

/// A connection of the operating system.
private final class Socket {
  private struct Failure: Error { let code: Int32 }

  private var descriptor: Int32

  init() throws {
    descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    guard descriptor >= 0 else { throw Failure(code: errno) }
  }

  deinit { close() }

  func close() {
    if descriptor >= 0 { Glibc.close(descriptor) }
    descriptor = -1
  }

  /// Takes a port, or a free one.
  func listen(port: Int = 0) throws {
    try withAddress(port: port) { bind(descriptor, $0, $1) }
    guard Glibc.listen(descriptor, 1) == 0 else { throw Failure(code: errno) }
  }

  func connect(to port: Int) throws {
    try withAddress(port: port) { Glibc.connect(descriptor, $0, $1) }
  }

  /// The port that is listened on.
  var port: Int {
    var address = sockaddr_in()
    var size = socklen_t(MemoryLayout<sockaddr_in>.size)
    withUnsafeMutablePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        _ = getsockname(descriptor, $0, &size)
      }
    }
    return Int(UInt16(bigEndian: address.sin_port))
  }

  func send(_ text: String) throws {
    var bytes = Array(text.utf8)[...]
    while !bytes.isEmpty {
      let sent = bytes.withUnsafeBytes {
        Glibc.send(descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
      }
      guard sent > 0 else { throw Failure(code: errno) }
      bytes = bytes.dropFirst(sent)
    }
  }

  /// All that comes until the other side ends, for so many seconds.
  ///
  /// - Throws: where it has to end and does not.
  func all(within seconds: Int, untilClosed: Bool = false) throws -> String {
    var patience = timeval(tv_sec: seconds, tv_usec: 0)
    setsockopt(
      descriptor, SOL_SOCKET, SO_RCVTIMEO, &patience, socklen_t(MemoryLayout<timeval>.size))
    var data = Data()
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = recv(descriptor, &buffer, buffer.count, 0)
      if count < 0, untilClosed, errno != ECONNRESET { throw Failure(code: errno) }
      guard count > 0 else { break }
      data += buffer[..<count]
    }
    return String(decoding: data, as: UTF8.self)
  }

  private func withAddress(
    port: Int, _ call: (UnsafePointer<sockaddr>, socklen_t) -> Int32
  ) throws {
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = UInt16(port).bigEndian
    address.sin_addr.s_addr = inet_addr("127.0.0.1")
    let result = withUnsafePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        call($0, socklen_t(MemoryLayout<sockaddr_in>.size))
      }
    }
    guard result == 0 else { throw Failure(code: errno) }
  }
}
