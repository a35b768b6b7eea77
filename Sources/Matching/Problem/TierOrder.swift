import MentoringModel

extension ObjectiveTier {
  /// The goals of a programme with those that follow from its forms.
  ///
  /// As few groups as possible is asked right before the fit, so that no group opens for the sake
  /// of a better fit; where the fit comes before coverage, right after coverage, since otherwise no
  /// group would open at all.
  static func inOrder(of programme: Programme, opensFewest: Bool) -> [ObjectiveTier] {
    var tiers = programme.tiers.filter { $0 != .tieBreak && $0 != .fewestGroups }
    if opensFewest {
      let coverage = tiers.firstIndex(of: .coverage).map { $0 + 1 } ?? 0
      let fit = tiers.firstIndex(of: .fit) ?? tiers.count
      tiers.insert(.fewestGroups, at: max(coverage, fit))
    }
    return tiers + [.tieBreak]
  }
}

extension MentoringForm {
  /// What the criteria count for in this form; cohesion has a meaning in groups alone.
  func effectiveWeights(in programme: Programme) -> CriterionWeights {
    let weights = weights ?? programme.weights
    return groups == nil ? weights.without(.cohesion) ?? .standard : weights
  }
}
