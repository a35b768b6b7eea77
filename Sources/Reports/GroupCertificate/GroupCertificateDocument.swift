import AssignmentKernel

/// A certificate on groups, version `nastavnik.groupCertificate/1`: a choice and its proof, to be
/// checked against the instance that it goes with.
///
/// `trees` holds a tree a tier in preorder, each node a pair of numbers: `[0, p]` is a leaf with
/// the prices number *p*, `[1, c]` asks whether column *c* is open, `[2, a]` whether arc *a* is
/// taken; arcs are numbered by row and then by column. Members may be added, but none renamed,
/// removed or given another meaning without a new version.
public enum GroupCertificateDocument {
  /// The version of the format.
  public static let format = "nastavnik.groupCertificate/1"

  /// The document.
  public static func value(of record: GroupCertificateRecord) -> JSONValue {
    [
      "format": .string(format),
      "status": .string(record.status.rawValue),
      "objective": JSONValue(record.objective.map(JSONValue.integer)),
      "chosen": JSONValue(record.chosen.map { [JSONValue($0.row), JSONValue($0.column)] }),
      "trees": JSONValue(record.proof.trees.map { JSONValue($0.map(branch)) }),
      "prices": JSONValue(record.proof.prices.map(prices)),
    ]
  }

  private static func branch(_ branch: GroupProof.Branch) -> JSONValue {
    switch branch {
    case .leaf(let number): [0, JSONValue(number)]
    case .question(.opens(let column)): [1, JSONValue(column)]
    case .question(.takes(let arc)): [2, JSONValue(arc)]
    }
  }

  private static func prices(_ prices: GroupPrices) -> JSONValue {
    [
      "tiers": integers(prices.tiers),
      "rows": integers(prices.rows),
      "rowGroups": integers(prices.rowGroups),
      "columnGroups": integers(prices.columnGroups),
      "openLimits": integers(prices.openLimits),
      "rules": JSONValue(
        prices.rules.map { [JSONValue($0.rule), JSONValue($0.column), .integer($0.price)] }),
    ]
  }

  private static func integers(_ numbers: [Int128]) -> JSONValue {
    JSONValue(numbers.map(JSONValue.integer))
  }
}
