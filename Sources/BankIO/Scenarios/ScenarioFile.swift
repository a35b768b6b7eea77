public import Foundation
public import MentoringModel
import Wording
import Yams

/// Reads a file of scenarios.
///
/// ```yaml
/// format: nastavnik.scenarios/1
/// scenarios:
///   - name: больше мест
///     set: {forms.educator-educator.capacity.default: 3, weights.requests: 40}
/// ```
public enum ScenarioFile {
  /// The name and the version of the format.
  public static let format = "nastavnik.scenarios/1"

  /// The scenarios, and everything that is the matter with the file.
  public static func read(
    _ data: Data, named name: String
  ) -> (drafts: [ScenarioDraft], findings: [Finding]) {
    let notes = ProgrammeNotes(file: name)
    guard let file = YAMLDocument.read(data, notes) else { return ([], notes.findings) }
    if let text = file.string("format"), text != format {
      file.add(.unknownWord(text, known: [format]), at: "format")
    }
    var seen: Set<String> = []
    let drafts = file.maps("scenarios").compactMap { map -> ScenarioDraft? in
      defer { map.finish() }
      guard let name = map.require(map.string("name"), "name"), let set = map.map("set") else {
        return nil
      }
      guard seen.insert(name).inserted else {
        map.add(.duplicateKey(name), at: "name")
        return nil
      }
      return ScenarioDraft(
        name: name,
        settings: set.keys.map { ScenarioSetting(path: $0, value: set.node($0)?.written ?? "") })
    }
    file.finish()
    if drafts.isEmpty { file.add(.missingKey("scenarios")) }
    return (drafts, notes.findings)
  }
}

extension Node {
  /// The value on one line.
  fileprivate var written: String {
    switch self {
    case .scalar(let scalar): scalar.string
    case .sequence(let items): "[" + items.map(\.written).joined(separator: ", ") + "]"
    case .mapping(let members):
      "{" + members.map { "\($0.key.written): \($0.value.quoted)" }.joined(separator: ", ") + "}"
    case .alias: ""
    }
  }

  /// A scalar in quotation marks, so that signs such as `>` keep their meaning.
  private var quoted: String {
    scalar.map {
      "\"" + $0.string.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
    }
      ?? written
  }
}

extension ScenarioFile {
  /// A file that reads as these scenarios.
  public static func text(of drafts: [ScenarioDraft]) -> String {
    var text = "format: \(format)\nscenarios:"
    if drafts.isEmpty { return text + " []\n" }
    for draft in drafts {
      text += "\n  - name: \(quoted(draft.name))\n    set:"
      if draft.settings.isEmpty { text += " {}" }
      for setting in draft.settings {
        text += "\n      \(quoted(setting.path)): \(written(setting.value))"
      }
    }
    return text + "\n"
  }

  /// A list or a mapping as it is, anything else in quotation marks.
  private static func written(_ value: String) -> String {
    let isCollection = value.hasPrefix("[") || value.hasPrefix("{")
    return isCollection && (try? compose(yaml: value)) != nil && !value.contains("\n")
      ? value : quoted(value)
  }

  private static func quoted(_ text: String) -> String {
    let escaped = text.unicodeScalars.map { scalar -> String in
      switch scalar {
      case "\\": "\\\\"
      case "\"": "\\\""
      case _ where scalar.value < 0x20 || scalar.value == 0x7F: " "
      default: String(scalar)
      }
    }
    return "\"" + escaped.joined() + "\""
  }
}
