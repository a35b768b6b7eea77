import ArgumentParser
import MentoringModel
import Registry
import Reports
import Wording

/// Pairs and groups that were proposed: some, those of a form, or all.
struct ProposedPairOptions: ParsableArguments {
  @OptionGroup var pairs: PairOptions

  @Flag(
    help: ArgumentHelp(
      ru: "Всё, что предложено, во всех формах.", en: "All that is proposed, in every form."))
  var all = false

  @OptionGroup var file: RegistryOptions
  @OptionGroup var common: CommonOptions

  func validate() throws {
    guard all == pairs.isEmpty else {
      throw ValidationError(
        Text(
          ru: "Укажите пару (--mentor, --mentee), форму (--form) или --all.",
          en: "Name a pair (--mentor, --mentee), a form (--form), or --all."
        ).help)
    }
  }

  /// Decides, and tells what was decided.
  func decide(
    _ command: String, in session: Session,
    _ decide: (Registry, PairSelection) throws -> DecisionReport
  ) throws -> ExitStatus {
    let registry = try file.open(for: command, in: session)
    return session.tell(
      try decide(registry, try pairs.selection(in: registry)), json: common.json)
  }
}

/// A pair, proposed or not.
struct AnyPairOptions: ParsableArguments {
  @OptionGroup var pairs: PairOptions
  @OptionGroup var file: RegistryOptions
  @OptionGroup var common: CommonOptions

  func validate() throws {
    guard pairs.mentor != nil, !pairs.mentees.isEmpty else {
      throw ValidationError(
        Text(
          ru: "Нужны --mentor и --mentee.", en: "Both --mentor and --mentee are needed."
        ).help)
    }
  }

  /// Decides, and tells what was decided.
  func decide(
    _ command: String, in session: Session,
    _ decide: (Registry, PersonID, [PersonID], FormID?) throws -> DecisionReport
  ) throws -> ExitStatus {
    let registry = try file.open(for: command, in: session)
    let pair = try pairs.selection(in: registry)
    guard let mentor = pair.mentor else { return .usage }
    return session.tell(
      try decide(registry, mentor, pair.mentees, pair.form), json: common.json)
  }
}

extension Session {
  /// What was decided, and of what the same was decided before.
  fileprivate func tell(_ report: DecisionReport, json: Bool) -> ExitStatus {
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
}
