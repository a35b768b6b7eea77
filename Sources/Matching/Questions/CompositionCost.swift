import AssignmentKernel
public import MentoringModel
public import Wording

/// What a rule of composition costs: the best plan without it against the plan as it is.
public struct CompositionCost: Sendable, Hashable {
  /// The form.
  public var form: FormID
  /// The number of the rule in the form's list, from 1.
  public var rule: Int
  /// The rule.
  public var requirement: CompositionRequirement
  /// What the best plan without the rule changes.
  public var difference: PlanDifference

  /// Whether the rule costs nothing: without it no plan is better in any goal.
  public var isFree: Bool { difference.isProved && difference.isTie }

  /// The cost in a sentence.
  public var text: Text {
    let told = Text(
      ru: " состава \(rule) (\(requirement.text.ru))",
      en: " of composition \(rule) (\(requirement.text.en))")
    return isFree
      ? Text(ru: "Правило", en: "Rule") + told
        + Text(ru: " ничего не стоит.", en: " costs nothing.")
      : Text(ru: "Без правила", en: "Without rule") + told + Text(same: ": ") + difference.text
        + Text(same: ".")
  }
}

extension SolvedMatching {
  /// What each rule of composition costs, form by form, in the order of the programme.
  ///
  /// Each cost is the difference of two plans, the one as it is and the best without the rule; where
  /// the limits of the matching end first, ``PlanDifference/isProved`` says so.
  ///
  /// - Parameters:
  ///   - form: The form asked about, or nil for all.
  ///   - progress: Told the number of rules that were looked into.
  /// - Returns: A cost for each rule.
  /// - Throws: ``QuestionFailure``.
  /// - Complexity: a solve from the plan for each rule.
  public func compositionCosts(
    in form: FormID? = nil, progress: @Sendable (_ tried: Int) -> Void = { _ in }
  ) throws(QuestionFailure) -> [CompositionCost] {
    var costs: [CompositionCost] = []
    let placements = unchanged.placements
    for roster in matcher.rosters where form == nil || form == roster.setting.form.id {
      let form = roster.setting.form
      for (place, requirement) in (form.groups?.composition ?? []).enumerated() {
        costs.append(
          CompositionCost(
            form: form.id, rule: place + 1, requirement: requirement,
            difference: try difference(
              .anyComposition(form.id, rule: place), from: placements)))
        progress(costs.count)
      }
    }
    return costs
  }

  /// What the best plan with a change is unlike the plan as it is.
  private func difference(
    _ change: SingleChange, from placements: [ProfileKey: PlanMove.Partner]
  ) throws(QuestionFailure) -> PlanDifference {
    let changed = change.applied(to: matcher.programme, matcher.bank)
    let variant: Variant
    do {
      variant = try self.variant(changed.programme, changed.bank, needingProof: false)
    } catch .unproved {
      return PlanDifference(goals: [], moves: [], isProved: false)
    } catch {
      throw error
    }
    return PlanDifference(
      goals: gain(of: variant).goals,
      moves: placements.moves(to: variant.placements).chained(),
      isProved: variant.isProved)
  }
}
