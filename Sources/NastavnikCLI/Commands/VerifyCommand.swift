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
    let verdict = try verdict()
    if json {
      session.print(VerdictDocument.value(of: verdict).document)
    } else if verdict.isConfirmed {
      session.print(Text.confirmed + verdict.claim.text)
      if !verdict.coversAllArcs { session.print(Text.listedPairsOnly) }
    } else {
      for objection in verdict.objections { session.print(objection) }
    }
    return verdict.isConfirmed ? .done : .doneWithErrors
  }

  private func verdict() throws -> Verdict {
    if let plan { return try CertificateCheck.check(plan: plan, of: subject) }
    guard let certificate else { return try CertificateCheck.check(certificate: subject) }
    let instance = try instance.read(subject)
    if let groups = instance.groups {
      return try CertificateCheck.check(certificate: certificate, of: groups)
    }
    return try CertificateCheck.check(certificate: certificate, of: instance.problem)
  }
}

/// A verdict as one JSON document.
enum VerdictDocument {
  static func value(of verdict: Verdict) -> JSONValue {
    [
      "verified": .bool(verdict.isConfirmed),
      "status": .string(verdict.claim.rawValue),
      "objective": JSONValue(verdict.objective.map(JSONValue.integer)),
      "bound": verdict.bound.map { JSONValue($0.map(JSONValue.integer)) } ?? .null,
      "gap": verdict.gap.map { JSONValue($0.map(JSONValue.integer)) } ?? .null,
      "coversAllPairs": .bool(verdict.coversAllArcs),
      "objections": JSONValue(verdict.objections.map { JSONValue($0) }),
    ]
  }
}

extension Text {
  fileprivate static let listedPairsOnly = Text(
    ru:
      "Проверено среди пар, записанных в файле. По всем парам: nastavnik verify ПАПКА --plan ПЛАН",
    en: "Checked among the pairs in the file. For all pairs: nastavnik verify DIR --plan OUT")

  fileprivate static let confirmed = Text(ru: "Проверено. ", en: "Verified. ")
}
