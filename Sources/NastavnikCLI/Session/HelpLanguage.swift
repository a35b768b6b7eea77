import ArgumentParser
import Wording

/// The language of the help texts, which the argument parser asks for without a session.
enum HelpLanguage {
  /// The language while a command line is parsed.
  @TaskLocal static var current: Language = .en
}

extension Text {
  /// The wording in the language of the help texts.
  var help: String { self[HelpLanguage.current] }
}

extension ArgumentHelp {
  /// Help in the language of the help texts.
  init(ru: String, en: String) { self.init(stringLiteral: Text(ru: ru, en: en).help) }
}
