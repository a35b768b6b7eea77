import ArgumentParser
import Dispatch
import Foundation
import Logging
import NastavnikKit
import Synchronization
import Wording
import Workbench

/// `nastavnik serve`: the curator's page in the browser.
struct ServeCommand: NastavnikCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "serve",
      abstract: Text(
        ru: "Открыть страницу куратора в браузере на этом компьютере.",
        en: "Open the curator's page in the browser of this computer."
      ).help)
  }

  @Argument(
    help: ArgumentHelp(
      ru: "Папка программы; без неё её выбирают на первой странице.",
      en: "The programme folder; without one it is chosen on the first page."))
  var folder: String?

  @Option(
    help: ArgumentHelp(
      ru: "Файл реестра, где хранятся таблицы, подборы и решения (по умолчанию nastavnik.sqlite в "
        + "папке, если он там есть).",
      en: "The registry that keeps banks, runs and decisions (default: nastavnik.sqlite in the "
        + "folder, where it is there)."))
  var registry: String?

  @Option(
    help: ArgumentHelp(
      ru: "Порт; если занят, берётся следующий свободный.",
      en: "The port; where it is in use, the next free one is taken."))
  var port = 8765

  @Option(
    help: ArgumentHelp(
      ru: "Слушать на этом адресе, а не только на этом компьютере; нужен пароль.",
      en: "Listen on this address, not on this computer alone; needs a password."))
  var listen = "127.0.0.1"

  @Option(
    name: .customLong("name"),
    help: ArgumentHelp(
      ru: "Ещё одно имя, под которым страницу открывают (имя сервера с TLS).",
      en: "A further name of the page: that of the server with TLS in front."))
  var names: [String] = []

  @Option(
    help: ArgumentHelp(
      ru: "Файл с хешем пароля, сделанный с --new-password.",
      en: "A file with the hash of the password, made with --new-password."))
  var passwordFile: String?

  @Option(
    help: ArgumentHelp(
      ru: "Спросить пароль и записать его хеш в этот файл.",
      en: "Ask for a password and write its hash into this file."))
  var newPassword: String?

  @Flag(help: ArgumentHelp(ru: "Не открывать браузер.", en: "Do not open the browser."))
  var noOpen = false

  @Option(
    help: ArgumentHelp(
      ru: "Сколько мегабайт можно загрузить за раз.", en: "The most megabytes loaded at once."))
  var uploadLimit = 32

  @Option(
    help: ArgumentHelp(
      ru: "Кто решает: имя для таблицы решений и истории.",
      en: "Who decides: the name in the table of decisions and the history."))
  var curator = ""

  @Option(
    help: ArgumentHelp(
      ru: "Сколько секунд можно решать; с группами без этого — 60.",
      en: "The seconds that solving may take; with groups 60 unless given."))
  var timeLimit: Double?

  @Option(
    help: ArgumentHelp(
      ru: "Язык страниц и сообщений (по умолчанию страницы русские).",
      en: "The language of pages and messages (pages are Russian unless given)."))
  var lang: Language?

  var json: Bool { false }

  func validate() throws {
    guard folder == nil || newPassword == nil else {
      throw ValidationError(
        Text(
          ru: "Укажите либо папку, либо --new-password.",
          en: "Give either a folder or --new-password."
        ).help)
    }
    guard folder != nil || registry == nil else {
      throw ValidationError(
        Text(
          ru: "С --registry нужна и папка программы.",
          en: "With --registry the programme folder is needed too."
        ).help)
    }
    guard (0...65_535).contains(port), (1...1024).contains(uploadLimit) else {
      throw ValidationError(
        Text(
          ru: "--port: от 0 до 65535; --upload-limit: от 1 до 1024.",
          en: "--port takes 0 to 65535, --upload-limit 1 to 1024."
        ).help)
    }
    guard timeLimit.map({ $0 > 0 && $0 <= 1_000_000 }) ?? true else {
      throw ValidationError(
        Text(
          ru: "--time-limit: нужно число секунд больше 0 и не больше 1000000.",
          en: "--time-limit takes seconds, more than 0 and at most 1000000."
        ).help)
    }
  }

  func run(in session: Session) throws -> ExitStatus {
    if let newPassword { return try writePassword(to: newPassword, session) }
    let settings = try settings()
    if let folder = settings.folder {
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    }
    let opens = !noOpen
    let failure = FailureBox()
    if !settings.isLocal { session.note(.tlsBelongsInFront) }
    let logger = Logger(label: "nastavnik.serve") { _ in SessionLog(session: session) }
    let end = DispatchSemaphore(value: 0)
    Task.detached {
      do {
        try await Workbench.serve(settings, logger: logger) { listening in
          session.tell(listening)
          if opens { Browser.open(listening.address) }
        }
      } catch {
        failure.error.withLock { $0 = error }
      }
      end.signal()
    }
    end.wait()
    if let error = failure.error.withLock({ $0 }) { throw error }
    return .done
  }

  private func settings() throws -> WorkbenchSettings {
    var settings = WorkbenchSettings(
      folder: folder.map { URL(fileURLWithPath: $0).standardizedFileURL.path })
    (settings.home, settings.recentFolders) = (Self.home, Self.recentFolders)
    settings.registry = registry
    settings.port = port
    settings.host = listen
    settings.names = names
    settings.language = lang ?? .ru
    settings.uploadMegabytes = uploadLimit
    settings.timeLimit = timeLimit
    settings.curator = curator
    if let passwordFile {
      let line = String(decoding: try InputFiles.bytes(at: passwordFile), as: UTF8.self)
      guard let hash = PasswordHash(line: line) else {
        throw ValidationError(Text.noHash(passwordFile).help)
      }
      settings.password = hash
    }
    return settings
  }

  /// The user's own folder, as the environment says it.
  private static var home: String {
    let stated = ProcessInfo.processInfo.environment["HOME"]
    return stated.flatMap { $0.hasPrefix("/") ? $0 : nil } ?? NSHomeDirectory()
  }

  /// Where the folders that were opened last are kept, as the XDG base directories say.
  private static var recentFolders: String {
    let environment = ProcessInfo.processInfo.environment
    let state = environment["XDG_STATE_HOME"].flatMap { $0.hasPrefix("/") ? $0 : nil }
    return (state ?? home + "/.local/state") + "/nastavnik/recent.json"
  }

  private func writePassword(to path: String, _ session: Session) throws -> ExitStatus {
    session.note(Text(ru: "Пароль (не короче 8 знаков):", en: "Password (8 signs at least):"))
    let password = HiddenInput.line() ?? ""
    guard password.count >= PasswordHash.shortest else {
      throw ValidationError(
        Text(ru: "Пароль короче 8 знаков.", en: "The password is shorter than 8 signs.").help)
    }
    let hash = try PasswordHash(of: password)
    try OutputFolder(path: "", overwrites: false).write([Artefact(path, hash.line + "\n")])
    chmod(path, 0o600)
    session.tellWritten([path], json: false)
    return .done
  }
}

