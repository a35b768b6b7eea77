public import MentoringModel
public import Wording

/// What two plans differ in: goal by goal, and who moves.
public struct PlanDifference: Sendable, Hashable {
  /// One a goal, in the order of the programme; the goals that stay as they are included.
  public var goals: [GoalChange]
  /// Who gets another mentor, finds one or loses one: a chain, each move making room for the next
  /// where one does.
  public var moves: [PlanMove]
  /// Whether no other plan of the kind is better; false where the time was up, and then the goals
  /// are empty if none was found.
  public var isProved = true

  /// Whether both plans are equally good: only the choice among equals differs, if anything.
  public var isTie: Bool {
    !goals.isEmpty && goals.allSatisfy { $0.goal == .tieBreak || $0.change == 0 }
  }

  /// The goals that change, in words, most important first.
  public var text: Text {
    guard isProved || !goals.isEmpty else {
      return Text(
        ru: "за отведённое время такой план не найден",
        en: "no such plan was found in the time given")
    }
    let changed = goals.compactMap { $0.goal == .tieBreak ? nil : $0.text }
    let text =
      changed.isEmpty
      ? Text(ru: "все цели достигнуты так же", en: "every goal is reached as well")
      : changed.joined(separator: "; ")
    return isProved
      ? text : text + Text(ru: " (не доказано: время вышло)", en: " (not proved: the time was up)")
  }
}

/// What happens to one goal.
public struct GoalChange: Sendable, Hashable {
  /// The goal.
  public var goal: ObjectiveTier
  /// Its sum in the plan as it is.
  public var before: Int
  /// Its sum in the other plan.
  public var after: Int
  /// In words, or nil where nothing changes.
  public var text: Text?
  /// The same two as a curator counts them, or nil where the sums are counts already.
  public var plain: PlainChange?

  /// Above 0 for a gain, below 0 for a loss.
  public var change: Int { after - before }
}

/// A goal in two plans as a curator counts it.
public struct PlainChange: Sendable, Hashable {
  /// In the plan as it is.
  public var before: PlainGoal
  /// In the other plan.
  public var after: PlainGoal

  /// Creates a change; nil where the goal is not told otherwise in both.
  init?(_ before: PlainGoal?, _ after: PlainGoal?) {
    guard let before, let after else { return nil }
    self.before = before
    self.after = after
  }
}

/// A request profile that gets another mentor, finds one or loses the one it has.
public struct PlanMove: Sendable, Hashable {
  /// The form.
  public var form: FormID
  /// The mentees.
  public var mentees: [PersonID]
  /// The name of the group, where it is one.
  public var group: String?
  /// The mentor and the fit in the plan as it is, or nil.
  public var before: Partner?
  /// The mentor and the fit in the other plan, or nil.
  public var after: Partner?

  /// A mentor with the fit of the pair.
  public struct Partner: Sendable, Hashable {
    /// The mentor.
    public var mentor: PersonID
    /// The fit of the pair, 0…10,000.
    public var fit: Int
    /// Whether a curator fixed the pair.
    public var isPinned: Bool
    /// What the group is about, or nil for a pair.
    public var topic: CompetencyID?
  }
}

extension [PlanMove] {
  /// The moves as a chain: each that takes over a mentor whom the one before left, as far as
  /// they go, then the rest in order.
  func chained(from first: PlanMove? = nil) -> [PlanMove] {
    var rest = self
    var chain: [PlanMove] = []
    var next = first.flatMap { rest.firstIndex(of: $0) } ?? rest.indices.first
    while let index = next {
      let move = rest.remove(at: index)
      chain.append(move)
      next =
        rest.firstIndex { $0.form == move.form && $0.before?.mentor == move.after?.mentor }
        ?? rest.indices.first
    }
    return chain
  }
}
