import ArgumentParser
import InstanceIO
import MentoringModel
import NastavnikKit
import Registry
import Reports

/// A command that runs in a session and says how it ended.
protocol NastavnikCommand: ParsableCommand {
  /// Whether the result is one JSON document.
  var json: Bool { get }

  /// Does the work.
  func run(in session: Session) throws -> ExitStatus
}

extension NastavnikCommand {
  /// Does the work and tells of failures.
  func finish(in session: Session) throws -> ExitStatus {
    do {
      return try run(in: session)
    } catch let failure as RunFailure {
      if case .unusableData(let findings) = failure {
        session.report(findings, json: json)
      }
      session.note(failure.text)
      return ExitStatus(failure)
    } catch let failure as RegistryFailure {
      session.note(failure.text)
      return ExitStatus(failure)
    } catch let error as InstanceError where error.isShortage {
      session.note(error.text)
      return .noMemory
    } catch let error as any TextualError {
      session.note(error.text)
      return .unusableData
    }
  }
}

extension Session {
  /// Findings that stand in for a result.
  func report(_ findings: [Finding], json: Bool) {
    if json { print(FindingsDocument.value(of: findings).document) }
    note(FindingsTable.rendered(findings, in: languages.messages, width: width))
  }
}
