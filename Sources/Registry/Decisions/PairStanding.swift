import Foundation
import GRDB
public import MentoringModel

/// A pair or group with what was decided of it.
public struct PairStanding: Sendable, Hashable {
  /// What was decided.
  public enum State: Sendable, Hashable {
    /// Nothing yet.
    case proposed
    /// It stands.
    case approved(RecordedDecision.Act)
    /// It must not be.
    case rejected(RecordedDecision.Act)
  }

  /// The latest run of its form that proposes it, or nil where none does any more.
  public var run: Int?
  /// The id of the match in the plan.
  public var match: String?
  /// The form, or nil where a decision speaks of all.
  public var form: FormID?
  /// The mentor.
  public var mentor: PersonID
  /// The mentee, or the members of the group.
  public var mentees: [PersonID]
  /// The name of the group, where it is one.
  public var group: String?
  /// The fit in hundredths of a percent, where it is proposed.
  public var fit: Int?
  /// Whether the plan holds it as pinned.
  public var isPinned: Bool
  /// What was decided.
  public var state: State
  /// Those of its people who have withdrawn: with any, it falls.
  public var withdrawn: [PersonID]

  /// Whether it cannot stand because somebody has withdrawn.
  public var isFallen: Bool { !withdrawn.isEmpty }

  /// The mentor and the mentees.
  public var people: [PersonID] { [mentor] + mentees }
}

/// Which pairs and groups a command means: all of whom everything stated is true.
public struct PairSelection: Sendable, Hashable {
  /// The form, or nil for any.
  public var form: FormID?
  /// The mentor, or nil for any.
  public var mentor: PersonID?
  /// Mentees who are all in it.
  public var mentees: [PersonID]

  /// Creates a selection; with nothing stated it means everything.
  public init(form: FormID? = nil, mentor: PersonID? = nil, mentees: [PersonID] = []) {
    self.form = form
    self.mentor = mentor
    self.mentees = mentees
  }

  /// Whether a pair is meant.
  public func admits(_ pair: PairStanding) -> Bool {
    (form == nil || pair.form == form) && (mentor == nil || pair.mentor == mentor)
      && mentees.allSatisfy(pair.mentees.contains)
  }
}

extension Registry {
  /// The pairs and groups that the latest run of each form proposes, then those that are approved
  /// or pinned in the registry and are not proposed any more.
  ///
  /// A group is approved when the mentor is approved for every member, and rejected when he is
  /// rejected for one.
  ///
  /// - Parameter form: The form, or nil for all.
  /// - Returns: The pairs and groups, each with its state.
  /// - Throws: ``RegistryFailure``.
  public func pairs(in form: FormID? = nil) throws(RegistryFailure) -> [PairStanding] {
    try read { database in
      try pairs(in: database).filter { form == nil || $0.form == form || $0.form == nil }
    }
  }

  /// The pairs and groups with their states.
  func pairs(in database: Database) throws -> [PairStanding] {
    let decisions = try decisions(in: database)
    let ledger = DecisionLedger(decisions)
    let judge = PairJudge(
      ledger: ledger, table: try tableDecisions(in: database),
      withdrawn: try withdrawn(ledger, in: database))
    let proposed = try proposals(in: database).map(judge.judged)
    let shown = Set(
      proposed.flatMap { pair in pair.mentees.map { Shown(pair.form, pair.mentor, $0) } })
    let others = decisions.filter { $0.undone == nil && $0.kind.effect?.fixes == true }.compactMap {
      decision -> PairStanding? in
      guard let mentor = decision.mentor, ledger.holds(decision),
        !decision.people.contains(where: { shown.contains(Shown(decision.form, mentor, $0)) })
      else { return nil }
      let isProposed =
        decision.form == nil
        && decision.people.allSatisfy { mentee in
          proposed.contains { $0.mentor == mentor && $0.mentees.contains(mentee) }
        }
      guard !isProposed else { return nil }
      return judge.judged(
        PairStanding(
          form: decision.form, mentor: mentor, mentees: decision.people, isPinned: true,
          state: decision.kind == .approve ? .approved(decision.made) : .proposed, withdrawn: []))
    }
    return proposed + others
  }

