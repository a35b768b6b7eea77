import Foundation

/// Keeps files of a programme folder that others take the place of, in a folder `replaced` that no
/// reader looks into.
struct ReplacedFiles {
  private let path: String

  init(of path: String) { self.path = path }

  /// Copies files into the folder, under names that say when.
  func keep(_ names: [String], now: Date = Date()) throws(RunFailure) {
    for name in names {
      let source = path + "/" + name
      guard FileManager.default.fileExists(atPath: source) else { continue }
      let target = freePath(for: name, now)
      do {
        try FileManager.default.createDirectory(
          atPath: (target as NSString).deletingLastPathComponent,
          withIntermediateDirectories: true)
        try FileManager.default.copyItem(atPath: source, toPath: target)
      } catch {
        throw .unwritable(path: target)
      }
    }
  }

  /// Takes files away that were kept.
  func remove(_ names: [String]) throws(RunFailure) {
    for name in names where unlink(path + "/" + name) != 0 && errno != ENOENT {
      throw .unwritable(path: path + "/" + name)
    }
  }

  private func freePath(for name: String, _ now: Date) -> String {
    let stamp = now.ISO8601Format().replacing(":", with: "-")
    let file = name.replacing("/", with: " ")
    var (target, number) = ("\(path)/replaced/\(stamp) \(file)", 1)
    while FileManager.default.fileExists(atPath: target) {
      number += 1
      target = "\(path)/replaced/\(stamp) \(number) \(file)"
    }
    return target
  }
}
