import Foundation
import NastavnikKit
import Synchronization

/// The programme folders that were opened last, the latest first, kept in a file of the user.
final class RecentFolders: Sendable {
  /// More folders than these nobody looks for among the recent ones.
  static let most = 10

  private let file: String?
  private let turn = Mutex(())

  /// - Parameter file: Where they are kept, as a list in JSON; nil to keep none.
  init(_ file: String?) { self.file = file }

  /// The folders that are still there.
  func all() -> [String] {
    stored().filter { ProgrammePlaces.isFolder($0) }
  }

  /// Puts a folder in front.
  ///
  /// What cannot be written is forgotten: nothing depends on it.
  func add(_ path: String) {
    turn.withLock { _ in
      guard let file else { return }
      let paths = Array(([path] + stored().filter { $0 != path }).prefix(Self.most))
      guard let data = try? JSONEncoder().encode(paths) else { return }
      let folder = (file as NSString).deletingLastPathComponent
      try? OutputFolder(path: folder, overwrites: true).write([
        Artefact((file as NSString).lastPathComponent, bytes: Array(data))
      ])
    }
  }

  private func stored() -> [String] {
    guard let file, let data = FileManager.default.contents(atPath: file) else { return [] }
    return (try? JSONDecoder().decode([String].self, from: data)) ?? []
  }
}