  /// Everybody who has withdrawn, by every id: by a decision, or by the consent in the current
  /// tables.
  func withdrawn(_ ledger: DecisionLedger, in database: Database) throws -> Set<PersonID> {
    let byConsent = ["mentor", "mentee"].map {
      """
      SELECT code FROM \($0) JOIN person ON person.id = person
      WHERE until IS NULL AND json_extract(profile, '$.person.dataConsent.state') = 'withdrawn'
      """
    }
    let codes = try String.fetchSet(database, sql: byConsent.joined(separator: " UNION "))
    let named = ledger.withdrawn.union(codes.map(PersonID.init(rawValue:)))
    return try named.reduce(into: named) { ids, person in
      ids.formUnion(try otherIDs(of: person, in: database))
    }
  }

  /// The other ids under which a person surely is in the latest bank, or was in the last one that
  /// had the person.
  func otherIDs(of person: PersonID, in database: Database) throws -> [PersonID] {
    let lists = try ["mentor", "mentee"].compactMap { table in
      try String.fetchOne(
        database,
        sql: """
          SELECT json_extract(profile, '$.person.otherIDs') FROM \(table)
          WHERE person = (SELECT id FROM person WHERE code = ?)
          ORDER BY until IS NULL DESC, until DESC LIMIT 1
          """, arguments: [person.rawValue])
    }
    let ids = try lists.flatMap { try JSONDecoder().decode([PersonID].self, from: Data($0.utf8)) }
    return Set(ids).subtracting([person]).sorted()
  }

  /// The decisions of the table in the latest bank.
  func tableDecisions(
    in database: Database
  ) throws -> [DecisionLedger.Pair: [Decision]] {
    let rows = try Row.fetchAll(
      database,
      sql: "SELECT profile, format FROM bank_decision WHERE until IS NULL ORDER BY place, id")
    let decisions = try rows.map { try Decision(content: $0["profile"], format: $0["format"]) }
    return Dictionary(grouping: decisions) { DecisionLedger.Pair($0.mentor, $0.mentee) }
  }

  private struct Shown: Hashable {
    var form: FormID?
    var mentor: PersonID
    var mentee: PersonID

    init(_ form: FormID?, _ mentor: PersonID, _ mentee: PersonID) {
      self.form = form
      self.mentor = mentor
      self.mentee = mentee
    }
  }

  /// What the latest run of each form proposes, undecided.
  private func proposals(in database: Database) throws -> [PairStanding] {
    let codes = try People.codes(in: database)
    var members: [Int64: [PersonID]] = [:]
    let latest = """
      SELECT proposal.* FROM proposal
      JOIN (SELECT form, max(run) AS run FROM run_form GROUP BY form) AS latest
        ON latest.form = proposal.form AND latest.run = proposal.run
      """
    let rows = try Row.fetchCursor(
      database,
      sql: """
        SELECT proposal, person FROM proposal_person
        WHERE proposal IN (SELECT id FROM (\(latest))) ORDER BY proposal, place
        """)
    while let row = try rows.next() {
      if let person = codes[row["person"]] { members[row["proposal"], default: []].append(person) }
    }
    return try Row.fetchAll(database, sql: latest + " ORDER BY proposal.id").compactMap { row in
      guard let mentor = codes[row["mentor"]] else { return nil }
      return PairStanding(
        run: row["run"], match: row["match"], form: FormID(rawValue: row["form"]), mentor: mentor,
        mentees: members[row["id"]] ?? [], group: row["group_name"], fit: row["fit"],
        isPinned: row["pinned"], state: .proposed, withdrawn: [])
    }
  }
}
