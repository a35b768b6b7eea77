import MentoringModel
import Wording

/// One thing that a scenario sets: a path in `programme.yaml` or in a bank, and a value.
///
/// ```swift
/// ScenarioSetting("weights.requests=40")
/// ScenarioSetting("forms.educator-educator.capacity.default=3")
/// ScenarioSetting("mentors.M-07=off")
/// ```
public struct ScenarioSetting: Sendable, Hashable {
  /// The path, its parts between dots.
  public var path: String
  /// The value as it is written.
  public var value: String

  /// Creates a setting.
  public init(path: String, value: String) {
    self.path = path
    self.value = value
  }

  /// Reads `path=value`; nil where there is no path or no equals sign.
  public init?(_ text: String) {
    guard let sign = text.firstIndex(of: "=") else { return nil }
    path = String(text[..<sign]).trimmed
    value = String(text[text.index(after: sign)...]).trimmed
    guard !path.isEmpty else { return nil }
  }

  /// The parts of the path.
  var parts: [String] {
    path.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
  }
}

/// Settings under a name, as a file of scenarios or the command line states them.
public struct ScenarioDraft: Sendable, Hashable {
  /// The name.
  public var name: String
  /// The settings, applied one after the other.
  public var settings: [ScenarioSetting]

  /// Creates a draft.
  public init(name: String, settings: [ScenarioSetting]) {
    self.name = name
    self.settings = settings
  }
}
