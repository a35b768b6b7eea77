/// A name as far as it tells people apart: its words, the surname first.
///
/// ```swift
/// PersonName("И. П. Сидорова-Ёлкина") .agreement(with: PersonName("Сидорова Елкина Инна Павловна"))
/// // .possible
/// ```
///
/// Case, ё and е, hyphens, full stops and spaces make no difference; initials stand for every word
/// that begins with them.
public struct PersonName: Sendable, Hashable {
  /// How far two names may be one person's.
  public enum Agreement: Sendable, Hashable {
    /// The same words in the same order, none of them an initial.
    case same
    /// One is a shorter way to write the other, or the words stand in another order.
    case possible
    /// Two people's.
    case different
  }

  /// The words, folded.
  public let words: [String]

  /// Reads a name.
  public init(_ text: some StringProtocol) {
    var words = folded(text).unicodeScalars.split { $0.separatesNames }.map { String($0) }
    // «И. П. Сидорова»: the surname comes last where initials come first.
    if words.count > 1, let first = words.first, first.isInitial, let last = words.last,
      !last.isInitial
    {
      words.removeLast()
      words.insert(last, at: 0)
    }
    self.words = words
  }

  /// Whether the name has a surname, a name and a patronymic, all of them written out.
  public var isFull: Bool { words.count >= 3 && isWrittenOut }

  /// Whether no word is an initial.
  public var isWrittenOut: Bool { words.allSatisfy { !$0.isInitial } }

  /// How far two names may be one person's.
  ///
  /// - Complexity: O(*n*) for *n* letters.
  public func agreement(with other: PersonName) -> Agreement {
    guard let mine = words.first, let its = other.words.first else { return .different }
    if words == other.words { return isWrittenOut && words.count > 1 ? .same : .possible }
    if words.count == other.words.count, words.sorted() == other.words.sorted() {
      return .possible
    }
    guard mine == its, words.count > 1, other.words.count > 1 else { return .different }
    let fits = zip(words, other.words).dropFirst().allSatisfy { one, another in
      one == another || one.isInitial && another.hasPrefix(one)
        || another.isInitial && one.hasPrefix(another)
    }
    return fits ? .possible : .different
  }
}

extension String {
  fileprivate var isInitial: Bool { unicodeScalars.count == 1 }
}

extension Unicode.Scalar {
  fileprivate var separatesNames: Bool {
    switch value {
    case 0x20, 0x2E, 0x2C, 0x2D, 0x2010...0x2015, 0x2212, 0xAD: true
    default: false
    }
  }
}