/// What ended the server, carried from its task.
private final class FailureBox: Sendable {
  let error = Mutex<(any Error)?>(nil)
}

extension WorkbenchFailure: TextualError {}

extension Session {
  /// The address, and that the port is another one than asked for.
  fileprivate func tell(_ listening: Workbench.Listening) {
    if let port = listening.portInUse {
      note(
        Text(
          ru: "Порт \(port) занят, взят следующий свободный.",
          en: "Port \(port) is in use; the next free one was taken."))
    }
    print(listening.address + "\n")
    note(
      Text(
        ru: "Откройте эту ссылку (она действует один раз). Закончить: Ctrl+C.",
        en: "Open this link (it works once). To end: Ctrl+C."))
  }
}

extension Text {
  fileprivate static let tlsBelongsInFront = Text(
    ru: "Страницу увидят другие компьютеры. Пароль и имена идут по сети открыто: поставьте перед "
      + "программой сервер с TLS и назовите его имя с --name.",
    en: "Other computers will see the page. The password and names cross the network in the open: "
      + "put a server with TLS in front and give its name with --name.")

  fileprivate static func noHash(_ path: String) -> Text {
    Text(
      ru: "В файле «\(path)» нет хеша пароля: создайте файл с --new-password.",
      en: "“\(path)” holds no hash of a password: make the file with --new-password.")
  }
}
