import Foundation
public import Wording

/// Where and how the workbench is served.
public struct WorkbenchSettings: Sendable {
  /// The programme folder, or nil to choose one on the first page.
  public var folder: String?
  /// The user's own folder: where programmes are looked for and made.
  public var home: String
  /// The file in which the folders that were opened last are kept, or nil to keep none.
  public var recentFolders: String?
  /// The registry that keeps banks, runs and decisions; nil for `nastavnik.sqlite` in the folder
  /// where it is there, else for the table of decisions.
  public var registry: String?
  /// The longest that the body of a request may take.
  public var bodyPatience: Duration
  /// The address to listen on; everything but this computer's own demands a password.
  public var host: String
  /// The port; where it is in use, the next free one is taken.
  public var port: Int
  /// Further names under which browsers reach the pages: that of a server before this one.
  public var names: [String]
  /// The password that opens the pages beside the address that is printed, or nil.
  public var password: PasswordHash?
  /// The language of the pages until a visitor chooses one.
  public var language: Language
  /// The most megabytes that can be loaded at once.
  public var uploadMegabytes: Int
  /// The seconds that a run may take, or nil as in `match`.
  public var timeLimit: Double?
  /// Who decides, as the table of decisions and the history name him; may be empty.
  public var curator: String

  /// Creates settings for this computer alone.
  public init(folder: String?) {
    self.folder = folder
    home = NSHomeDirectory()
    host = "127.0.0.1"
    port = 8765
    names = []
    language = .ru
    uploadMegabytes = 32
    curator = ""
    bodyPatience = .seconds(120)
  }

  /// Where decisions about a folder are kept; the registry that is named is that of ``folder``.
  func decisions(in folder: String) -> any DecisionKeeping {
    let own = folder + "/nastavnik.sqlite"
    let named = folder == self.folder ? registry : nil
    let file = named ?? (FileManager.default.fileExists(atPath: own) ? own : nil)
    return file.map { RegistryLedger($0, of: folder, by: curator) } ?? FolderLedger(of: folder)
  }

  /// Whether folders can be chosen on the pages: where nobody else can reach them.
  public var choosesFolders: Bool { isLocal && names.isEmpty }

  /// The names under which browsers may ask for the pages: this computer's own, the address that is
  /// listened on where it is one, and ``names``.
  var servedNames: [String] {
    let isOne = !isLocal && !["0.0.0.0", "::"].contains(host)
    let listened = isOne ? [host.contains(":") ? "[\(host)]" : host] : []
    return ["127.0.0.1", "localhost", "[::1]"] + listened + names
  }

  /// Whether only this computer can reach the pages.
  public var isLocal: Bool { ["127.0.0.1", "::1", "localhost"].contains(host) }
}
