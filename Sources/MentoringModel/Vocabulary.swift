public import Wording

/// The competencies that a programme knows, with their synonyms.
public struct Vocabulary: Sendable, Hashable {
  /// One competency.
  public struct Entry: Sendable, Hashable {
    /// The id: the folded title.
    public var id: CompetencyID
    /// The title as people read it.
    public var title: Text
    /// Other words for it.
    public var synonyms: [String]

    /// Creates an entry; the id comes from the Russian title.
    public init(title: Text, synonyms: [String] = []) {
      id = CompetencyID(rawValue: folded(title.ru))
      self.title = title
      self.synonyms = synonyms
    }
  }

  /// The competencies in the order of the catalogue.
  public private(set) var entries: [Entry]
  private var entryByWord: [String: Int]

  /// Creates a vocabulary; of two entries that claim a word, the first keeps it.
  public init(_ entries: [Entry] = []) {
    self.entries = []
    entryByWord = [:]
    for entry in entries { add(entry) }
  }

  /// Adds an entry behind the others, unless its id is there already.
  public mutating func add(_ entry: Entry) {
    guard self[entry.id] == nil else { return }
    for word in [entry.title.ru, entry.title.en] + entry.synonyms {
      let key = folded(word)
      if entryByWord[key] == nil { entryByWord[key] = entries.count }
    }
    entryByWord[entry.id.rawValue] = entries.count
    entries.append(entry)
  }

  /// The competency that `word` names, whole and folded, or nil.
  public func competency(named word: some StringProtocol) -> CompetencyID? {
    entryByWord[folded(word)].map { entries[$0].id }
  }

  /// The entry of a competency.
  public subscript(id: CompetencyID) -> Entry? {
    entryByWord[id.rawValue].map { entries[$0] }.flatMap { $0.id == id ? $0 : nil }
  }

  /// The title of a competency; its id where the catalogue does not have it.
  public func title(of id: CompetencyID) -> Text {
    self[id]?.title ?? Text(same: id.rawValue)
  }

  /// Every title and synonym, for suggestions.
  public var words: [String] {
    entries.flatMap { [$0.title.ru] + $0.synonyms }
  }
}
