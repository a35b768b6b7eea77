public import Matching
import MentoringModel
import Wording

/// Variants side by side as one JSON document, version `nastavnik.comparison/1`.
///
/// Other programs read it: members may be added, but none renamed, removed or given another
/// meaning without a new version.
public struct ComparisonDocument: Sendable {
  /// The version of the format.
  public static let format = "nastavnik.comparison/1"

  private let values: DifferenceValue

  /// Creates documents that call people by these names.
  public init(_ names: ReportNames) { values = DifferenceValue(names: names) }

  /// The variants, and the difference of two of them where it is asked for.
  public func value(
    of comparison: Comparison, diff: (from: String, to: String, moves: [PlanMove])? = nil
  ) -> JSONValue {
    [
      "format": .string(Self.format),
      "variants": JSONValue(comparison.results.map(value)),
      "diff": diff.map { diff in
        [
          "from": .string(diff.from), "to": .string(diff.to),
          "moves": JSONValue(diff.moves.map(values.move)),
        ]
      } ?? .null,
    ]
  }

  private func value(of result: ScenarioResult) -> JSONValue {
    let figures = result.figures
    return [
      "name": .string(result.name),
      "asking": JSONValue(figures.asking),
      "matched": JSONValue(figures.matched),
      "totalFit": JSONValue(figures.totalFit),
      "meanFit": JSONValue(figures.meanFit),
      "worstFit": .orNull(figures.worstFit),
      "mentors": JSONValue(figures.mentors),
      "largestLoad": JSONValue(figures.largestLoad),
      "coverage": JSONValue(
        figures.coverage.map {
          [
            "target": .string($0.target.id), "total": JSONValue($0.total),
            "covered": JSONValue($0.covered), "reached": .bool($0.isReached),
          ]
        }),
      "changes": JSONValue(result.changes),
      "proved": .bool(result.isProved),
      "milliseconds": .decimal(Text.hundredths(Int(result.duration.hundredthsOfMillisecond)).en),
    ]
  }
}
