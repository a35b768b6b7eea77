public import AssignmentKernel
import BankIO
import Foundation
import Matching
import MentoringModel
import Reports

/// Checks certificates: alone, with an instance, or with the banks that a plan came from.
public enum CertificateCheck {
  /// Checks a certificate that holds its own instance, with groups or without.
  public static func check(certificate path: String) throws(RunFailure) -> Verdict {
    let claim = try claim(at: path)
    guard let instance = claim.instance else { throw .certificate(.noInstance) }
    return try verdict(on: claim, instance)
  }

  /// Checks a certificate against an instance that was read from elsewhere.
  public static func check(
    certificate path: String, of problem: AssignmentProblem
  ) throws(RunFailure) -> Verdict {
    try verdict(on: .pairs(try record(at: path)), .pairs(problem))
  }

  /// Checks a certificate on groups against an instance that was read from elsewhere.
  public static func check(
    certificate path: String, of problem: GroupProblem
  ) throws(RunFailure) -> Verdict {
    try verdict(
      on: .groups(try groupRecord(in: try InputFiles.bytes(at: path)), nil), .groups(problem))
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
    let claim = try claim(at: output + "/certificate.json")
    let planFile = try InputFiles.bytes(at: output + "/plan.json")
    let prepared = try PreparedMatching(
      MatchRequest(folder: folder, forms: try forms(of: output + "/manifest.json")),
      listedLimit: listedLimit)
    guard case (var verdict, let problem)? = try verdict(on: claim, prepared.pairs) else {
      var verdict = try check(certificate: output + "/certificate.json")
      verdict.objections.append(.otherBanks)
      return verdict
    }
    let subject = ReportSubject(
      plan: claim.plan(verdict.verification, of: problem, by: prepared.matcher),
      programme: prepared.programme, bank: prepared.folder.bank)
    if planFile != PlanDocument.value(of: subject).bytes {
      verdict.objections.append(.otherPlan)
    }
    return verdict
  }

  /// The verdict, with the problem that the banks make; nil where it is not the one claimed.
  private static func verdict(
    on claim: Claim, _ pairs: PreparedPairs
  ) throws(RunFailure) -> (Verdict, MatchingProblem)? {
    switch pairs {
    case .listed(let problem):
      guard claim.isOn(problem) else { return nil }
      return (try verdict(on: claim, ClaimedProblem(problem)), problem)
    case .onDemand(let matching):
      guard case .pairs(let record) = claim else { return nil }
      return verdict(on: record, matching)
    }
  }

  /// The verdict where only candidates are in the file.
  ///
  /// The banks give all pairs once more, and the proof is held against every one of them.
  private static func verdict(
    on record: CertificateRecord, _ matching: OnDemandMatching
  ) -> (Verdict, MatchingProblem)? {
    guard let instance = record.instance, matching.problem.contains(instance.problem),
      instance.hasLabels(of: matching.matching(over: instance.problem))
    else { return nil }
    let verification = Verifier.verify(
      pairs: record.chosen.map { ($0.row, $0.column) }, certificate: record.certificate,
      of: matching.problem)
    let verdict = Verdict(
      of: record.status, .pairs(verification), coversAllArcs: true,
      isBorneOut: record.isBorneOut(by: verification))
    return (verdict, matching.matching(over: instance.problem))
  }

  /// The answer in a certificate, as a start for solving a problem with the same rows, columns and
  /// groups: weights, arcs and bounds may be others.
  ///
  /// - Throws: ``RunFailure/certificate(_:)`` where the file is no certificate, or one of a problem
  ///   with other rows, columns, groups or tiers.
  public static func answer(
    in path: String, for problem: AssignmentProblem
  ) throws(RunFailure) -> Solution {
    let record = try record(at: path)
    guard let start = record.start(for: problem) else {
      throw .certificate(.lengths(path: "potentials"))
    }
    return start
  }

  private static func claim(at path: String) throws(RunFailure) -> Claim {
    let bytes = try InputFiles.bytes(at: path)
    guard GroupCertificateDocument.isFormat(of: bytes) else { return .pairs(try record(in: bytes)) }
    do {
      return .groups(try groupRecord(in: bytes), try GroupInstanceReader.read(bytes))
    } catch let error as CertificateError {
      throw .certificate(error)
    } catch let error as RunFailure {
      throw error
    } catch {
      throw .certificate(.malformed(path: "instance"))
    }
  }

  private static func record(at path: String) throws(RunFailure) -> CertificateRecord {
    try record(in: try InputFiles.bytes(at: path))
  }

  private static func record(in bytes: [UInt8]) throws(RunFailure) -> CertificateRecord {
    do {
      return try CertificateReader.read(bytes)
    } catch {
      throw .certificate(error)
    }
  }

  private static func groupRecord(
    in bytes: [UInt8]
  ) throws(RunFailure) -> GroupCertificateRecord {
    do {
      return try GroupCertificateReader.read(bytes)
    } catch {
      throw .certificate(error)
    }
  }

  private static func verdict(
    on claim: Claim, _ problem: ClaimedProblem
  ) throws(RunFailure) -> Verdict {
    do {
      let (verification, isBorneOut) = try claim.verify(on: problem)
      return Verdict(
        of: claim.status, verification, coversAllArcs: claim.isComplete, isBorneOut: isBorneOut)
    } catch {
      throw .certificate(error)
    }
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
  fileprivate init(
    of claim: SolveStatus, _ verification: PlanVerification, coversAllArcs: Bool, isBorneOut: Bool
  ) {
    self.init(
      claim: claim, verification: verification, coversAllArcs: coversAllArcs,
      objections: isBorneOut ? [] : verification.violations + [.notBorneOut(claim)])
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
