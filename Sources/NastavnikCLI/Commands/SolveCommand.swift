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

  @OptionGroup var common: CommonOptions

  var json: Bool { common.json }

  func run(in session: Session) throws -> ExitStatus { .done }
}
