/// The JSON Schemas (2020-12) of the formats that other programs read.
public enum JSONSchemas {
  private static let documents: KeyValuePairs<String, [UInt8]> = [
    "comparison": PackageResources.comparison_schema_json,
    "explanation": PackageResources.explanation_schema_json,
    "order-batch": PackageResources.order_batch_schema_json,
    "order-batch-line": PackageResources.order_batch_line_schema_json,
    "pareto": PackageResources.pareto_schema_json,
    "rematch": PackageResources.rematch_schema_json,
    "robustness": PackageResources.robustness_schema_json,
  ]

  /// Their names.
  public static var names: [String] { documents.map(\.key) }

  /// The schema of a name, or nil where there is none.
  public static func schema(named name: String) -> String? {
    documents.first { $0.key == name }.map { String(decoding: $0.value, as: UTF8.self) }
  }
}
