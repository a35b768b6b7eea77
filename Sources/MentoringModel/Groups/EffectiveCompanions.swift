/// Who keeps together and who keeps apart in a form, from the programme and the curator's decisions.
public struct EffectiveCompanions: Sendable, Hashable {
  /// Those who keep together: disjoint sets, each in the order of the lists.
  public private(set) var together: [[PersonID]]
  /// Those of whom at most one stands in a group.
  public private(set) var apart: [[PersonID]]
  /// What is to keep apart two who keep together; it is left out of ``apart``.
  public private(set) var contradictions: [Contradiction]

  /// Two people who keep together and are to keep apart.
  public struct Contradiction: Sendable, Hashable {
    /// What asks to keep them apart.
    public var apart: Companions
    /// One of the two.
    public var one: PersonID
    /// The other.
    public var other: PersonID
  }

  /// Collects the companions of a form; one without groups has none.
  ///
  /// - Complexity: O(*n*²) for *n* people who keep together.
  public init(of form: MentoringForm, in bank: Bank) {
    let all =
      form.groups.map { $0.companions + bank.companions.filter { $0.concerns(form.id) } } ?? []
    together = []
    for company in all where company.kind == .together {
      var joined = company.people
      for set in together where !Set(set).isDisjoint(with: joined) {
        joined = set + joined.filter { !set.contains($0) }
      }
      let members = Set(joined)
      together.removeAll { !members.isDisjoint(with: $0) }
      together.append(joined)
    }
    (apart, contradictions) = ([], [])
    for list in all where list.kind == .apart {
      let pair = together.lazy.map { set in list.people.filter(set.contains) }
        .first { $0.count > 1 }
      if let pair {
        contradictions.append(Contradiction(apart: list, one: pair[0], other: pair[1]))
      } else {
        apart.append(list.people)
      }
    }
  }
}
