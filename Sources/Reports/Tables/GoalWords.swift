import Matching
import MentoringModel
import Wording

/// A goal of a plan, as people count it.
struct GoalWords: Sendable {
  /// What it is.
  let title: Text
  /// What is reached and what no plan can pass; nil of the fits from the worst upwards, whose sums
  /// mean nothing to readers.
  let reached: Text?

  /// The goals in their order, without the breaking of ties; the fits from the worst upwards stand in
  /// several tiers and are one goal.
  static func all(of plan: Plan) -> [GoalWords] {
    plan.tiers.indices.compactMap { index in
      let tier = plan.tiers[index]
      switch tier.tier {
      case .tieBreak: return nil
      case .leximin:
        let isFirst = index == 0 || plan.tiers[index - 1].tier != .leximin
        return isFirst ? GoalWords(title: tier.tier.title, reached: nil) : nil
      default: return GoalWords(tier)
      }
    }
  }

  private init(title: Text, reached: Text?) { (self.title, self.reached) = (title, reached) }

  private init(_ tier: TierResult) {
    title = tier.tier.title
    let bound = tier.bound.map { Self.value($0, of: tier.tier) } ?? Text(same: "?")
    reached = Self.value(tier.value, of: tier.tier) + Text(same: " / ") + bound
  }

  /// A value in the terms of its goal: what is to be least is told as such.
  private static func value(_ value: Int, of goal: ObjectiveTier) -> Text {
    switch goal {
    case .fewestGroups, .minimumLoad, .balance: Text(same: "\(-value)")
    case .worstFit: .percent(value)
    default: Text(same: "\(value)")
    }
  }
}
