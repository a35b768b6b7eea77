import MentoringModel

/// Tells what was decided of pairs and groups, in the registry or, where it says nothing, in the
/// table of decisions.
struct PairJudge {
  /// The decisions of the registry.
  let ledger: DecisionLedger
  /// Those of the table.
  let table: [DecisionLedger.Pair: [Decision]]
  /// Everybody who has withdrawn.
  let withdrawn: Set<PersonID>

  /// What holds for one mentor and one mentee in a form.
  private struct Ruling {
    var kind: Decision.Kind
    var act: RecordedDecision.Act
    /// Later decisions have greater numbers, those of the table 0.
    var number: Int
  }

  /// A pair with its state.
  func judged(_ pair: PairStanding) -> PairStanding {
    var pair = pair
    pair.withdrawn = pair.people.filter(withdrawn.contains)
    guard let form = pair.form else { return pair }
    let rulings = pair.mentees.map { ruling(on: .init(pair.mentor, $0), in: form) }
    let known = rulings.compactMap { $0 }
    if let ban = known.filter({ !$0.kind.fixes }).max(by: { $0.number < $1.number }) {
      pair.state = .rejected(ban.act)
    } else if !rulings.isEmpty, rulings.allSatisfy({ $0?.kind == .approve }),
      let last = known.max(by: { $0.number < $1.number })
    {
      pair.state = .approved(last.act)
    } else {
      pair.state = .proposed
    }
    return pair
  }

  /// What holds for a mentor and a mentee in a form, or nil.
  func kind(_ mentor: PersonID, _ mentee: PersonID, in form: FormID) -> Decision.Kind? {
    ruling(on: .init(mentor, mentee), in: form)?.kind
  }

  private func ruling(on pair: DecisionLedger.Pair, in form: FormID) -> Ruling? {
    if let decision = ledger.latest(on: pair, in: form), let kind = decision.kind.effect {
      return Ruling(kind: kind, act: decision.made, number: decision.id)
    }
    return table[pair]?.last { $0.concerns(form) }.map { row in
      Ruling(
        kind: row.kind, act: .init(by: row.decidedBy, at: row.decidedOn?.description ?? ""),
        number: 0)
    }
  }
}
