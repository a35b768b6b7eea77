import GRDB
public import MentoringModel

/// What a decision changed.
public struct DecisionReport: Sendable, Hashable {
  /// The pairs and groups of which it was decided.
  public var decided: [PairStanding]
  /// Those of which the same was decided before: nothing was written for them.
  public var unchanged: [PairStanding]
}

/// What a withdrawal changed.
public struct WithdrawalReport: Sendable, Hashable {
  /// Who withdrew.
  public var person: PersonID
  /// The other ids under which he stands in the bank; they are taken out with him.
  public var otherIDs: [PersonID]
  /// Whether he had withdrawn before: then nothing was written.
  public var isUnchanged: Bool
  /// The approved and pinned pairs and groups that fall with it.
  public var fallen: [PairStanding]
}

extension Registry {
  /// All decisions, from the first on, undone ones too.
  public func decisions() throws(RegistryFailure) -> [RecordedDecision] {
    try read { database in try decisions(in: database) }
  }

  /// Approves proposals of the latest runs.
  ///
  /// - Throws: ``RegistryFailure/notProposed(mentor:mentees:form:)`` where none is meant,
  ///   ``RegistryFailure/severalForms(_:)`` where a pair is meant that two forms propose.
  public func approve(_ selection: PairSelection) throws(RegistryFailure) -> DecisionReport {
    try judge(selection, .approve)
  }

  /// Rejects proposals of the latest runs: the mentor is not proposed to these mentees again.
  ///
  /// - Throws: as ``approve(_:)``.
  public func reject(_ selection: PairSelection) throws(RegistryFailure) -> DecisionReport {
    try judge(selection, .reject)
  }

  /// Pins a pair, whether it was proposed or not.
  ///
  /// - Throws: ``RegistryFailure/unknownPerson(_:suggestion:)``.
  public func pin(
    mentor: PersonID, mentees: [PersonID], form: FormID? = nil
  ) throws(RegistryFailure) -> DecisionReport {
    try rule(mentor, mentees, form, .pin)
  }

  /// Bans a pair.
  ///
  /// - Throws: ``RegistryFailure/unknownPerson(_:suggestion:)``.
  public func ban(
    mentor: PersonID, mentees: [PersonID], form: FormID? = nil
  ) throws(RegistryFailure) -> DecisionReport {
    try rule(mentor, mentees, form, .ban)
  }

  /// Takes a person, under every id, out of every run and export to come.
  ///
  /// - Throws: ``RegistryFailure/unknownPerson(_:suggestion:)``.
  public func withdraw(_ person: PersonID) throws(RegistryFailure) -> WithdrawalReport {
    try write { database in
      let people = try People(in: database)
      let key = try people.known(person)
      let isUnchanged = DecisionLedger(try decisions(in: database)).withdrawn.contains(person)
      let others = try otherIDs(of: person, in: database)
      let ids = Set(others + [person])
      let fallen = try pairs(in: database).filter { pair in
        guard pair.people.contains(where: ids.contains) else { return false }
        if case .approved = pair.state { return true }
        return pair.isPinned
      }
      if !isUnchanged {
        try insert(.withdraw, form: nil, mentor: nil, [key], run: nil, in: database)
      }
      return WithdrawalReport(
        person: person, otherIDs: others, isUnchanged: isUnchanged, fallen: fallen)
    }
  }

  /// Takes a decision back; what was decided before it holds again.
  ///
  /// - Parameter id: The decision, or nil for the latest that stands.
  /// - Returns: The decision.
  /// - Throws: ``RegistryFailure/noDecision(_:)``.
  public func undo(_ id: Int? = nil) throws(RegistryFailure) -> RecordedDecision {
    try write { database in
      let all = try decisions(in: database)
      let standing = all.last { $0.undone == nil && (id == nil || $0.id == id) }
      guard let decision = standing else { throw RegistryFailure.noDecision(id) }
      return try takeBack(decision, try People(in: database), in: database)
    }
  }

  /// Takes everything back that was decided at once with a decision and still stands.
  ///
  /// - Parameter given: Any decision of the act, or nil for the latest act of which one stands.
  /// - Returns: The decisions, from the first on.
  /// - Throws: ``RegistryFailure/noDecision(_:)`` where none of the act stands.
  public func undo(act given: Int?) throws(RegistryFailure) -> [RecordedDecision] {
    try write { database in
      let all = try decisions(in: database).filter { $0.undone == nil }
      guard let id = given ?? all.last?.id else { throw RegistryFailure.noDecision(nil) }
      let batches = try Row.fetchAll(
        database,
        sql: """
          SELECT json_extract(detail, '$.decision') AS decision,
            json_extract(detail, '$.batch') AS batch
          FROM audit WHERE action <> 'undo' AND json_extract(detail, '$.decision') IS NOT NULL
          """
      ).map { row -> (decision: Int, first: Int) in
        let decision: Int = row["decision"]
        return (decision, row["batch"] ?? decision)
      }
      let first = batches.first { $0.decision == id }?.first
      let act = Set(batches.filter { $0.first == first }.map(\.decision))
      let standing = all.filter { act.contains($0.id) }
      guard !standing.isEmpty else { throw RegistryFailure.noDecision(id) }
      let people = try People(in: database)
      return try standing.map { try takeBack($0, people, in: database) }
    }
  }
}

