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

  @Flag(help: ArgumentHelp(ru: "Писать поверх файлов.", en: "Write over files."))
  var force = false

  @OptionGroup var common: CommonOptions

  var json: Bool { common.json }

  func run(in session: Session) throws -> ExitStatus {
    let clock = ContinuousClock()
    let start = clock.now
    let instance = try instance.read(file)
    let read = clock.now
    let limits = SolveLimits(seconds: solving.timeLimit)
    let readTime = start.duration(to: read)
    if let groups = instance.groups {
      let verified = try GroupDispatch(solving.solver).solve(groups, limits: limits)
      let answer = InstanceAnswer(instance, groups, verified, readTime: readTime)
      if let certificate {
        let record = GroupCertificateRecord(
          of: verified.solution, verification: verified.verification, problem: groups)
        try write(GroupCertificateDocument.value(of: record), to: certificate)
      }
      show(answer.json, answer.text, in: session)
      return verified.wasStopped ? .stopped : .done
    }
    let verified = try SolverDispatch(solving.solver).solve(instance.problem, limits: limits)
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
    try OutputFolder(path: "", overwrites: force).write([Artefact(path, value.document)])
  }
}
