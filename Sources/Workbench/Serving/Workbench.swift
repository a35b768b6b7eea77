import Foundation
import Hummingbird
public import Logging
import NIOCore
import ServiceLifecycle
import Synchronization
import UnixSignals
public import Wording

/// The curator's page: a programme folder in the browser.
///
/// ```swift
/// try await Workbench.serve(WorkbenchSettings(folder: "datasets/tpu-lyceum")) { listening in
///   print(listening.address)
/// }
/// ```
public enum Workbench {
  /// What is told once the pages can be opened.
  public struct Listening: Sendable, Hashable {
    /// The address that opens the pages once.
    public var address: String
    /// The port that was asked for, where another one had to be taken.
    public var portInUse: Int?
  }

  /// Ports that are tried, one after the other.
  static let mostPorts = 20

  /// Serves the pages until the process is asked to end.
  ///
  /// - Parameters:
  ///   - settings: Where and how.
  ///   - logger: Where refused requests are noted: by their route and status, never with names.
  ///   - whenListening: Told the address.
  /// - Throws: ``WorkbenchFailure``.
  public static func serve(
    _ settings: WorkbenchSettings, logger: Logger,
    whenListening: @escaping @Sendable (Listening) -> Void
  ) async throws {
    guard settings.isLocal || settings.password != nil else {
      throw WorkbenchFailure.passwordNeeded(host: settings.host)
    }
    guard settings.folder != nil || settings.choosesFolders else {
      throw WorkbenchFailure.folderNeeded
    }
    let ports =
      settings.port == 0
      ? [0] : Array(settings.port...max(settings.port, min(settings.port + mostPorts - 1, 65_535)))
    for port in ports {
      do {
        try await run(settings, port, logger, whenListening)
        return
      } catch let error as IOError where error.errnoCode == EADDRINUSE {
        continue
      } catch let error as IOError {
        throw WorkbenchFailure.noAddress(settings.host, reason: error.localizedDescription)
      }
    }
    throw WorkbenchFailure.noPort(from: settings.port, count: ports.count)
  }

  private static func run(
    _ settings: WorkbenchSettings, _ port: Int, _ logger: Logger,
    _ whenListening: @escaping @Sendable (Listening) -> Void
  ) async throws {
    let desk = Desk(settings)
    let addresses = SiteAddresses(names: settings.servedNames)
    // Behind a server that ends TLS, browsers name no port or its own.
    if !settings.names.isEmpty { addresses.add(port: 443) }
    let access = Access(language: settings.language, password: settings.password)
    let site = Site(
      desk: desk, access: access, addresses: addresses, language: settings.language,
      cookie: "nastavnik-\(port)",
      upload: BodyReader(most: settings.uploadMegabytes << 20, patience: settings.bodyPatience),
      curator: settings.curator)
    let application = site.application(on: .hostname(settings.host, port: port), logger: logger) {
      channel in
      let port = channel.localAddress?.port ?? port
      addresses.add(port: port)
      await desk.start()
      let host = settings.isLocal || settings.host == "0.0.0.0" ? "127.0.0.1" : settings.host
      whenListening(
        Listening(
          address: "http://\(host):\(port)\(SitePath.open)?key=\(access.makeKey())",
          portInUse: port == settings.port || settings.port == 0 ? nil : settings.port))
    }
    var configuration = ServiceGroupConfiguration(
      services: [.init(service: application)], gracefulShutdownSignals: [.sigint, .sigterm],
      logger: logger)
    configuration.maximumGracefulShutdownDuration = .seconds(5)
    try await ServiceGroup(configuration: configuration).run()
  }
}

/// Why the pages are not served.
public enum WorkbenchFailure: Error, Sendable, Hashable {
  /// Other computers could reach the pages, and no password keeps them.
  case passwordNeeded(host: String)
  /// Other computers could reach the pages, and folders of this one are not theirs to choose.
  case folderNeeded
  /// All ports are in use.
  case noPort(from: Int, count: Int)
  /// The address is none of this computer.
  case noAddress(String, reason: String)

  /// What is the matter and what to do.
  public var text: Text {
    switch self {
    case .passwordNeeded(let host):
      Text(
        ru: "На адресе \(host) страницу увидят другие компьютеры, поэтому нужен пароль: создайте "
          + "его файл с --new-password ФАЙЛ и укажите --password-file ФАЙЛ. Пароль и имена идут "
          + "по сети открыто, если перед программой нет сервера с TLS: поставьте его.",
        en: "At \(host) other computers see the page, so a password is needed: make its file with "
          + "--new-password FILE and give --password-file FILE. Passwords and names cross the "
          + "network in the open unless a server with TLS stands in front: put one there.")
    case .folderNeeded:
      Text(
        ru: "Страницу увидят другие компьютеры, и выбирать на ней папки этого компьютера нельзя: "
          + "укажите папку программы.",
        en:
          "Other computers see the page, and folders of this one cannot be chosen there: give the "
          + "programme folder.")
    case .noPort(let first, let count):
      Text(
        ru: "Порты с \(first) по \(first + count - 1) заняты: укажите другой --port.",
        en: "The ports from \(first) to \(first + count - 1) are in use: give another --port.")
    case .noAddress(let host, let reason):
      Text(
        ru: "Нельзя слушать на адресе «\(host)» (\(reason)): проверьте --listen и --port.",
        en: "“\(host)” cannot be listened on (\(reason)): check --listen and --port.")
    }
  }
}
