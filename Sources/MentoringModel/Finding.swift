public import Wording

/// A remark about the user's data: what, where, and what to do.
public struct Finding: Sendable, Hashable, Error {
  /// How grave a finding is.
  public enum Severity: Int, Sendable, Hashable, Comparable, CaseIterable {
    /// Worth knowing.
    case note
    /// Probably not meant, and worked around.
    case warning
    /// The row or the setting is not used.
    case error
    /// Nothing can be matched until it is mended.
    case fatal

    /// Graver findings come later.
    public static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
  }

  /// How grave it is.
  public var severity: Severity
  /// A stable code for programs: `duplicateID`.
  public var code: String
  /// Where it stands.
  public var location: SourceLocation
  /// The value as the user wrote it.
  public var value: String?
  /// What is the matter.
  public var message: Text
  /// What to do.
  public var advice: Text

  /// Creates a finding.
  public init(
    _ severity: Severity, code: String, at location: SourceLocation, value: String? = nil,
    _ message: Text, advice: Text
  ) {
    self.severity = severity
    self.code = code
    self.location = location
    self.value = value
    self.message = message
    self.advice = advice
  }
}

extension Finding.Severity {
  /// The severity in a word.
  public var title: Text {
    switch self {
    case .note: Text(ru: "заметка", en: "note")
    case .warning: Text(ru: "предупреждение", en: "warning")
    case .error: Text(ru: "ошибка", en: "error")
    case .fatal: Text(ru: "препятствие", en: "fatal")
    }
  }
}
