public import MentoringModel

extension ObjectiveTier {
  /// The goals of a programme with those that follow from its forms.
  ///
  /// As few groups as possible is asked right before the fit, so that no group opens for the sake
  /// of a better fit; where the fit comes before coverage, right after coverage, since otherwise no
  /// group would open at all.
  ///
  /// A minimum load is asked right after coverage where the programme does not say when. Fairness
  /// compares plans that match as many, and so do few mentors, so that coverage comes before them.
  static func inOrder(
    of programme: Programme, opensFewest: Bool, makesGroups: Bool
  ) -> [ObjectiveTier] {
    let holds = { (tier: ObjectiveTier) in
      programme.obstacles(to: tier, makesGroups: makesGroups).isEmpty
    }
    var tiers = programme.tiers.filter { $0 != .tieBreak && $0 != .fewestGroups && holds($0) }
    if holds(.minimumLoad), !tiers.contains(.minimumLoad) {
      tiers.insert(.minimumLoad, at: tiers.firstIndex(of: .coverage).map { $0 + 1 } ?? 0)
    }
    if let first = tiers.firstIndex(where: { $0.isFairness || $0 == .fewestMentors }),
      !tiers[..<first].contains(.coverage)
    {
      tiers = tiers[..<first] + [.coverage] + tiers[first...].filter { $0 != .coverage }
    }
    if opensFewest {
      let coverage = tiers.firstIndex(of: .coverage).map { $0 + 1 } ?? 0
      let fit = tiers.firstIndex(of: .fit) ?? tiers.count
      tiers.insert(.fewestGroups, at: max(coverage, fit))
    }
    return tiers + [.tieBreak]
  }
}

extension ObjectiveTier {
  /// Whether the goal compares the fits of single pairs, from the worst.
  var isFairness: Bool { self == .worstFit || self == .leximin }

  /// Whether less of it is better: its sum is told with the other sign.
  public var isToBeLeast: Bool {
    switch self {
    case .minimumLoad, .balance, .fewestMentors, .fewestGroups: true
    case .pins, .coverage, .coverageTargets, .ownOrganization, .worstFit, .leximin, .fit, .tieBreak:
      false
    }
  }

  /// Whether the goal is a worth of the mentors' loads.
  var isAboutLoads: Bool {
    self == .balance || self == .minimumLoad || self == .coverageTargets
  }
}

extension MentoringForm {
  /// What the criteria count for in this form; cohesion has a meaning in groups alone.
  func effectiveWeights(in programme: Programme) -> CriterionWeights {
    let weights = weights ?? programme.weights
    return groups == nil ? weights.without(.cohesion) ?? .standard : weights
  }
}
