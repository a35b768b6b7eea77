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
  public static func check(plan output: String, of folder: String) throws(RunFailure) -> Verdict {
    let record = try record(at: output + "/certificate.json")
    let planFile = try InputFiles.bytes(at: output + "/plan.json")
    let prepared = try PreparedMatching(
      MatchRequest(folder: folder, forms: try forms(of: output + "/manifest.json")))
    guard record.instance == CertificateInstance(prepared.problem) else {
      var verdict = try check(certificate: output + "/certificate.json")
      verdict.objections.append(.otherBanks)
      return verdict
    }
    var verdict = try verdict(on: record, prepared.problem.assignment)
    if planFile != rebuiltPlan(from: record, verdict, prepared) {
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
      let verification = try record.verify(on: problem)
      let objections =
        record.isBorneOut(by: verification)
        ? [] : verification.violations.map(\.text) + [.notBorneOut(record.status)]
      return Verdict(
        claim: record.status, verification: verification, objections: objections)
    } catch {
      throw .certificate(error)
    }
  }

  private static func rebuiltPlan(
    from record: CertificateRecord, _ verdict: Verdict, _ prepared: PreparedMatching
  ) -> [UInt8] {
    let arcs = record.chosen.compactMap {
      prepared.problem.assignment.arcs.arc(row: $0.row, column: $0.column)
    }
    let solution = Solution(
      status: record.status, arcs: arcs.sorted(), certificate: record.certificate)
    let plan = prepared.matcher.plan(
      for: solution, verification: verdict.verification, of: prepared.problem)
    let subject = ReportSubject(
      plan: plan, programme: prepared.programme, bank: prepared.folder.bank)
    return Array(PlanDocument.value(of: subject).document.utf8)
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

/// The part of `manifest.json` that says which forms a run was asked for.
private struct ManifestOutline: Decodable {
  struct Options: Decodable {
    var forms: [String]?
  }

  var options: Options
}
