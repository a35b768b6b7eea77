public import Matching
import MentoringModel
import Wording

/// How far a plan depends on its weights as one JSON document, version `nastavnik.robustness/1`.
///
/// Other programs read it: members may be added, but none renamed, removed or given another
/// meaning without a new version.
public struct RobustnessDocument: Sendable {
  /// The version of the format.
  public static let format = "nastavnik.robustness/1"

  private let values: DifferenceValue

  /// Creates documents that call people by these names.
  public init(_ names: ReportNames) { values = DifferenceValue(names: names) }

  /// The pairs, the least sure first, and how far each weight can go.
  public func value(of robustness: Robustness, ranges: [WeightRange]) -> JSONValue {
    [
      "format": .string(Self.format),
      "asked": JSONValue(robustness.asked),
      "weightings": JSONValue(robustness.weightings),
      "stopped": .bool(robustness.wasStopped || ranges.contains(where: \.wasStopped)),
      // A seed may be beyond what readers of JSON hold in a number.
      "seed": .string("\(robustness.seed)"),
      "factor": JSONValue(robustness.factor),
      "unchanged": JSONValue(robustness.unchanged),
      "pairs": JSONValue(
        robustness.standings.map { value(of: $0, isDoubtful: robustness.doubts($0)) }),
      "ranges": JSONValue(ranges.map(value)),
    ]
  }

  private func value(of standing: Robustness.Standing, isDoubtful: Bool) -> JSONValue {
    [
      "form": .string(standing.profile.form.rawValue),
      "mentees": values.people(standing.profile.mentees),
      "group": JSONValue(standing.profile.group),
      "mentor": standing.partner.map { values.person($0.mentor) } ?? .null,
      "topic": JSONValue(standing.partner?.topic?.rawValue),
      "fit": .orNull(standing.partner?.fit),
      "count": JSONValue(standing.count),
      "lookAt": .bool(isDoubtful),
      "others": JSONValue(
        standing.others.map { other in
          [
            "mentor": other.mentor.map(values.person) ?? .null,
            "topic": JSONValue(other.topic?.rawValue), "count": JSONValue(other.count),
          ]
        }),
    ]
  }

  private func value(of range: WeightRange) -> JSONValue {
    [
      "weight": .string(range.path), "share": JSONValue(range.share),
      "lowest": JSONValue(range.lowest), "highest": JSONValue(range.highest),
      "changesBelow": JSONValue(range.below.changes),
      "changesAbove": JSONValue(range.above.changes),
      "knownBelow": .bool(range.below != .unknown), "knownAbove": .bool(range.above != .unknown),
    ]
  }
}

extension WeightRange.End {
  /// Request profiles whose mentor changes beyond it; 0 where none does or it is not known.
  fileprivate var changes: Int { if case .changes(let count) = self { count } else { 0 } }
}

extension WeightRange {
  /// Where the weight stands in the programme file.
  var path: String {
    switch scope {
    case .programme: "weights.\(criterion.rawValue)"
    case .form(let form): "forms.\(form).weights.\(criterion.rawValue)"
    }
  }
}
