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
  public static func check(plan output: String, of folder: String) throws(RunFailure) -> Verdict {
    let claim = try claim(at: output + "/certificate.json")
    let planFile = try InputFiles.bytes(at: output + "/plan.json")
    let prepared = try PreparedMatching(
      MatchRequest(folder: folder, forms: try forms(of: output + "/manifest.json")))
    guard claim.isOn(prepared.problem) else {
      var verdict = try check(certificate: output + "/certificate.json")
      verdict.objections.append(.otherBanks)
      return verdict
    }
    var verdict = try verdict(on: claim, ClaimedProblem(prepared.problem))
    let subject = ReportSubject(
      plan: claim.plan(verdict.verification, prepared), programme: prepared.programme,
      bank: prepared.folder.bank)
    if planFile != Array(PlanDocument.value(of: subject).document.utf8) {
      verdict.objections.append(.otherPlan)
    }
    return verdict
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
      let objections =
        isBorneOut ? [] : verification.violations + [.notBorneOut(claim.status)]
      return Verdict(claim: claim.status, verification: verification, objections: objections)
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

/// The part of `manifest.json` that says which forms a run was asked for.
private struct ManifestOutline: Decodable {
  struct Options: Decodable {
    var forms: [String]?
  }

  var options: Options
}
