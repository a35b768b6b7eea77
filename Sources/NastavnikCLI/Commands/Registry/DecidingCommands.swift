import ArgumentParser
import MentoringModel
import NastavnikKit
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

  @OptionGroup var pairs: PairOptions
  @OptionGroup var whole: WholePlanOption
  @OptionGroup var file: RegistryOptions
  @OptionGroup var common: CommonOptions
  var json: Bool { common.json }

  func validate() throws { try whole.check(pairs) }

  func run(in session: Session) throws -> ExitStatus {
    let registry = try file.open(for: "approve", in: session)
    return session.tell(try registry.approve(try pairs.selection(in: registry)), json: json)
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

  @OptionGroup var pairs: PairOptions
  @OptionGroup var whole: WholePlanOption
  @OptionGroup var file: RegistryOptions
  @OptionGroup var common: CommonOptions
  var json: Bool { common.json }

  func validate() throws { try whole.check(pairs) }

  func run(in session: Session) throws -> ExitStatus {
    let registry = try file.open(for: "reject", in: session)
    return session.tell(try registry.reject(try pairs.selection(in: registry)), json: json)
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

  @OptionGroup var pairs: PairOptions
  @OptionGroup var file: RegistryOptions
  @OptionGroup var common: CommonOptions
  var json: Bool { common.json }

  func validate() throws { try pairs.checkWholePair() }

  func run(in session: Session) throws -> ExitStatus {
    let registry = try file.open(for: "pin", in: session)
    let pair = try pairs.selection(in: registry)
    guard let mentor = pair.mentor else { return .usage }
    return session.tell(
      try registry.pin(mentor: mentor, mentees: pair.mentees, form: pair.form), json: json)
  }
}

/// `nastavnik registry ban`.
struct RegistryBanCommand: NastavnikCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "ban",
      abstract: Text(ru: "Запретить пару.", en: "Ban a pair.").help)
  }

  @OptionGroup var pairs: PairOptions
  @OptionGroup var file: RegistryOptions
  @OptionGroup var common: CommonOptions
  var json: Bool { common.json }

  func validate() throws { try pairs.checkWholePair() }

  func run(in session: Session) throws -> ExitStatus {
    let registry = try file.open(for: "ban", in: session)
    let pair = try pairs.selection(in: registry)
    guard let mentor = pair.mentor else { return .usage }
    return session.tell(
      try registry.ban(mentor: mentor, mentees: pair.mentees, form: pair.form), json: json)
  }
}

/// `nastavnik registry undo`.
struct RegistryUndoCommand: NastavnikCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "undo",
      abstract: Text(
        ru: "Отменить решение: последнее или с указанным номером.",
        en: "Undo a decision: the latest, or the one with a number."
      ).help)
  }

  @Argument(
    help: ArgumentHelp(
      ru: "Номер решения из registry history.", en: "The number that registry history tells."))
  var decision: Int?

  @OptionGroup var file: RegistryOptions
  @OptionGroup var common: CommonOptions
  var json: Bool { common.json }

  func run(in session: Session) throws -> ExitStatus {
    let undone = try file.open(for: "undo", in: session).undo(decision)
    if json {
      session.print(RegistryDocuments.value(of: undone).document)
    } else {
      session.print(Text.undone(undone))
    }
    return .done
  }
}

/// Approving or rejecting everything, said aloud.
struct WholePlanOption: ParsableArguments {
  @Flag(
    help: ArgumentHelp(
      ru: "Всё, что предложено, во всех формах.", en: "All that is proposed, in every form."))
  var all = false

  func check(_ pairs: PairOptions) throws {
    guard all == pairs.isEmpty else {
      throw ValidationError(
        Text(
          ru: "Укажите пару (--mentor, --mentee), форму (--form) или --all.",
          en: "Name a pair (--mentor, --mentee), a form (--form), or --all."
        ).help)
    }
  }
}

extension PairOptions {
  func checkWholePair() throws {
    guard mentor != nil, !mentees.isEmpty else {
      throw ValidationError(
        Text(
          ru: "Нужны --mentor и --mentee.", en: "Both --mentor and --mentee are needed."
        ).help)
    }
  }
}

extension Session {
  /// What was decided, and of what the same was decided before.
  func tell(_ report: DecisionReport, json: Bool) -> ExitStatus {
    if json {
      print(RegistryDocuments.value(of: report).document)
      return .done
    }
    if !report.decided.isEmpty { print(RegistryTables.rendered(report.decided, in: self)) }
    if !report.unchanged.isEmpty { note(Text.decidedBefore(report.unchanged.count)) }
    return .done
  }
}

extension Text {
  fileprivate static func decidedBefore(_ count: Int) -> Text {
    Text(ru: "Так решено раньше: ", en: "Decided so before: ") + Noun.pair.counted(count)
      + Text(same: ".")
  }

  fileprivate static func undone(_ decision: RecordedDecision) -> Text {
    let people = ([decision.mentor].compactMap { $0 } + decision.people).map(\.rawValue)
      .joined(separator: " — ")
    return Text(ru: "Отменено решение \(decision.id): ", en: "Undone, decision \(decision.id): ")
      + decision.kind.title + Text(same: " \(people).")
  }
}
