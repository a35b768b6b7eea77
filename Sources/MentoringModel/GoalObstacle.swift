/// Why a goal that a programme states asks for nothing.
public enum GoalObstacle: Sendable, Hashable {
  /// What it aims at is not stated.
  case aimless
  /// Some form makes groups, and the goal is for pairs alone.
  case groups
  /// It is part of the answer which mentors take part, and the goal is for pairs alone.
  case fewMentors
}

extension Programme {
  /// Whether some form makes groups.
  public var makesGroups: Bool { forms.contains { $0.groups != nil } }

  /// What keeps a goal from being asked for.
  ///
  /// - Parameters:
  ///   - goal: A goal, among ``tiers`` or not.
  ///   - makesGroups: Whether groups are made, where more is known than what the forms allow.
  /// - Returns: The reasons; none where the goal holds.
  public func obstacles(to goal: ObjectiveTier, makesGroups: Bool) -> [GoalObstacle] {
    var obstacles: [GoalObstacle] = []
    switch goal {
    case .coverageTargets where coverageTargets.isEmpty: obstacles.append(.aimless)
    case .minimumLoad where minimumLoad == nil: obstacles.append(.aimless)
    default: break
    }
    guard goal.isForPairsAlone else { return obstacles }
    if makesGroups {
      obstacles.append(.groups)
    } else if choosesMentors {
      obstacles.append(.fewMentors)
    }
    return obstacles
  }
}
