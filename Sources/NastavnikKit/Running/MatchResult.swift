import AssignmentKernel
public import Matching
public import MentoringModel
public import Orders
public import Reports
public import Wording

/// What a run gave: the plan, what was found in the data, and what proves and reproduces it.
public struct MatchResult: Sendable {
  /// The plan with the names it needs.
  public var subject: ReportSubject
  /// The banks that it was made of.
  public var bank: Bank
  /// What was found in the data.
  public var findings: [Finding]
  /// The solution with its verification.
  public var verified: VerifiedMatching
  /// The problem that was solved, over all pairs or over those that were worked on.
  public var problem: MatchingProblem
  /// Whether ``problem`` is over all pairs that the rules allow.
  ///
  /// Whatever it is, the plan was verified over all of them.
  public var hasAllPairs: Bool
  /// What the plan came from.
  public var manifest: RunManifest
  /// What made the problem, for whatever else is to be counted of its people.
  public var matcher: Matcher
  /// Where the time went; the only thing here that is not the same for the same inputs.
  public var timings: MatchTimings

  /// Whether the time limit ended the work before the optimum was proved.
  public var wasStopped: Bool { verified.wasStopped }

  /// The proposals for the order generator.
  public var orderBatch: OrderBatch {
    OrderBatchBuilder(subject, bank: bank).batch(manifest: ManifestDocument.value(of: manifest))
  }

  /// The files of the run, the same bytes for the same inputs.
  public var artefacts: [Artefact] {
    let documents: [(name: String, value: @Sendable () -> JSONValue)] = [
      ("plan.json", { [subject] in PlanDocument.value(of: subject) }),
      ("certificate.json", { certificate }),
      ("manifest.json", { [manifest] in ManifestDocument.value(of: manifest) }),
    ]
    return InParallel.map(documents.count) { index in
      Artefact(documents[index].name, bytes: documents[index].value().bytes)
    }
  }

  /// The reports that a curator reads, the same bytes for the same inputs.
  ///
  /// - Parameters:
  ///   - formats: Which of them.
  ///   - language: The language in which they are written.
  /// - Returns: The files, in the order of the formats.
  /// - Throws: ``RunFailure/unwritable(path:)`` where there is no room for a workbook in the making.
  public func reports(
    _ formats: some Sequence<ReportFormat>, in language: Language
  ) throws(RunFailure) -> [Artefact] {
    let parts = ReportFormat.allCases.filter(Set(formats).contains).flatMap(\.files)
    guard !parts.isEmpty else { return [] }
    let report = PlanReport(
      subject, balance: matcher.balance(of: subject.plan), bank: matcher.bank, manifest: manifest,
      solver: verified.solver.text)
    let files = InParallel.map(parts.count) { index in
      Result { try parts[index].contents(report, language) }
    }
    return try zip(parts, files).map { part, file throws(RunFailure) in
      guard case .success(let bytes) = file else { throw .unwritable(path: part.name) }
      return Artefact(part.name, bytes: bytes)
    }
  }

  private var certificate: JSONValue {
    switch verified {
    case .pairs(let verified):
      CertificateDocument.value(
        of: CertificateRecord(
          of: verified.solution, verification: verified.verification,
          problem: problem.assignment,
          instance: CertificateInstance(problem, isComplete: hasAllPairs)))
    case .groups(let verified): groupCertificate(verified)
    }
  }

  private func groupCertificate(_ verified: VerifiedGroupSolution) -> JSONValue {
    guard let instance = GroupInstance(problem) else { return .null }
    return GroupCertificateDocument.value(
      of: GroupCertificateRecord(
        of: verified.solution, verification: verified.verification, problem: instance.problem),
      instance: instance)
  }
}
