import Foundation
import MentoringModel
import Wording
import Yams

/// The text of a programme file as a tree, or what keeps it from being one.
enum YAMLDocument {
  /// The most bytes of a programme file.
  static let largest = 1 << 20

  /// The mapping at the top, or nil with a finding.
  static func read(_ data: Data, _ notes: ProgrammeNotes) -> YAMLMap? {
    guard data.count <= largest else {
      notes.add(.tooLarge, line: nil)
      return nil
    }
    let decoded = DecodedText(data)
    for flaw in decoded.flaws { notes.add(flaw, line: nil) }
    let text = String(decoding: decoded.bytes, as: UTF8.self)
    // A few nested references can stand for more values than any memory holds.
    if let line = lineOfAlias(in: text) {
      notes.add(.alias, line: line)
      return nil
    }
    do {
      guard let mapping = try compose(yaml: text)?.mapping else {
        notes.add(.noMapping, line: 1)
        return nil
      }
      return YAMLMap(mapping, path: "", notes: notes)
    } catch let error as YamlError {
      notes.add(.noYAML(error.problem), line: error.line)
    } catch {
      notes.add(.noYAML("\(error)"), line: nil)
    }
    return nil
  }

  /// The tree of a file that ``read(_:_:)`` can read, or nil.
  static func node(_ data: Data) -> Node? {
    try? compose(yaml: String(decoding: DecodedText(data).bytes, as: UTF8.self))
  }

  /// The first line where a value is a reference to another, as `*name`.
  private static func lineOfAlias(in text: String) -> Int? {
    var (line, opens, quote): (Int, Bool, Unicode.Scalar?) = (1, true, nil)
    var (previous, isComment): (Unicode.Scalar, Bool) = ("\n", false)
    for scalar in text.unicodeScalars {
      defer { previous = scalar }
      if scalar == "\n" {
        (line, opens, isComment) = (line + 1, quote == nil, false)
        continue
      }
      if isComment { continue }
      if let open = quote {
        if scalar == open, previous != "\\" || open == "'" { quote = nil }
        continue
      }
      switch scalar {
      case "*" where opens: return line
      case "#" where " \t\n\r".unicodeScalars.contains(previous): isComment = true
      case "\"", "'": if opens { quote = scalar }
      case " ", "\t", "\r": continue
      default: break
      }
      opens = "[{,:-?".unicodeScalars.contains(scalar)
    }
    return nil
  }
}

extension YamlError {
  fileprivate var line: Int? {
    switch self {
    case .scanner(_, _, let mark, _), .parser(_, _, let mark, _), .composer(_, _, let mark, _):
      mark.line
    case .duplicatedKeysInMapping(_, let context): context.mark.line
    default: nil
    }
  }

  fileprivate var problem: String {
    switch self {
    case .scanner(_, let problem, _, _), .parser(_, let problem, _, _),
      .composer(_, let problem, _, _), .reader(let problem, _, _, _):
      problem
    case .duplicatedKeysInMapping(let keys, _): "duplicate keys: \(keys.joined(separator: ", "))"
    default: "\(self)"
    }
  }
}

extension Flaw {
  fileprivate static let tooLarge = Flaw(
    .fatal, code: "programmeTooLarge",
    Text(ru: "Файл программы больше 1 МБ.", en: "The programme file is larger than 1 MB."),
    advice: Text(
      ru: "Оставьте в нём только правила; люди — в таблицах.",
      en: "Leave only the rules in it; people belong in the tables."))

  fileprivate static let alias = Flaw(
    .fatal, code: "yamlAlias",
    Text(
      ru: "Ссылки YAML (*имя) в файле программы не читаются.",
      en: "References of YAML (*name) are not read in a programme file."),
    advice: Text(
      ru: "Повторите значение; текст со звёздочкой возьмите в кавычки.",
      en: "Repeat the value; put a text that begins with a star in quotation marks."))

  fileprivate static let noMapping = Flaw(
    .fatal, code: "noMapping",
    Text(
      ru: "Файл программы пуст или не состоит из строк «ключ: значение».",
      en: "The programme file is empty or no list of “key: value”."),
    advice: Text(
      ru: "Начните его строкой «format: \(ProgrammeReader.format)».",
      en: "Begin it with “format: \(ProgrammeReader.format)”."))

  fileprivate static func noYAML(_ problem: String) -> Flaw {
    Flaw(
      .fatal, code: "noYAML",
      Text(
        ru: "Файл программы нарушает правила YAML: \(quoted(problem)).",
        en: "The programme file breaks the rules of YAML: \(quoted(problem))."),
      advice: Text(
        ru: "Проверьте отступы и двоеточия; значения со знаками < и > берите в кавычки.",
        en: "Check indents and colons; put values with < and > in quotation marks."))
  }
}
