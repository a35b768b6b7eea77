import ArgumentParser
import AssignmentKernel
import InstanceIO
import NastavnikKit
import Reports
import Wording

/// `nastavnik verify`: checks a certificate, trusting neither the solver nor the file.
struct VerifyCommand: NastavnikCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "verify",
      abstract: Text(
        ru: "Проверить доказательство плана.", en: "Check the proof of a plan."
      ).help,
      discussion: Text(
        ru: """
          nastavnik verify certificate.json — свидетельство с задачей внутри;
          nastavnik verify ЗАДАЧА --certificate ФАЙЛ — свидетельство команды solve;
          nastavnik verify ПАПКА --plan ПАПКА_ПЛАНА — план против файлов программы.
          """,
        en: """
          nastavnik verify certificate.json: a certificate that holds its problem;
          nastavnik verify INSTANCE --certificate FILE: a certificate of solve;
          nastavnik verify DIR --plan OUT: a plan against the files of its programme.
          """
      ).help)
  }

  @Argument(
    help: ArgumentHelp(
      ru: "Свидетельство, файл задачи или папка программы.",
      en: "A certificate, an instance or a programme folder."))
  var subject: String

  @Option(
    help: ArgumentHelp(
      ru: "Свидетельство к файлу задачи.", en: "The certificate that goes with the instance."))
  var certificate: String?

  @Option(
    help: ArgumentHelp(
      ru: "Папка, куда match записал план.", en: "The folder into which match wrote the plan."))
  var plan: String?

  @OptionGroup var instance: InstanceOptions

  @OptionGroup var common: CommonOptions

  var json: Bool { common.json }

  func validate() throws {
    guard certificate == nil || plan == nil else {
      throw ValidationError(
        Text(
          ru: "--certificate и --plan вместе не нужны.",
          en: "--certificate and --plan exclude each other."
        ).help)
    }
  }

  func run(in session: Session) throws -> ExitStatus {
    let checked = try checked()
    if json {
      session.print(checked.document.document)
    } else if checked.objections.isEmpty {
      session.print(Text.confirmed + checked.claim.text)
    } else {
      for objection in checked.objections { session.print(objection) }
    }
    return checked.objections.isEmpty ? .done : .doneWithErrors
  }

  private func checked() throws -> CheckedClaim {
    if let plan { return CheckedClaim(try CertificateCheck.check(plan: plan, of: subject)) }
    guard let certificate else {
      return CheckedClaim(try CertificateCheck.check(certificate: subject))
    }
    let instance = try instance.read(subject)
    if let groups = instance.groups {
      return CheckedClaim(try CertificateCheck.check(certificate: certificate, of: groups))
    }
    return CheckedClaim(
      try CertificateCheck.check(certificate: certificate, of: instance.problem))
  }
}

/// What a check came to, of whichever kind of problem.
private struct CheckedClaim {
  let claim: SolveStatus
  let objections: [Text]
  let document: JSONValue

  init(_ verdict: Verdict) {
    (claim, objections) = (verdict.claim, verdict.objections)
    let found = verdict.verification
    document = VerdictDocument.value(
      of: verdict.claim, objective: found.objective, bound: found.bound, gap: found.gap,
      objections: verdict.objections)
  }

  init(_ verdict: GroupVerdict) {
    (claim, objections) = (verdict.claim, verdict.objections)
    let found = verdict.verification
    let isBounded = !found.provesInfeasibility
    document = VerdictDocument.value(
      of: verdict.claim, objective: found.objective, bound: isBounded ? found.bound : nil,
      gap: isBounded ? found.gap : nil, objections: verdict.objections)
  }
}

/// A verdict as one JSON document.
enum VerdictDocument {
  static func value(
    of claim: SolveStatus, objective: [Int128], bound: [Int128]?, gap: [Int128]?,
    objections: [Text]
  ) -> JSONValue {
    [
      "verified": .bool(objections.isEmpty),
      "status": .string(claim.rawValue),
      "objective": JSONValue(objective.map(JSONValue.integer)),
      "bound": bound.map { JSONValue($0.map(JSONValue.integer)) } ?? .null,
      "gap": gap.map { JSONValue($0.map(JSONValue.integer)) } ?? .null,
      "objections": JSONValue(objections.map { JSONValue($0) }),
    ]
  }
}

extension Text {
  fileprivate static let confirmed = Text(ru: "Проверено. ", en: "Verified. ")
}
