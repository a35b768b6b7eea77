public import MentoringModel
public import Wording

/// Findings as one JSON document, version `nastavnik.findings/1`.
public enum FindingsDocument {
  /// The version of the format.
  public static let format = "nastavnik.findings/1"

  /// The document.
  public static func value(of findings: [Finding]) -> JSONValue {
    ["format": .string(format), "findings": JSONValue(findings.map(finding))]
  }

  private static func finding(_ finding: Finding) -> JSONValue {
    [
      "severity": .string(finding.severity.code),
      "code": .string(finding.code),
      "file": .string(finding.location.file),
      "sheet": JSONValue(finding.location.sheet),
      "row": .orNull(finding.location.row),
      "column": JSONValue(finding.location.column),
      "cell": JSONValue(finding.location.cell),
      "value": JSONValue(finding.value),
      "message": JSONValue(finding.message),
      "advice": JSONValue(finding.advice),
    ]
  }
}

extension JSONValue {
  /// A text in both languages: `{"ru": …, "en": …}`.
  public init(_ text: Text) { self = ["ru": .string(text.ru), "en": .string(text.en)] }
}
