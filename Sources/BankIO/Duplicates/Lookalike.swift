public import MentoringModel

/// Two rows with different ids that are, or may be, about one person.
public struct Lookalike: Sendable, Hashable {
  /// The row that comes first.
  public var first: Person
  /// The other row.
  public var second: Person
  /// Whether the rows alone say that it is one person.
  public var isSure: Bool
  /// What the curator answered to whether it is one person.
  public var answer: Bool?

  /// Whether the rows are taken for one person's.
  public var isOnePerson: Bool { answer ?? isSure }

  /// Whether a curator is to be asked.
  public var isOpen: Bool { answer == nil && !isSure }
}

/// Two ids, in whatever order.
struct IDPair: Hashable {
  let one: PersonID
  let other: PersonID

  init(_ one: PersonID, _ other: PersonID) {
    (self.one, self.other) = one < other ? (one, other) : (other, one)
  }
}

/// What a curator answered in the table of duplicates.
struct DuplicateAnswer {
  var pair: IDPair
  var isOnePerson: Bool
  var source: SourceLocation

  /// Reads a row; nil where nothing is answered.
  init?(_ row: inout RowReader) {
    let first = row.value(.first, PersonIDCell.read)
    let second = row.value(.second, PersonIDCell.read)
    guard let same = row.value(.same, FlagCell.read), let first, let second, first != second
    else { return nil }
    pair = IDPair(first, second)
    isOnePerson = same
    source = row.location
  }
}
