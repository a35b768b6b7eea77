public import AssignmentKernel
import BankIO
import Foundation
import Matching
import MentoringModel
import Reports

/// Checks certificates: alone, with an instance, or with the banks that a plan came from.
public enum CertificateCheck {
  /// Checks a certificate that holds its own instance.
  public static func check(certificate path: String) throws(RunFailure) -> Verdict {
    let record = try record(at: path)
    guard let problem = record.instance?.problem else { throw .certificate(.noInstance) }
    return try verdict(on: record, problem)
  }

  /// Checks a certificate against an instance that was read from elsewhere.
  public static func check(
    certificate path: String, of problem: AssignmentProblem
  ) throws(RunFailure) -> Verdict {
    try verdict(on: try record(at: path), problem)
  }

  /// Checks a certificate on groups against an instance that was read from elsewhere.
  public static func check(
    certificate path: String, of problem: GroupProblem
  ) throws(RunFailure) -> GroupVerdict {
    let bytes = try InputFiles.bytes(at: path)
    do {
      let record = try GroupCertificateReader.read(bytes)
      let verification = try record.verify(on: problem)
      let objections =
        record.isBorneOut(by: verification)
        ? [] : verification.violations.map(\.text) + [.notBorneOut(record.status)]
      return GroupVerdict(
        claim: record.status, verification: verification, objections: objections)
    } catch {
      throw .certificate(error)
    }
  }

  /// Rebuilds problem and plan from a programme folder and compares them with the files of a run.
  ///
  /// Where the certificate lists only some pairs, the proof is held against all pairs that the banks
  /// make.
  public static func check(plan output: String, of folder: String) throws(RunFailure) -> Verdict {
    try check(plan: output, of: folder, listedLimit: PreparedPairs.listedLimit)
  }

  static func check(
    plan output: String, of folder: String, listedLimit: Int
  ) throws(RunFailure) -> Verdict {
    let record = try record(at: output + "/certificate.json")
    let planFile = try InputFiles.bytes(at: output + "/plan.json")
    let prepared = try PreparedMatching(
      MatchRequest(folder: folder, forms: try forms(of: output + "/manifest.json")),
      listedLimit: listedLimit)
    let verdict: Verdict?
    switch prepared.pairs {
    case .listed(let problem):
      verdict = try Self.verdict(on: record, planFile, of: problem, prepared)
    case .onDemand(let matching):
      verdict = try Self.verdict(on: record, planFile, of: matching, prepared)
    }
    if let verdict { return verdict }
    var other = try check(certificate: output + "/certificate.json")
    other.objections.append(.otherBanks)
    return other
  }

  /// The verdict where all pairs are in the file; nil where the banks make another problem.
  private static func verdict(
    on record: CertificateRecord, _ planFile: [UInt8], of problem: MatchingProblem,
    _ prepared: PreparedMatching
  ) throws(RunFailure) -> Verdict? {
    guard record.instance == CertificateInstance(problem) else { return nil }
    var verdict = try verdict(on: record, problem.assignment)
    if planFile != rebuiltPlan(from: record, verdict, problem, prepared) {
      verdict.objections.append(.otherPlan)
    }
    return verdict
  }

  /// The verdict where only candidates are in the file; nil where the banks make another problem.
  ///
  /// The banks give all pairs once more, and the proof is held against every one of them.
  private static func verdict(
    on record: CertificateRecord, _ planFile: [UInt8], of matching: OnDemandMatching,
    _ prepared: PreparedMatching
  ) throws(RunFailure) -> Verdict? {
    guard let instance = record.instance, matching.problem.contains(instance.problem),
      instance.hasLabels(of: matching.matching(over: instance.problem))
    else { return nil }
    let verification = Verifier.verify(
      pairs: record.chosen.map { ($0.row, $0.column) }, certificate: record.certificate,
      of: matching.problem)
    var verdict = Verdict(of: record, verification, coversAllArcs: true)
    let problem = matching.matching(over: instance.problem)
    if planFile != rebuiltPlan(from: record, verdict, problem, prepared) {
      verdict.objections.append(.otherPlan)
    }
    return verdict
  }

  private static func record(at path: String) throws(RunFailure) -> CertificateRecord {
    let bytes = try InputFiles.bytes(at: path)
    do {
      return try CertificateReader.read(bytes)
    } catch {
      throw .certificate(error)
    }
  }

  private static func verdict(
    on record: CertificateRecord, _ problem: AssignmentProblem
  ) throws(RunFailure) -> Verdict {
    do {
      return Verdict(
        of: record, try record.verify(on: problem),
        coversAllArcs: record.instance?.isComplete ?? true)
    } catch {
      throw .certificate(error)
    }
  }

  private static func rebuiltPlan(
    from record: CertificateRecord, _ verdict: Verdict, _ problem: MatchingProblem,
    _ prepared: PreparedMatching
  ) -> [UInt8] {
    let arcs = record.chosen.compactMap {
      problem.assignment.arcs.arc(row: $0.row, column: $0.column)
    }
    let solution = Solution(
      status: record.status, arcs: arcs.sorted(), certificate: record.certificate)
    let plan = prepared.matcher.plan(
      for: solution, verification: verdict.verification, of: problem)
    let subject = ReportSubject(
      plan: plan, programme: prepared.programme, bank: prepared.folder.bank)
    return PlanDocument.value(of: subject).bytes
  }

  /// The forms that the run was asked for.
  private static func forms(of manifest: String) throws(RunFailure) -> [String]? {
    let bytes = try InputFiles.bytes(at: manifest)
    guard let outline = try? JSONDecoder().decode(ManifestOutline.self, from: Data(bytes)) else {
      throw .certificate(.malformed(path: "manifest.json"))
    }
    return outline.options.forms
  }
}

extension Verdict {
  /// What the verification of a record comes to.
  fileprivate init(
    of record: CertificateRecord, _ verification: Verification, coversAllArcs: Bool
  ) {
    self.init(
      claim: record.status, verification: verification, coversAllArcs: coversAllArcs,
      objections: record.isBorneOut(by: verification)
        ? [] : verification.violations.map(\.text) + [.notBorneOut(record.status)])
  }
}

extension CertificateInstance {
  /// Whether rows, columns and tiers have the same names as in `problem`.
  fileprivate func hasLabels(of problem: MatchingProblem) -> Bool {
    let other = CertificateInstance(problem)
    return rowLabels == other.rowLabels && columnLabels == other.columnLabels
      && tierNames == other.tierNames
  }
}

/// The part of `manifest.json` that says which forms a run was asked for.
private struct ManifestOutline: Decodable {
  struct Options: Decodable {
    var forms: [String]?
  }

  var options: Options
}
