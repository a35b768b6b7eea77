import Foundation
public import Orders

/// The folder with the documents of a batch, in which none of an older batch stays unnoticed.
///
/// What the program made of an older batch and nobody has changed since is removed where writing over
/// files is asked for; every other Word document stays and is named.
public struct DraftFolder: Sendable {
  /// What was found beside the documents that were written.
  public struct Leftovers: Sendable, Hashable {
    /// Documents of an older batch that were removed.
    public var removed: [String] = []
    /// Documents that are not of this batch and were left.
    public var left: [String] = []
  }

  private let path: String
  private let folder: OutputFolder

  /// Creates the writer.
  ///
  /// - Parameters:
  ///   - path: The folder.
  ///   - overwrites: Whether files that are there are written over.
  public init(path: String, overwrites: Bool) {
    self.path = path
    folder = OutputFolder(path: path, overwrites: overwrites)
  }

  /// Writes all documents, or none where one of them is in the way.
  ///
  /// - Throws: ``RunFailure``.
  public func write(_ documents: [OrderDrafts.Document]) throws(RunFailure) -> Leftovers {
    try folder.write(documents.map { Artefact($0.name, bytes: $0.bytes) })
    let ledger = contents(of: DraftLedger.fileName).flatMap(DraftLedger.init(parsing:))
    let names = Set(documents.map(\.name))
    var leftovers = Leftovers()
    for name in others(than: names) {
      let isOwn = contents(of: name).map { ledger?.made(name, $0) ?? false } ?? false
      if folder.overwrites, isOwn, unlink(folder.target(of: name)) == 0 {
        leftovers.removed.append(name)
      } else {
        leftovers.left.append(name)
      }
    }
    var newer = DraftLedger(documents)
    if let ledger { newer.keep(leftovers.left, of: ledger) }
    if ledger != nil || !documents.isEmpty {
      try OutputFolder(path: path, overwrites: true).write([
        Artefact(DraftLedger.fileName, bytes: newer.bytes)
      ])
    }
    return leftovers
  }

  private func others(than names: Set<String>) -> [String] {
    let all = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
    return all.filter { DraftLedger.isDocument($0) && !names.contains($0) }.sorted()
  }

  private func contents(of name: String) -> [UInt8]? {
    FileManager.default.contents(atPath: folder.target(of: name)).map { Array($0) }
  }
}
