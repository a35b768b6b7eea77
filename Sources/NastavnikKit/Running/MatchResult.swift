import AssignmentKernel
public import Matching
public import MentoringModel
public import Reports

/// What a run gave: the plan, what was found in the data, and what proves and reproduces it.
public struct MatchResult: Sendable {
  /// The plan with the names it needs.
  public var subject: ReportSubject
  /// What was found in the data.
  public var findings: [Finding]
  /// The solution with its verification.
  public var verified: SolvedMatching
  /// The problem that was solved.
  public var problem: MatchingProblem
  /// What the plan came from.
  public var manifest: RunManifest

  /// Whether the time limit ended the work before the optimum was proved.
  public var wasStopped: Bool { verified.wasStopped }

  /// The files of the run, the same bytes for the same inputs.
  public var artefacts: [Artefact] {
    [
      Artefact("plan.json", PlanDocument.value(of: subject).document),
      Artefact("certificate.json", certificate.document),
      Artefact("manifest.json", ManifestDocument.value(of: manifest).document),
    ]
  }

  private var certificate: JSONValue {
    switch verified {
    case .pairs(let verified):
      CertificateDocument.value(
        of: CertificateRecord(
          of: verified.solution, verification: verified.verification,
          problem: problem.assignment, instance: CertificateInstance(problem)))
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