extension Registry {
  /// All decisions, from the first on.
  func decisions(in database: Database) throws -> [RecordedDecision] {
    let codes = try People.codes(in: database)
    var people: [Int: [PersonID]] = [:]
    let rows = try Row.fetchCursor(
      database, sql: "SELECT decision, person FROM decision_person ORDER BY decision, place")
    while let row = try rows.next() {
      if let person = codes[row["person"]] { people[row["decision"], default: []].append(person) }
    }
    return try Row.fetchAll(
      database,
      sql: """
        SELECT decision.*, maker.name AS by, undoing.at AS undone_at, undoer.name AS undone_by
        FROM decision JOIN actor AS maker ON maker.id = decision.actor
        LEFT JOIN undoing ON undoing.decision = decision.id
        LEFT JOIN actor AS undoer ON undoer.id = undoing.actor
        ORDER BY decision.id
        """
    ).map { row in
      guard let kind = RecordedDecision.Kind(rawValue: row["kind"]) else {
        throw RegistryFailure.corrupt(path: path)
      }
      let undoneAt: String? = row["undone_at"]
      let mentor: Int64? = row["mentor"]
      let form: String? = row["form"]
      return RecordedDecision(
        id: row["id"], kind, form: form.map(FormID.init(rawValue:)),
        mentor: mentor.flatMap { codes[$0] }, people: people[row["id"]] ?? [],
        made: .init(by: row["by"], at: row["at"]),
        undone: undoneAt.map { .init(by: row["undone_by"] ?? "", at: $0) })
    }
  }

  /// Undoes a decision that stands.
  func takeBack(
    _ decision: RecordedDecision, _ people: People, in database: Database
  ) throws -> RecordedDecision {
    let (actor, time) = (try actor(in: database), timestamp)
    try database.execute(
      sql: "INSERT INTO undoing (decision, at, actor) VALUES (?, ?, ?)",
      arguments: [decision.id, time, actor])
    try Audit.add(
      .undo,
      AuditDetail(
        decision: decision.id, form: decision.form,
        people: ([decision.mentor].compactMap { $0 } + decision.people).compactMap(people.key)),
      actor: actor, at: time, in: database)
    var decision = decision
    decision.undone = .init(by: user.name, at: time)
    return decision
  }

  private func judge(
    _ selection: PairSelection, _ kind: RecordedDecision.Kind
  ) throws(RegistryFailure) -> DecisionReport {
    try write { database in
      let people = try People(in: database)
      for person in [selection.mentor].compactMap({ $0 }) + selection.mentees {
        _ = try people.known(person)
      }
      let meant = try pairs(in: database).filter {
        $0.run != nil && selection.admits($0) && (kind == .reject || !$0.isFallen)
      }
      guard !meant.isEmpty else {
        throw RegistryFailure.notProposed(
          mentor: selection.mentor, mentees: selection.mentees, form: selection.form)
      }
      let forms = Set(meant.compactMap(\.form))
      if selection.form == nil, selection.mentor != nil, !selection.mentees.isEmpty,
        forms.count > 1
      {
        throw RegistryFailure.severalForms(forms.sorted())
      }
      var report = DecisionReport(decided: [], unchanged: [])
      var first: Int?
      for var pair in meant {
        switch (kind, pair.state) {
        case (.approve, .approved), (.reject, .rejected):
          report.unchanged.append(pair)
          continue
        default: break
        }
        let id = try insert(
          kind, form: pair.form, mentor: try people.known(pair.mentor),
          try pair.mentees.map { try people.known($0) }, run: pair.run, after: first, in: database)
        first = first ?? id
        let act = RecordedDecision.Act(by: user.name, at: timestamp)
        pair.state = kind == .approve ? .approved(act) : .rejected(act)
        report.decided.append(pair)
      }
      return report
    }
  }

  private func rule(
    _ mentor: PersonID, _ mentees: [PersonID], _ form: FormID?, _ kind: RecordedDecision.Kind
  ) throws(RegistryFailure) -> DecisionReport {
    try write { database in
      let people = try People(in: database)
      let keys = (
        mentor: try people.known(mentor), mentees: try mentees.map { try people.known($0) }
      )
      let act = RecordedDecision.Act(by: user.name, at: timestamp)
      let pair = PairStanding(
        form: form, mentor: mentor, mentees: mentees, isPinned: kind == .pin,
        state: kind == .ban ? .rejected(act) : .proposed, withdrawn: [])
      let last = try decisions(in: database).last { decision in
        decision.undone == nil && decision.mentor == mentor
          && !Set(decision.people).isDisjoint(with: mentees)
      }
      if let last, last.kind == kind, last.form == form, last.people == mentees {
        return DecisionReport(decided: [], unchanged: [pair])
      }
      try insert(kind, form: form, mentor: keys.mentor, keys.mentees, run: nil, in: database)
      return DecisionReport(decided: [pair], unchanged: [])
    }
  }

  /// Writes a decision down, of an act that `first` began if it is given, and gives its number.
  @discardableResult func insert(
    _ kind: RecordedDecision.Kind, form: FormID?, mentor: Int64?, _ people: [Int64], run: Int?,
    after first: Int? = nil, in database: Database
  ) throws -> Int {
    let (actor, time) = (try actor(in: database), timestamp)
    try database.execute(
      sql: "INSERT INTO decision (at, actor, kind, form, mentor, run) VALUES (?, ?, ?, ?, ?, ?)",
      arguments: [time, actor, kind.rawValue, form?.rawValue, mentor, run])
    let id = database.lastInsertedRowID
    for (place, person) in people.enumerated() {
      try database.execute(
        sql: "INSERT INTO decision_person (decision, place, person) VALUES (?, ?, ?)",
        arguments: [id, place, person])
    }
    let action: AuditEntry.Action =
      switch kind {
      case .pin: .pin
      case .ban: .ban
      case .approve: .approve
      case .reject: .reject
      case .withdraw: .withdraw
      }
    try Audit.add(
      action,
      AuditDetail(
        run: run, decision: Int(id), batch: first, form: form,
        people: [mentor].compactMap { $0 } + people),
      actor: actor, at: time, in: database)
    return Int(id)
  }
}
