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
    let verified = try SolverDispatch(solving.solver).solve(
      instance.problem, limits: SolveLimits(seconds: solving.timeLimit))
    let answer = InstanceAnswer(instance, verified, readTime: start.duration(to: read))
    if let certificate { try write(answer.certificate, to: certificate) }
    if json {
      session.print(answer.json.document)
    } else {
      session.print(answer.text[session.languages.messages])
    }
    return verified.wasStopped ? .stopped : .done
  }

  private func write(_ record: CertificateRecord, to path: String) throws {
    try OutputFolder(path: "", overwrites: force).write([
      Artefact(path, CertificateDocument.value(of: record).document)
    ])
  }
}
