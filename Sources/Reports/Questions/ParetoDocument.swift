public import Matching
import MentoringModel
import Wording

/// All that can be had of several goals as one JSON document, version `nastavnik.pareto/1`.
///
/// Other programs read it: members may be added, but none renamed, removed or given another
/// meaning without a new version.
public struct ParetoDocument: Sendable {
  /// The version of the format.
  public static let format = "nastavnik.pareto/1"

  private let values: DifferenceValue

  /// Creates documents that call people by these names.
  public init(_ names: ReportNames) { values = DifferenceValue(names: names) }

  /// The points of a front, with a plan for each.
  public func value(of front: ParetoFront) -> JSONValue {
    [
      "format": .string(Self.format),
      "goals": JSONValue(
        front.goals.map { goal in
          ["goal": .string(goal.rawValue), "better": goal.isGain ? "more" : "less"]
        }),
      "complete": .bool(front.isComplete),
      "priceOfFairness": .orNull(front.priceOfFairness),
      "points": JSONValue(
        front.points.map { point in
          [
            "values": JSONValue(point.values.map { JSONValue($0) }),
            "proved": .bool(point.isProved),
            "pairs": JSONValue(pairs(point)),
          ]
        }),
    ]
  }

  private func pairs(_ point: ParetoPoint) -> [JSONValue] {
    [:].moves(to: point.placements).compactMap { move in
      move.after.map { partner in
        [
          "form": .string(move.form.rawValue), "mentees": values.people(move.mentees),
          "group": JSONValue(move.group), "mentor": values.person(partner.mentor),
          "topic": JSONValue(partner.topic?.rawValue), "fit": JSONValue(partner.fit),
          "pinned": .bool(partner.isPinned),
        ]
      }
    }
  }
}
