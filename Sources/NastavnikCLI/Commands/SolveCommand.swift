import ArgumentParser
import AssignmentKernel
import InstanceIO
import NastavnikKit
import Reports
import Wording

/// `nastavnik solve`: solves a raw assignment instance.
struct SolveCommand: NastavnikCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "solve",
      abstract: Text(
        ru: "Решить задачу о назначениях из файла.", en: "Solve an assignment instance from a file."
      ).help)
  }

  @Argument(help: ArgumentHelp(ru: "Файл задачи.", en: "The instance."))
  var file: String

  @OptionGroup var instance: InstanceOptions

  @OptionGroup var solving: SolvingOptions

  @Option(
    help: ArgumentHelp(ru: "Куда записать свидетельство.", en: "Where to write the certificate."))
  var certificate: String?

  @Option(
    name: .customLong("from"),
    help: ArgumentHelp(
      ru: "Начать с ответа в этом свидетельстве: те же строки и столбцы, другие веса или границы.",
      en:
        "Start from the answer in this certificate: same rows and columns, other weights or bounds."
    ))
  var earlier: String?

  @OptionGroup var overwriting: OverwriteOption

  @OptionGroup var common: CommonOptions

  var json: Bool { common.json }

  func run(in session: Session) throws -> ExitStatus {
    let clock = ContinuousClock()
    let began = clock.now
    let instance = try instance.read(file)
    let readTime = began.duration(to: clock.now)
    let watch = SolveWatch(in: session, value: instance.inputValue)
    defer { watch.end() }
    var limits = SolveLimits(seconds: solving.timeLimit)
    limits.onProgress = watch.hear
    if let groups = instance.groups {
      if earlier != nil { throw ValidationError(Text.noStartForGroups.help) }
      let verified = try GroupDispatch(solving.solver).solve(groups, limits: limits)
      let answer = InstanceAnswer(instance, groups, verified, watch.plans, readTime: readTime)
      if let certificate {
        let record = GroupCertificateRecord(
          of: verified.solution, verification: verified.verification, problem: groups)
        try write(GroupCertificateDocument.value(of: record), to: certificate)
      }
      show(answer.json, answer.text, in: session)
      return verified.wasStopped ? .stopped : .done
    }
    let start = try earlier.map { try CertificateCheck.answer(in: $0, for: instance.problem) }
    let verified = try SolverDispatch(solving.solver).solve(
      instance.problem, from: start, limits: limits)
    let answer = InstanceAnswer(instance, verified, readTime: readTime)
    if let certificate {
      let record = CertificateRecord(
        of: verified.solution, verification: verified.verification, problem: instance.problem)
      try write(CertificateDocument.value(of: record), to: certificate)
    }
    show(answer.json, answer.text, in: session)
    return verified.wasStopped ? .stopped : .done
  }

  private func show(_ document: JSONValue, _ text: Text, in session: Session) {
    if json {
      session.print(document.document)
    } else {
      session.print(text[session.languages.messages])
    }
  }

  private func write(_ value: JSONValue, to path: String) throws {
    try overwriting.folder().write([Artefact(path, value.document)])
  }
}

extension Text {
  fileprivate static let noStartForGroups = Text(
    ru: "--from: задачи со столбцами, которые закрываются, начинают заново.",
    en: "--from: an instance with columns that may close is always solved anew.")
}
