import BankIO
import Foundation
import MentoringModel
import Synchronization
import Wording

/// Where on this computer programme folders are, and may be made.
struct ProgrammePlaces: Sendable {
  /// The folder of the user.
  let home: String
  /// Those that were opened last.
  let recent: RecentFolders
  /// Where the search for folders has to end.
  var mostVisited = 3000
  var patience: Duration = .milliseconds(500)

  /// More folders than these are not shown in one list.
  static let mostShown = 200
  private static let mostFound = 20
  private static let deepest = 3

  /// Where new programmes are made unless another place is named: the documents of the user, if
  /// there are any.
  var documents: String {
    let own = FileManager.default.urls(for: .documentDirectory, in: .userDomainMask).first?.path
    return [own ?? "", home + "/Документы", home + "/Documents"]
      .first { $0.hasPrefix(home + "/") && Self.isFolder($0) } ?? home
  }

  /// Folders with a programme near the user's own folder, found within a limit of time.
  ///
  /// - Complexity: O(*n*) for *n* folders that are looked into, at most ``mostVisited``.
  func nearby() -> [String] {
    let end = ContinuousClock.now.advanced(by: patience)
    var (found, visited, level): ([String], Int, [String]) = ([], 0, [home])
    for _ in 0...Self.deepest {
      var next: [String] = []
      for folder in level {
        guard visited < mostVisited, found.count < Self.mostFound, ContinuousClock.now < end else {
          return found
        }
        visited += 1
        if Self.hasProgramme(folder) {
          found.append(folder)
        } else {
          next += Self.subfolders(of: folder).map { folder + "/" + $0 }
        }
      }
      level = next
    }
    return found
  }

  /// What somebody meant who typed or pasted a path: quotes and `file://` go, `~` and a relative
  /// path start in the user's folder, a file means the folder that it is in.
  ///
  /// - Returns: An absolute path without `..`, or nil where nothing was typed or no path can be so.
  func meant(by typed: String) -> String? {
    var text = typed.trimmingCharacters(in: .whitespacesAndNewlines)
    for (first, last) in [("\"", "\""), ("'", "'"), ("«", "»")]
    where text.count > 1 && text.hasPrefix(first) && text.hasSuffix(last) {
      text = String(text.dropFirst().dropLast())
    }
    if text.hasPrefix("file://") {
      text = text.dropFirst("file://".count).description.removingPercentEncoding ?? text
    }
    guard !text.isEmpty, !text.contains("\0"), text.utf8.count < 4096 else { return nil }
    if text == "~" || text.hasPrefix("~/") { text = home + text.dropFirst() }
    if !text.hasPrefix("/") { text = home + "/" + text }
    let path = URL(fileURLWithPath: text).standardizedFileURL.path
    guard FileManager.default.fileExists(atPath: path), !Self.isFolder(path) else { return path }
    return (path as NSString).deletingLastPathComponent
  }

  /// The names of the folders in a folder, hidden ones and links left out.
  static func subfolders(of path: String) -> [String] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
    return names.filter { name in
      var status = stat()
      return !name.hasPrefix(".") && lstat(path + "/" + name, &status) == 0
        && status.st_mode & S_IFMT == S_IFDIR
    }.sorted { $0.localizedStandardCompare($1) == .orderedAscending }
  }

  static func isFolder(_ path: String) -> Bool {
    var isFolder: ObjCBool = false
    return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
      && isFolder.boolValue
  }

  static func hasProgramme(_ path: String) -> Bool {
    FileManager.default.fileExists(atPath: path + "/programme.yaml")
  }

  /// The title of the programme of a folder, or nil where there is none that can be read.
  static func title(of path: String) -> Text? {
    FileManager.default.contents(atPath: path + "/programme.yaml")
      .flatMap { ProgrammeFile.read($0).programme?.shownTitle }
  }
}
