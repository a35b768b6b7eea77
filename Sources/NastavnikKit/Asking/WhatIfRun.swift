public import BankIO
import Foundation
public import Matching
public import MentoringModel
public import Reports
import Wording

/// Variants of a programme folder side by side, its files as they are first.
///
/// ```swift
/// let more = ScenarioDraft(
///   name: "more", settings: [ScenarioSetting(path: "forms.F.capacity", value: "3")])
/// let run = try WhatIfRun("datasets/tpu-lyceum", [more])
/// run.comparison.results[1].figures.matched
/// ```
public struct WhatIfRun: Sendable {
  /// The name of the variant that changes nothing.
  public static let baseName = "base"

  /// The variants, the base first; those that a finding refuses are left out.
  public let comparison: Comparison
  /// The names of people, organizations and forms.
  public let names: ReportNames
  /// What is the matter with the scenarios.
  public let findings: [Finding]

  /// Reads the folder and solves it and every scenario.
  ///
  /// - Parameters:
  ///   - path: The programme folder.
  ///   - drafts: The scenarios.
  ///   - file: A file of further scenarios.
  ///   - forms: The forms to match, by id, title or alias; nil for all.
  ///   - solver: The solver for groups.
  ///   - timeLimit: The seconds that each scenario with groups may take, or nil for
  ///     ``GroupDispatch/defaultTimeLimit``.
  ///   - progress: Is told after each variant that one more is done, of how many.
  /// - Throws: ``RunFailure``; ``RunFailure/unusableData(_:)`` with the findings where no scenario
  ///   can be used.
  public init(
    _ path: String, _ drafts: [ScenarioDraft], file: String? = nil, forms: [String]? = nil,
    solver: SolverChoice = .auto, timeLimit: Double? = nil,
    progress: @Sendable (_ total: Int) -> Void = { _ in }
  ) throws(RunFailure) {
    let folder = try LoadedFolder.usable(at: path)
    guard let programme = folder.programme, let variations = ScenarioFolder(folder),
      !folder.findings.contains(where: { $0.severity == .fatal })
    else { throw .unusableData(folder.findings) }
    let request = MatchRequest(folder: path, forms: forms, solver: solver, timeLimit: timeLimit)
    let ids = try request.formIDs(of: programme)
    var (drafts, findings) = (drafts, [Finding]())
    if let file {
      let read = try Self.scenarios(in: file)
      drafts += read.drafts
      findings += read.findings
    }
    var scenarios = [Scenario(name: Self.baseName, programme: programme, bank: folder.bank)]
    for draft in drafts {
      let varied = variations.vary(draft)
      findings += varied.findings
      guard let (programme, bank) = varied.result else { continue }
      scenarios.append(Scenario(name: draft.name, programme: programme, bank: bank))
    }
    guard scenarios.count > 1 || findings.allSatisfy({ $0.severity < .error }) else {
      throw .unusableData(findings)
    }
    self.findings = findings
    names = ReportNames(programme: programme, bank: folder.bank)
    let total = scenarios.count
    do {
      comparison = try Comparison(
        of: scenarios, forms: ids.map { Set($0) },
        groupSolver: DispatchedGroupSolver(choice: solver, seconds: timeLimit)
      ) { progress(total) }
    } catch {
      throw RunFailure(error)
    }
  }

  /// The place of a variant by its name.
  public func variant(named name: String) throws(RunFailure) -> Int {
    let names = comparison.results.map(\.name)
    guard let index = names.firstIndex(of: name) else {
      throw .unknownVariant(name, suggestion: nearMiss(of: name, among: names))
    }
    return index
  }

  private static func scenarios(
    in path: String
  ) throws(RunFailure) -> (drafts: [ScenarioDraft], findings: [Finding]) {
    guard FileManager.default.fileExists(atPath: path) else { throw .missing(path: path) }
    guard let data = FileManager.default.contents(atPath: path) else {
      throw .unreadable(path: path)
    }
    return ScenarioFile.read(data, named: (path as NSString).lastPathComponent)
  }
}
