public import Wording

/// The languages of a session.
public struct SessionLanguages: Sendable, Hashable {
  /// The language of messages and help.
  public var messages: Language
  /// The language of the tables that a curator reads.
  public var tables: Language

  /// The languages that the arguments ask for, or else the environment.
  ///
  /// `--lang` comes first, then `LC_ALL`, `LC_MESSAGES` and `LANG`. Where none of them names a
  /// language, messages are English and tables Russian, because their readers are curators.
  public init(arguments: [String], environment: [String: String]) {
    let asked = Self.option(in: arguments).flatMap { Language(rawValue: $0) }
    let found = asked ?? Self.language(of: environment)
    messages = found ?? .en
    tables = found ?? .ru
  }

  private static func option(in arguments: [String]) -> String? {
    for (index, argument) in arguments.enumerated() {
      if argument == "--lang" { return arguments.dropFirst(index + 1).first }
      if argument.hasPrefix("--lang=") { return String(argument.dropFirst("--lang=".count)) }
    }
    return nil
  }

  private static func language(of environment: [String: String]) -> Language? {
    let names = ["LC_ALL", "LC_MESSAGES", "LANG"]
    guard let locale = names.lazy.compactMap({ environment[$0] }).first(where: { !$0.isEmpty })
    else { return nil }
    let code = locale.prefix { $0 != "." && $0 != "_" }
    switch code {
    case "C", "POSIX": return nil
    case "ru": return .ru
    default: return .en
    }
  }
}
