/// What a verifier found about a plan, with groups that open or without.
public protocol ClaimCheck {
  /// Whether the plan breaks nothing.
  var isFeasible: Bool { get }
  /// Whether the plan breaks nothing and is proved to be best.
  var provesOptimality: Bool { get }
  /// Whether it is proved that there is no plan.
  var provesInfeasibility: Bool { get }
}

extension ClaimCheck {
  /// Whether the checks bear out what a solver claims.
  public func confirms(_ status: SolveStatus) -> Bool {
    switch status {
    case .optimal: provesOptimality
    case .infeasible: provesInfeasibility
    case .feasible: isFeasible
    case .unknown: true
    }
  }
}
