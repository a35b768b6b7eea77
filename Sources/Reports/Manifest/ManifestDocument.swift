import MentoringModel

/// `manifest.json`, version `nastavnik.manifest/1`; no clock and no machine stands in it.
public enum ManifestDocument {
  /// The version of the format.
  public static let format = "nastavnik.manifest/1"

  /// The document.
  public static func value(of manifest: RunManifest) -> JSONValue {
    [
      "format": .string(format),
      "version": .string(manifest.version),
      "inputs": JSONValue(
        manifest.inputs.map { ["file": .string($0.file), "sha256": .string($0.digest)] }),
      "options": [
        "forms": manifest.forms.map { .ids($0) } ?? .null,
        "solver": .string(manifest.requestedSolver),
        "timeLimit": manifest.timeLimit.map(JSONValue.decimal) ?? .null,
      ],
      "solver": [
        "used": .string(manifest.usedSolver),
        "code": .string(manifest.solverReasonCode),
        "reason": JSONValue(manifest.solverReason),
      ],
      "settings": SettingsDocument.value(of: manifest.programme),
    ]
  }
}
