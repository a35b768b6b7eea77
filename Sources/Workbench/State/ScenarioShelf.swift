import BankIO
import Foundation
import NastavnikKit
import Synchronization
import Wording

/// Keeps scenarios by name in the file `scenarios.yaml` of the folder, as `whatif --scenarios`
/// reads it.
final class ScenarioShelf: Sendable {
  /// More scenarios than these nobody compares.
  static let most = 50

  private let path: String
  private let turn = Mutex(())

  init(of path: String) { self.path = path }

  /// The scenarios in the order in which they were kept.
  func all() -> [ScenarioDraft] {
    guard let data = FileManager.default.contents(atPath: file) else { return [] }
    return ScenarioFile.read(data, named: "scenarios.yaml").drafts
  }

  /// Keeps a scenario; one of the same name gives way.
  func keep(_ draft: ScenarioDraft) throws {
    try turn.withLock { _ in
      let others = all().filter { $0.name != draft.name }
      guard others.count < Self.most else {
        throw Refusal.conflict(
          Text(ru: "Вариантов уже \(Self.most)", en: "There are \(Self.most) scenarios"),
          Text(ru: "Удалите лишние и повторите.", en: "Remove some and try again."))
      }
      try write(others + [draft])
    }
  }

  /// Takes a scenario away.
  func remove(_ name: String) throws {
    try turn.withLock { _ in try write(all().filter { $0.name != name }) }
  }

  private var file: String { path + "/scenarios.yaml" }

  private func write(_ drafts: [ScenarioDraft]) throws {
    let text = ScenarioFile.text(of: drafts)
    try OutputFolder(path: path, overwrites: true).write([Artefact("scenarios.yaml", text)])
  }
}
