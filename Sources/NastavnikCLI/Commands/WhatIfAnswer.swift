import Matching
import MentoringModel
import NastavnikKit
import Reports
import Wording

/// Prints what `whatif` found, as tables or as JSON.
struct WhatIfAnswer {
  private let session: Session
  private let json: Bool

  init(_ session: Session, json: Bool) {
    self.session = session
    self.json = json
  }

  /// Variants side by side, and the difference of two.
  func tell(_ run: WhatIfRun, diff: (from: String, to: String, moves: [PlanMove])?) -> ExitStatus {
    note(run.findings)
    if json {
      session.print(ComparisonDocument(run.names).value(of: run.comparison, diff: diff).document)
    } else {
      let report = ComparisonReport(run.names, on: session.page)
      session.print(report.rendered(run.comparison))
      if let diff {
        session.print("\n" + report.rendered(diff.moves, from: diff.from, to: diff.to))
      }
    }
    return status(run.findings)
  }

  /// All that can be had of several goals.
  func tell(_ options: ParetoOptions, of request: MatchRequest) throws -> ExitStatus {
    let line = ProgressLine(Text(ru: "Решено:", en: "Solved:"), in: session)
    let run = try ParetoRun(request, goals: options.goals, against: options.against) { _ in
      line.step()
    }
    line.end()
    if let plot = options.plot {
      let picture = ParetoPlot(in: session.languages.tables).svg(of: run.front)
      try options.overwriting.folder().write([Artefact(plot, picture)])
      session.tellWritten([plot], json: json)
    }
    session.print(
      json
        ? ParetoDocument(run.names).value(of: run.front).document
        : ParetoReport(on: session.page).rendered(run.front))
    return run.front.isComplete ? status(run.findings) : .stopped
  }

  /// Which pairs stand under other weights, and how far each weight can go.
  func tell(_ options: RobustnessOptions, of request: MatchRequest) throws -> ExitStatus {
    let weightings = ProgressLine(Text(ru: "Наборы весов:", en: "Weightings:"), in: session)
    let weights = ProgressLine(Text(ru: "Веса:", en: "Weights:"), in: session)
    let run = try RobustnessRun(request, over: options.weightings ?? 1, seed: options.seed) {
      switch $0 {
      case .weighting(let total): weightings.step(of: total)
      case .weight(let total): weights.step(of: total)
      }
    }
    weights.end()
    if json {
      session.print(
        RobustnessDocument(run.names).value(of: run.robustness, ranges: run.ranges).document)
    } else {
      let report = RobustnessReport(run.names, on: session.page)
      session.print(report.rendered(run.robustness) + "\n" + report.rendered(run.ranges))
    }
    return run.wasStopped ? .stopped : status(run.findings)
  }

  private func note(_ findings: [Finding]) {
    session.note(
      FindingsTable.rendered(findings, in: session.languages.messages, width: session.width))
  }

  private func status(_ findings: [Finding]) -> ExitStatus {
    findings.contains { $0.severity >= .error } ? .doneWithErrors : .done
  }
}
