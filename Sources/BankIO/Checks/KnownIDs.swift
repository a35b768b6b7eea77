import Wording

/// Ids that may be referred to, with a few suggestions for those that may not.
struct KnownIDs {
  /// Looking through a whole bank for each of thousands of wrong ids would take minutes.
  private static let mostSuggestions = 20

  private let ids: Set<String>
  private lazy var sorted = ids.sorted()
  private var suggested = 0

  init(_ ids: Set<String>) { self.ids = ids }

  /// Whether the id is known.
  func contains(_ id: String) -> Bool { ids.contains(id) }

  /// The nearest known id.
  mutating func nearest(to id: String) -> String? {
    guard suggested < Self.mostSuggestions else { return nil }
    suggested += 1
    return nearMiss(of: id, among: sorted)
  }
}
