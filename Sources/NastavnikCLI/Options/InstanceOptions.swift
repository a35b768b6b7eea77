import ArgumentParser
import AssignmentKernel
import InstanceIO
import NastavnikKit
import Wording

/// How a raw instance is read.
struct InstanceOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      ru: "Формат файла (по умолчанию по расширению).",
      en: "The format of the file (default: by its extension)."))
  var format: InstanceFormat?

  func read(_ path: String) throws -> RawInstance { throw ExitCode(65) }
}
