import GRDB
public import MentoringModel

/// What somebody wishes for a pair or group, having looked at what was decided of it.
public struct PairWish: Sendable, Hashable {
  /// The form.
  public var form: FormID
  /// The mentor.
  public var mentor: PersonID
  /// The mentee, or the members of the group.
  public var mentees: [PersonID]
  /// The decision, or nil to take back the one that holds.
  public var kind: Decision.Kind?
  /// The decision that was seen to hold for each of the mentees, in their order; nil where none was.
  public var seen: [Decision.Kind?]

  /// Creates a wish.
  public init(
    form: FormID, mentor: PersonID, mentees: [PersonID], kind: Decision.Kind?,
    seen: [Decision.Kind?]
  ) {
    precondition(seen.count == mentees.count, "one seen decision for each mentee")
    self.form = form
    self.mentor = mentor
    self.mentees = mentees
    self.kind = kind
    self.seen = seen
  }
}

extension Registry {
  /// Decides about several pairs and groups in one transaction: all or none.
  ///
  /// Two who decide at once lose nothing: what a wish has seen is compared with what holds inside
  /// the transaction. Of what holds already nothing is written.
  ///
  /// - Returns: How many decisions were made or taken back.
  /// - Throws: ``RegistryFailure``, of which
  ///   ``RegistryFailure/overtaken(mentor:mentees:form:)`` where something else holds than was
  ///   seen, ``RegistryFailure/notProposed(mentor:mentees:form:)`` where what is approved or turned
  ///   down is not proposed, ``RegistryFailure/noDecision(_:)`` where what is taken back was not
  ///   decided in the registry.
  /// - Complexity: O(*n* + *w*) for *n* people, proposals and decisions, and *w* wishes.
  public func decide(_ wishes: [PairWish]) throws(RegistryFailure) -> Int {
    try write { database in
      let people = try People(in: database)
      let decisions = try decisions(in: database)
      let ledger = DecisionLedger(decisions)
      let judge = PairJudge(
        ledger: ledger, table: try tableDecisions(in: database),
        withdrawn: try withdrawn(ledger, in: database))
      let runs = Dictionary(
        try pairs(in: database).filter { $0.run != nil }.map { (Proposed($0), $0.run) },
        uniquingKeysWith: { first, _ in first })
      var (count, taken, first) = (0, Set<Int>(), Int?.none)
      for wish in wishes {
        let mentor = try people.known(wish.mentor)
        let mentees = try wish.mentees.map { try people.known($0) }
        let kinds = wish.mentees.map { judge.kind(wish.mentor, $0, in: wish.form) }
        if kinds.allSatisfy({ $0 == wish.kind }) { continue }
        guard kinds == wish.seen else {
          throw RegistryFailure.overtaken(
            mentor: wish.mentor, mentees: wish.mentees, form: wish.form)
        }
        guard let kind = wish.kind else {
          for mentee in wish.mentees {
            guard let last = ledger.latest(on: .init(wish.mentor, mentee), in: wish.form) else {
              throw RegistryFailure.noDecision(nil)
            }
            guard taken.insert(last.id).inserted else { continue }
            _ = try takeBack(last, people, in: database)
            count += 1
          }
          continue
        }
        let run = runs[Proposed(wish)] ?? nil
        guard run != nil || [.pin, .forbid].contains(kind) else {
          throw RegistryFailure.notProposed(
            mentor: wish.mentor, mentees: wish.mentees, form: wish.form)
        }
        let id = try insert(
          RecordedDecision.Kind(kind), form: wish.form, mentor: mentor, mentees,
          run: [.pin, .forbid].contains(kind) ? nil : run, after: first, in: database)
        first = first ?? id
        count += 1
      }
      return count
    }
  }

  /// The number of the last act that changes what holds of the people of a bank: it grows when
  /// somebody decides, undoes, withdraws or is erased.
  public func lastChange() throws(RegistryFailure) -> Int {
    try read { database in
      try Int.fetchOne(
        database,
        sql: """
          SELECT max(id) FROM audit
          WHERE action IN ('pin', 'ban', 'approve', 'reject', 'withdraw', 'undo', 'purge')
          """) ?? 0
    }
  }
}

/// What a proposal is about.
private struct Proposed: Hashable {
  var form: FormID?
  var mentor: PersonID
  var mentees: Set<PersonID>

  init(_ pair: PairStanding) {
    (form, mentor, mentees) = (pair.form, pair.mentor, Set(pair.mentees))
  }

  init(_ wish: PairWish) { (form, mentor, mentees) = (wish.form, wish.mentor, Set(wish.mentees)) }
}

extension RecordedDecision.Kind {
  /// The kind that a row of the table of decisions would have.
  init(_ kind: Decision.Kind) {
    self =
      switch kind {
      case .pin: .pin
      case .forbid: .ban
      case .approve: .approve
      case .reject: .reject
      }
  }
}
