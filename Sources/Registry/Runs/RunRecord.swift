public import Foundation
import GRDB
public import MentoringModel

/// A run as a registry keeps it: what it proposed, and what proves and reproduces it.
public struct RunRecord: Sendable {
  /// A pair or group that the run proposes.
  public struct Proposal: Sendable, Hashable {
    /// The id of the match, the same over runs.
    public var match: String
    /// The form.
    public var form: FormID
    /// The mentor.
    public var mentor: PersonID
    /// The mentee, or the members of the group.
    public var mentees: [PersonID]
    /// The name of the group, where it is one.
    public var group: String?
    /// The fit, in hundredths of a percent.
    public var fit: Int
    /// Whether it was pinned.
    public var isPinned: Bool

    /// Creates a proposal.
    public init(
      match: String, form: FormID, mentor: PersonID, mentees: [PersonID], group: String? = nil,
      fit: Int, isPinned: Bool
    ) {
      self.match = match
      self.form = form
      self.mentor = mentor
      self.mentees = mentees
      self.group = group
      self.fit = fit
      self.isPinned = isPinned
    }
  }

  /// The revision of the bank that was matched.
  public var revision: Int
  /// The version of the program.
  public var version: String
  /// The solver that gave the plan.
  public var solver: String
  /// What is claimed of the plan: `optimal`, `feasible`, ….
  public var status: String
  /// Whether the verifier confirms that it is the best.
  public var isProved: Bool
  /// The forms that were matched.
  public var forms: [FormID]
  /// What is proposed.
  public var proposals: [Proposal]
  /// The bytes of `plan.json`.
  public var plan: [UInt8]
  /// The bytes of `certificate.json`.
  public var certificate: [UInt8]
  /// The bytes of `manifest.json`.
  public var manifest: [UInt8]

  /// Creates a record.
  public init(
    revision: Int, version: String, solver: String, status: String, isProved: Bool,
    forms: [FormID], proposals: [Proposal], plan: [UInt8], certificate: [UInt8],
    manifest: [UInt8]
  ) {
    self.revision = revision
    self.version = version
    self.solver = solver
    self.status = status
    self.isProved = isProved
    self.forms = forms
    self.proposals = proposals
    self.plan = plan
    self.certificate = certificate
    self.manifest = manifest
  }
}

/// A run in the list of runs.
public struct RecordedRun: Sendable, Hashable {
  /// The number.
  public var id: Int
  /// Who ran it, and when.
  public var act: RecordedDecision.Act
  /// The revision of the bank.
  public var revision: Int
  /// The version of the program.
  public var version: String
  /// The solver.
  public var solver: String
  /// What was claimed of the plan.
  public var status: String
  /// Whether it was proved to be the best.
  public var isProved: Bool
  /// The forms.
  public var forms: [FormID]
  /// The pairs and groups that were proposed.
  public var proposals: Int
}

/// A file of a run.
public enum RunDocument: String, Sendable, Hashable, CaseIterable {
  /// `plan.json`.
  case plan
  /// `certificate.json`.
  case certificate
  /// `manifest.json`.
  case manifest
}

extension Registry {
  /// Keeps a run, in one transaction.
  ///
  /// - Returns: The number of the run.
  /// - Throws: ``RegistryFailure``, ``RegistryFailure/outdated(path:)`` where somebody was erased
  ///   after the bank was read.
  public func record(_ run: RunRecord) throws(RegistryFailure) -> Int {
    try write { database in
      let isErased = try Bool.fetchOne(
        database,
        sql: "SELECT EXISTS (SELECT 1 FROM revision WHERE kind = 'purge' AND id > ?)",
        arguments: [run.revision])
      guard isErased == false else { throw RegistryFailure.outdated(path: path) }
      let (actor, time) = (try actor(in: database), timestamp)
      let documents = try [run.plan, run.certificate, run.manifest].map {
        try Documents.add($0, in: database)
      }
      try database.execute(
        sql: """
          INSERT INTO run
            (at, actor, revision, version, solver, status, proved, plan, certificate, manifest)
          VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
          """,
        arguments: [
          time, actor, run.revision, run.version, run.solver, run.status, run.isProved,
          documents[0], documents[1], documents[2],
        ])
      let id = Int(database.lastInsertedRowID)
      for form in run.forms {
        try database.execute(
          sql: "INSERT INTO run_form (run, form) VALUES (?, ?)", arguments: [id, form.rawValue])
      }
      try insert(run.proposals, of: id, in: database)
      try Audit.add(
        .run, AuditDetail(revision: run.revision, run: id, counts: ["pairs": run.proposals.count]),
        actor: actor, at: time, in: database)
      return id
    }
  }

  private func insert(
    _ proposals: [RunRecord.Proposal], of run: Int, in database: Database
  ) throws {
    let people = try People(in: database)
    let inserting = try database.makeStatement(
      sql: """
        INSERT INTO proposal (run, form, match, mentor, group_name, fit, pinned)
        VALUES (?, ?, ?, ?, ?, ?, ?)
        """)
    let joining = try database.makeStatement(
      sql: "INSERT INTO proposal_person (proposal, place, person) VALUES (?, ?, ?)")
    for proposal in proposals {
      try inserting.execute(arguments: [
        run, proposal.form.rawValue, proposal.match, try people.known(proposal.mentor),
        proposal.group, proposal.fit, proposal.isPinned,
      ])
      let id = database.lastInsertedRowID
      for (place, mentee) in proposal.mentees.enumerated() {
        try joining.execute(arguments: [id, place, try people.known(mentee)])
      }
    }
  }

  /// The runs, from the first on.
  public func runs() throws(RegistryFailure) -> [RecordedRun] {
    try read { database in
      let forms = Dictionary(
        grouping: try Row.fetchAll(database, sql: "SELECT run, form FROM run_form ORDER BY rowid")
      ) { $0["run"] as Int }
      return try Row.fetchAll(
        database,
        sql: """
          SELECT run.*, actor.name AS by,
            (SELECT count(*) FROM proposal WHERE proposal.run = run.id) AS proposals
          FROM run JOIN actor ON actor.id = run.actor ORDER BY run.id
          """
      ).map { row in
        RecordedRun(
          id: row["id"], act: .init(by: row["by"], at: row["at"]), revision: row["revision"],
          version: row["version"], solver: row["solver"], status: row["status"],
          isProved: row["proved"],
          forms: (forms[row["id"]] ?? []).map { FormID(rawValue: $0["form"]) },
          proposals: row["proposals"])
      }
    }
  }

  /// A file of a run for handing out, or nil where there is no such run: those who have withdrawn
  /// since stand in it by their pseudonyms.
  ///
  /// - Complexity: O(*w* · *b*) for *w* people who have withdrawn and *b* bytes.
  public func shownDocument(
    _ document: RunDocument, ofRun run: Int
  ) throws(RegistryFailure) -> [UInt8]? {
    guard let data = try self.document(document, ofRun: run) else { return nil }
    return try read { database in
      let withdrawn = try withdrawn(
        DecisionLedger(try decisions(in: database)), in: database)
      return try withdrawn.sorted().reduce(Array(data)) { bytes, person in
        try Erasure(of: person, in: database).json(bytes)
      }
    }
  }

  /// A file of a run as it was kept, or nil where there is no such run.
  public func document(
    _ document: RunDocument, ofRun run: Int
  ) throws(RegistryFailure) -> Data? {
    try read { database in
      try Data.fetchOne(
        database,
        sql: """
          SELECT bytes FROM run JOIN document ON document.id = run.\(document.rawValue)
          WHERE run.id = ?
          """, arguments: [run])
    }
  }
}
