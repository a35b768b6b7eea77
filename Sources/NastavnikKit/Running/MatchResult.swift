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
  public var verified: VerifiedSolution
  /// The problem that was solved.
  public var problem: MatchingProblem
  /// What the plan came from.
  public var manifest: RunManifest

  /// Whether the time limit ended the work before the optimum was proved.
  public var wasStopped: Bool { verified.wasStopped }

  /// The files of the run, the same bytes for the same inputs.
  public var artefacts: [Artefact] {
    let certificate = CertificateRecord(
      of: verified.solution, verification: verified.verification, problem: problem.assignment,
      instance: CertificateInstance(problem))
    return [
      Artefact("plan.json", PlanDocument.value(of: subject).document),
      Artefact("certificate.json", CertificateDocument.value(of: certificate).document),
      Artefact("manifest.json", ManifestDocument.value(of: manifest).document),
    ]
  }
}
