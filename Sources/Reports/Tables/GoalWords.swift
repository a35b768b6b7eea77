public import Matching
import MentoringModel
public import Wording

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
    if let plain = tier.plain {
      reached = plain.text + Text(same: tier.bound == tier.value ? "" : " / ?")
    } else {
      let bound = tier.bound.map { tier.tier.told($0) } ?? Text(same: "?")
      reached = tier.tier.told(tier.value) + Text(same: " / ") + bound
    }
  }
}

extension ObjectiveTier {
  /// A sum in the terms of the goal: what is to be least is told as such.
  func told(_ sum: Int) -> Text {
    switch self {
    case .worstFit: .percent(sum)
    case .fit: .hundredths(sum)
    default: Text(same: "\(isToBeLeast ? -sum : sum)")
    }
  }
}

extension GoalChange {
  /// The goal in the plan as it is.
  public var beforeText: Text { plain?.before.text ?? goal.told(before) }
  /// The goal in the other plan.
  public var afterText: Text { plain?.after.text ?? goal.told(after) }

  /// What changes: a number with its sign, or whether it is for the better.
  public var changeText: Text {
    guard change != 0 else { return Text(same: "0") }
    let worth = change > 0 ? Text(ru: "лучше", en: "better") : Text(ru: "хуже", en: "worse")
    guard let plain else {
      let isMore = goal.isToBeLeast ? change < 0 : change > 0
      return Text(same: isMore ? "+" : "−")
        + goal.told(goal.isToBeLeast ? -abs(change) : abs(change))
    }
    guard let before = plain.before.number, let after = plain.after.number, before != after else {
      return worth
    }
    return Text(same: (after > before ? "+" : "−") + "\(abs(after - before))")
  }
}
