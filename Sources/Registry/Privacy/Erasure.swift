import Foundation

/// Takes one person out of texts: the id and the names become a pseudonym.
struct Erasure {
  /// The id in the bank.
  let code: String
  /// The names that the person ever had in the bank.
  let names: [String]
  /// What stands for the person from now on.
  let pseudonym: String
  /// Whether somebody else bears one of the names.
  let hasNamesakes: Bool

  /// An id that is a number says nothing in a sentence: there it is left.
  private let isTelling: Bool
  private let needles: [[UInt8]]

  init(code: String, names: [String], pseudonym: String, hasNamesakes: Bool) {
    self.code = code
    self.names = names.filter { !$0.isEmpty }.sorted { $0.count > $1.count }
    self.pseudonym = pseudonym
    self.hasNamesakes = hasNamesakes
    isTelling = code.contains(where: \.isLetter)
    needles = ([code] + self.names).map { Array($0.utf8) }
  }

  /// A sentence or a file in which nothing is known of what stands where.
  func plain(_ text: String) -> String {
    var text = text
    for name in names { text = Self.replacing(name, in: text, by: pseudonym) }
    return isTelling ? Self.replacing(code, in: text, by: pseudonym) : text
  }

  /// A document in JSON; what it says of others stays byte for byte.
  func json(_ bytes: [UInt8]) -> [UInt8] {
    let tokens = JSONStrings.tokens(of: bytes)
    var result: [UInt8] = []
    var (end, key) = (0, "")
    for (place, token) in tokens.enumerated() {
      if token.isKey {
        key = token.text(in: bytes)
        continue
      }
      let around = (
        before: place > 1 ? tokens[place - 2] : nil,
        key: place + 1 < tokens.count ? tokens[place + 1] : nil,
        after: place + 2 < tokens.count ? tokens[place + 2] : nil
      )
      let literal = bytes[token.range]
      guard token.hasEscapes || needles.contains(where: { literal.contains($0) }) else { continue }
      let text = token.text(in: bytes)
      let isNameNext = around.key.map { $0.isKey && $0.text(in: bytes) == "name" } ?? false
      let changed = value(
        text, of: key, idBefore: around.before?.text(in: bytes),
        nameAfter: isNameNext ? around.after?.text(in: bytes) : nil)
      guard changed != text else { continue }
      result += bytes[end..<token.range.lowerBound]
      result += JSONStrings.quoted(changed)
      end = token.range.upperBound
    }
    return end == 0 ? bytes : result + bytes[end...]
  }

  /// Members whose values are ids of people.
  private static let peopleKeys: Set = ["person", "together", "apart"]

  private func value(
    _ text: String, of key: String, idBefore: String?, nameAfter: String?
  ) -> String {
    if text == code {
      // A school may have the same number as a pupil: an id of a person has his name after it.
      let isPerson =
        isTelling || Self.peopleKeys.contains(key)
        || nameAfter.map { names.contains($0) || $0 == code } ?? false
        || key == "name" && idBefore == code
      return isPerson ? pseudonym : text
    }
    if names.contains(text), key == "name" {
      return idBefore == code || !hasNamesakes ? pseudonym : text
    }
    return label(plain(text))
  }

  /// The labels of a certificate: `form: id + id`.
  private func label(_ text: String) -> String {
    guard !isTelling, text.contains(": ") else { return text }
    return text.components(separatedBy: ": ").map { part in
      part.components(separatedBy: " + ").map { $0 == code ? pseudonym : $0 }
        .joined(separator: " + ")
    }.joined(separator: ": ")
  }

  /// Replaces a word that stands by itself, neither letter nor digit beside it.
  static func replacing(_ word: String, in text: String, by other: String) -> String {
    guard !word.isEmpty, text.contains(word) else { return text }
    var (result, rest) = ("", text[...])
    while let found = rest.range(of: word) {
      let before =
        found.lowerBound > text.startIndex ? text[text.index(before: found.lowerBound)] : " "
      let after = found.upperBound < text.endIndex ? text[found.upperBound] : " "
      result += rest[..<found.lowerBound]
      result += before.isPartOfWord || after.isPartOfWord ? word : other
      rest = rest[found.upperBound...]
    }
    return result + rest
  }
}

extension Character {
  fileprivate var isPartOfWord: Bool { isLetter || isNumber }
}

/// The strings of a JSON document, by their places.
enum JSONStrings {
  /// A string with its quotes.
  struct Token {
    var range: Range<Int>
    var isKey: Bool
    var hasEscapes: Bool

    /// What it says.
    func text(in bytes: [UInt8]) -> String {
      let inner = bytes[range.lowerBound + 1..<range.upperBound - 1]
      guard hasEscapes else { return String(decoding: inner, as: UTF8.self) }
      let text = try? JSONSerialization.jsonObject(
        with: Data(bytes[range]), options: .fragmentsAllowed)
      return text as? String ?? String(decoding: inner, as: UTF8.self)
    }
  }

  /// - Complexity: O(*n*) for *n* bytes.
  static func tokens(of bytes: [UInt8]) -> [Token] {
    var tokens: [Token] = []
    var place = 0
    while place < bytes.count {
      guard bytes[place] == UInt8(ascii: "\"") else {
        place += 1
        continue
      }
      var (end, hasEscapes) = (place + 1, false)
      while end < bytes.count, bytes[end] != UInt8(ascii: "\"") {
        if bytes[end] == UInt8(ascii: "\\") { (hasEscapes, end) = (true, end + 1) }
        end += 1
      }
      guard end < bytes.count else { return tokens }
      var next = end + 1
      while next < bytes.count, bytes[next] <= UInt8(ascii: " ") { next += 1 }
      let isKey = next < bytes.count && bytes[next] == UInt8(ascii: ":")
      tokens.append(Token(range: place..<end + 1, isKey: isKey, hasEscapes: hasEscapes))
      place = end + 1
    }
    return tokens
  }

  /// A text as JSON.
  static func quoted(_ text: String) -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .withoutEscapingSlashes
    // A text always encodes.
    return Array((try? encoder.encode(text)) ?? Data("\"\"".utf8))
  }
}
