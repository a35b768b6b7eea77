import ArgumentParser
import BankIO
import Foundation
import Wording

/// The command line.
public enum NastavnikCLI {
  /// Runs the command line of the process and ends it.
  public static func main() -> Never {
    signal(SIGPIPE, SIG_IGN)
    let arguments = Array(CommandLine.arguments.dropFirst())
    let environment = ProcessInfo.processInfo.environment
    let session = Session(
      languages: SessionLanguages(arguments: arguments, environment: environment),
      width: StandardStreams.width(environment: environment),
      output: { StandardStreams.write($0, to: STDOUT_FILENO) },
      errors: { StandardStreams.write($0, to: STDERR_FILENO) },
      showsProgress: isatty(STDERR_FILENO) == 1)
    let status = ReadProgress.$current.withValue(
      ReadingLine.progress(
        isTerminal: isatty(STDERR_FILENO) == 1, session.languages.messages,
        write: { StandardStreams.write($0, to: STDERR_FILENO) })
    ) { run(arguments, in: session) }
    exit(status)
  }

  /// Runs one command line in a session and returns the exit code.
  public static func run(_ arguments: [String], in session: Session) -> Int32 {
    HelpLanguage.$current.withValue(session.languages.messages) {
      do {
        var command = try RootCommand.parseAsRoot(arguments)
        if let command = command as? any NastavnikCommand {
          return try command.finish(in: session).rawValue
        }
        try command.run()
        return ExitStatus.done.rawValue
      } catch {
        return tell(error, in: session)
      }
    }
  }

  /// Help and versions are results, wrong usage is not.
  private static func tell(_ error: any Error, in session: Session) -> Int32 {
    let code = RootCommand.exitCode(for: error).rawValue
    let message = RootCommand.fullMessage(for: error) + "\n"
    if code == ExitStatus.done.rawValue { session.print(message) } else { session.note(message) }
    return code
  }
}
