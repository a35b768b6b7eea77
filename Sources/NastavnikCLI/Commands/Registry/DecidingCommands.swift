import ArgumentParser
import MentoringModel
import Registry
import Reports
import Wording

/// `nastavnik registry approve`.
struct RegistryApproveCommand: NastavnikCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "approve",
      abstract: Text(
        ru: "Утвердить предложенные пары и группы.", en: "Approve proposed pairs and groups."
      ).help)
  }

  @OptionGroup var options: ProposedPairOptions
  var json: Bool { options.common.json }

  func run(in session: Session) throws -> ExitStatus {
    try options.decide("approve", in: session) { try $0.approve($1) }
  }
}

/// `nastavnik registry reject`.
struct RegistryRejectCommand: NastavnikCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "reject",
      abstract: Text(
        ru: "Отклонить предложенные пары и группы: больше их не предложат.",
        en: "Reject proposed pairs and groups: they are not proposed again."
      ).help)
  }

  @OptionGroup var options: ProposedPairOptions
  var json: Bool { options.common.json }

  func run(in session: Session) throws -> ExitStatus {
    try options.decide("reject", in: session) { try $0.reject($1) }
  }
}

/// `nastavnik registry pin`.
struct RegistryPinCommand: NastavnikCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "pin",
      abstract: Text(
        ru: "Закрепить пару, предложена она или нет.", en: "Pin a pair, proposed or not."
      ).help)
  }

  @OptionGroup var options: AnyPairOptions
  var json: Bool { options.common.json }

  func run(in session: Session) throws -> ExitStatus {
    try options.decide("pin", in: session) {
      try $0.pin(mentor: $1, mentees: $2, form: $3)
    }
  }
}

/// `nastavnik registry ban`.
struct RegistryBanCommand: NastavnikCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "ban",
      abstract: Text(ru: "Запретить пару.", en: "Ban a pair.").help)
  }

  @OptionGroup var options: AnyPairOptions
  var json: Bool { options.common.json }

  func run(in session: Session) throws -> ExitStatus {
    try options.decide("ban", in: session) {
      try $0.ban(mentor: $1, mentees: $2, form: $3)
    }
  }
}

/// `nastavnik registry undo`.
struct RegistryUndoCommand: NastavnikCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "undo",
      abstract: Text(
        ru: "Отменить последнее: всё, что решено одной командой или одной кнопкой, либо одно "
          + "решение по номеру.",
        en: "Undo the latest act: all that one command or one button decided; or one decision by "
          + "its number."
      ).help)
  }

  @Argument(
    help: ArgumentHelp(
      ru: "Номер решения из registry history: отменить только его.",
      en: "The number that registry history tells, to undo that decision alone."))
  var decision: Int?

  @OptionGroup var file: RegistryOptions
  @OptionGroup var common: CommonOptions
  var json: Bool { common.json }

  func run(in session: Session) throws -> ExitStatus {
    let registry = try file.open(for: "undo", in: session)
    let undone = try decision.map { [try registry.undo($0)] } ?? registry.undo(act: nil)
    if json {
      let document =
        decision == nil
        ? RegistryDocuments.value(ofAct: undone) : RegistryDocuments.value(of: undone[0])
      session.print(document.document)
    } else {
      for one in undone { session.print(Text.undone(one)) }
    }
    return .done
  }
}

extension Text {
  fileprivate static func undone(_ decision: RecordedDecision) -> Text {
    let people = ([decision.mentor].compactMap { $0 } + decision.people).map(\.rawValue)
      .joined(separator: " — ")
    return Text(ru: "Отменено решение \(decision.id): ", en: "Undone, decision \(decision.id): ")
      + decision.kind.title + Text(same: " \(people).")
  }
}
