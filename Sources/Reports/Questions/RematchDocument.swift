public import Matching
import MentoringModel
import Wording

/// A plan near another as one JSON document, version `nastavnik.rematch/1`.
///
/// Other programs read it: members may be added, but none renamed, removed or given another
/// meaning without a new version.
public struct RematchDocument: Sendable {
  /// The version of the format.
  public static let format = "nastavnik.rematch/1"

  private let values: DifferenceValue

  /// Creates documents that call people by these names.
  public init(_ names: ReportNames) { values = DifferenceValue(names: names) }

  /// The plan's changes, and the curve where it is asked for.
  public func value(
    of rematch: Rematch, possible: Int, curve: ChangeCurve? = nil
  ) -> JSONValue {
    [
      "format": .string(Self.format),
      "possible": JSONValue(possible),
      "given": JSONValue(rematch.given),
      "proved": .bool(rematch.isProved),
      "impossible": JSONValue(
        rematch.impossible.map { pair in
          [
            "form": .string(pair.profile.form.rawValue),
            "mentees": values.people(pair.profile.mentees),
            "group": JSONValue(pair.profile.group), "mentor": values.person(pair.mentor),
          ]
        }),
      "moves": JSONValue(rematch.moves.map(values.move)),
      "curve": curve.map { JSONValue($0.points.map(value)) } ?? .null,
      "curveComplete": curve.map { .bool($0.isComplete) } ?? .null,
    ]
  }

  private func value(of point: ChangePoint) -> JSONValue {
    [
      "given": JSONValue(point.given), "proved": .bool(point.isProved),
      "goals": JSONValue(
        point.goals.map { ["tier": .string($0.goal.rawValue), "value": JSONValue($0.after)] }),
    ]
  }
}
