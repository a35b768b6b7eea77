import AssignmentKernel
import NastavnikKit
import Registry

/// The exit codes; scripts rely on them, so they are not changed.
enum ExitStatus: Int32 {
  /// Done.
  case done = 0
  /// Done, with findings of severity error in the data.
  case doneWithErrors = 1
  /// Wrong usage.
  case usage = 64
  /// Unusable data.
  case unusableData = 65
  /// Missing input.
  case missingInput = 66
  /// The chosen solver is not built in.
  case solverNotBuiltIn = 69
  /// A fault of ours.
  case fault = 70
  /// There is not enough memory.
  case noMemory = 71
  /// Stopped early by a time limit, or the time to wait for a registry is up.
  case stopped = 75

  /// The code of a failure.
  init(_ failure: RunFailure) {
    self =
      switch failure {
      case .missing: .missingInput
      case .unreadable, .unusableData, .problem, .certificate, .noPlan: .unusableData
      case .unknownForm, .unknownPerson, .unknownTopic, .unknownVariant,
        .tooFewChanges, .goalsTogether, .tooManyPairs,
        .outputExists, .outputIsInput, .unwritable, .held:
        .usage
      case .unproved, .solver(.outOfTime): .stopped
      case .registry(let failure): Self(failure)
      case .solver(.notBuiltIn): .solverNotBuiltIn
      case .solver(.weightRange): .unusableData
      case .solver(.memory): .noMemory
      case .solver(.breakdown), .unconfirmed: .fault
      }
  }
}

extension ExitStatus {
  /// The code of a failure of a registry.
  init(_ failure: RegistryFailure) {
    self =
      switch failure {
      case .missing, .empty: .missingInput
      case .notADatabase, .foreign, .newer, .corrupt, .otherProgramme: .unusableData
      case .directory, .readOnly, .noRoom, .inputOutput, .exists, .unknownPerson, .notErased,
        .notProposed,
        .severalForms, .noRun, .noDecision, .overtaken:
        .usage
      case .held, .erasing, .outdated: .stopped
      case .fault: .fault
      }
  }
}
