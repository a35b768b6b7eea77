import AssignmentKernel
import BankIO
import HTTPTypes
import Matching
import MentoringModel
import NastavnikKit
import Registry
import Wording

/// Answers about a plan that take many solves: looked for beside the pages, told when they are
/// there.
struct PlanStudies: Sendable {
  /// Ends everything that is being looked for.
  private var stop = StopSignal()
  /// How far the search has come that told last, or nil.
  var text: Text?
  /// What would help those without a mentor; nil where nobody has asked.
  var help: Answer<HelpfulChanges>?
  /// What can be had of several goals.
  var fronts: [[ParetoGoal]: Answer<Result<ParetoRun, RunFailure>>] = [:]
  /// What kept scenarios come to.
  var outcomes: [ScenarioDraft: ScenarioOutcome] = [:]
  /// The scenarios that are being solved.
  var solving: Set<ScenarioDraft> = []

  /// An answer that is being looked for, or was found.
  enum Answer<Found: Sendable>: Sendable {
    case awaited
    case found(Found)

    /// The answer, once it is there.
    var found: Found? { if case .found(let answer) = self { answer } else { nil } }
  }

  /// The limits of a search: no answer is waited for longer.
  func limits(_ most: Duration) -> SolveLimits { SolveLimits(stop: stop).ending(within: most) }

  /// Ends what is being looked for: what was found so far is told.
  mutating func end() {
    stop.raise()
    stop = StopSignal()
  }
}

/// What a scenario comes to, or why it comes to nothing.
typealias ScenarioOutcome = Result<StandingVariant, Refusal>

/// What would help those without a mentor.
struct HelpfulChanges: Sendable {
  /// Single changes that let somebody more find a mentor.
  var remedies: [Remedy] = []
  /// The competencies that are short.
  var gaps: [CompetencyGap] = []
  /// Whether the time was up before everything was tried.
  var isPartial = false
}

extension Workspace {
  /// The longest that an answer is looked for, and one change for it is tried.
  private static let patience: (whole: Duration, change: Duration) = (.seconds(60), .seconds(5))

  /// What would help those without a mentor: nil while it is being looked for, which takes a solve
  /// for every change that might help.
  func helpfulChanges() -> HelpfulChanges? {
    guard let solved = state.plan?.solved, !solved.plan.unmatched.isEmpty else {
      return HelpfulChanges()
    }
    if let help = studies.help { return help.found }
    studies.help = .awaited
    let (limits, each) = (studies.limits(Self.patience.whole), Self.patience.change)
    let asked = solved.asked(within: limits)
    study(
      told: { Text(ru: "Проверено изменений: \($0)", en: "Changes tried: \($0)") },
      { report in
        let gaps = (try? asked.competencyGaps(within: each, progress: report)) ?? Tried()
        let help = (try? asked.remedies(count: 10, within: each, progress: report)) ?? Tried()
        return HelpfulChanges(
          remedies: help.found, gaps: gaps.found,
          isPartial: !gaps.isComplete || !help.isComplete)
      }, { studies, found in studies.help = .found(found) })
    return nil
  }

  /// All that can be had of several goals: nil while it is being looked for.
  func front(of goals: [ParetoGoal]) -> Result<ParetoRun, RunFailure>? {
    guard let plan = state.plan else { return nil }
    if let front = studies.fronts[goals] { return front.found }
    studies.fronts[goals] = .awaited
    let limits = studies.limits(Self.patience.whole)
    study(
      told: { Text(ru: "Решено задач: \($0)", en: "Problems solved: \($0)") },
      { report in
        do throws(RunFailure) {
          return .success(try plan.front(of: goals, limits: limits, progress: report))
        } catch {
          return .failure(error)
        }
      }, { studies, found in studies.fronts[goals] = .found(found) })
    return nil
  }

  /// What the kept scenarios come to, as far as it is known; the others are solved beside.
  func outcomes(of drafts: [ScenarioDraft]) async -> [ScenarioDraft: ScenarioOutcome] {
    guard let plan = state.plan, let base = state.base else { return [:] }
    let revision = state.revision
    let missing = drafts.filter {
      studies.outcomes[$0] == nil && !studies.solving.contains($0)
    }
    if !missing.isEmpty {
      // Where nothing but pairs is made, all are there at once.
      let quick = try? await ask(within: .milliseconds(500)) { limits in
        missing.map { ($0, plan.outcome(of: $0, against: base, limits)) }
      }
      guard revision == state.revision else { return [:] }
      for case (let draft, let outcome?) in quick ?? [] { studies.outcomes[draft] = outcome }
    }
    let slow = missing.filter { studies.outcomes[$0] == nil && !studies.solving.contains($0) }
    if !slow.isEmpty {
      studies.solving.formUnion(slow)
      let limits = studies.limits(Self.patience.whole)
      study(
        told: { Text(ru: "Посчитано вариантов: \($0)", en: "Variants solved: \($0)") },
        { report in
          slow.enumerated().map { place, draft in
            report(place)
            let one = limits.ending(within: Self.patience.change * 2)
            return (
              draft, plan.outcome(of: draft, against: base, one) ?? .failure(.variantTooLong)
            )
          }
        },
        { studies, found in
          for (draft, outcome) in found { studies.outcomes[draft] = outcome }
          studies.solving.subtract(slow)
        })
    }
    return studies.outcomes
  }

  /// Ends the searches for answers; what they found so far is shown.
  func endStudies() {
    studies.end()
  }

  /// Looks for an answer beside the pages and puts it where it belongs, unless the plan is another
  /// one by then.
  private func study<Found: Sendable>(
    told text: @escaping @Sendable (Int) -> Text,
    _ work: @escaping @Sendable (_ report: @escaping @Sendable (Int) -> Void) -> Found,
    _ keep: @escaping @Sendable (inout PlanStudies, Found) -> Void
  ) {
    let revision = state.revision
    let throttle = Throttle()
    Task {
      let found = try? await studying.run {
        work { count in
          guard throttle.admits else { return }
          Task { await self.told(text(count), revision) }
        }
      }
      guard let found, revision == state.revision else { return }
      keep(&studies, found)
      studies.text = nil
      state.studied += 1
      tell()
    }
  }

  private func told(_ text: Text, _ revision: Int) {
    guard revision == state.revision else { return }
    studies.text = text
    tell()
  }
}

extension StandingPlan {
  /// What a draft comes to, or nil where the time was up.
  func outcome(
    of draft: ScenarioDraft, against base: StandingVariant, _ limits: SolveLimits
  ) -> ScenarioOutcome? {
    do throws(RunFailure) {
      let result = try variant(draft, against: base, limits: limits)
      if let variant = result.variant { return .success(variant) }
      let reason = result.findings.map(\.message).joined(separator: " ")
      return .failure(.conflict(Text(same: draft.name), reason))
    } catch .unproved {
      return nil
    } catch {
      return .failure(Refusal(error))
    }
  }
}

extension Refusal {
  /// That a variant takes longer than anybody waits for.
  static let variantTooLong = Refusal(
    status: .serviceUnavailable,
    title: Text(ru: "Не успел посчитать", en: "It takes too long"),
    advice: Text(
      ru: "Лучший план для этих настроек не доказан за 10 секунд. Измените меньше настроек сразу "
        + "или посчитайте вариант командой whatif: у неё нет предела времени.",
      en:
        "The best plan for these settings was not proved within 10 seconds. Change fewer settings "
        + "at once, or let the command whatif compute the variant: it has no such limit."))
}
