import AssignmentKernel
import BankIO
import Foundation
import Matching
import MentoringModel
public import Registry
import Reports

/// A run on the banks of a registry, with the decisions that stand, and recorded there.
public struct RegistryMatch: Sendable {
  /// The plan and what proves it.
  public let result: MatchResult
  /// The number of the run in the registry.
  public let run: Int

  /// Matches what a registry holds and records the run.
  ///
  /// Approved and pinned pairs are pinned, rejected and banned ones forbidden, and those who
  /// withdrew are left out.
  ///
  /// - Parameters:
  ///   - request: The run; its folder has no part in it.
  ///   - registry: The registry.
  /// - Throws: ``RunFailure``.
  public init(_ request: MatchRequest, of registry: Registry) throws(RunFailure) {
    let kept: RegisteredBank
    do { kept = try registry.bank() } catch { throw .registry(error) }
    let prepared = try PreparedMatching(request, folder: try LoadedFolder(kept))
    let result = try MatchRun.run(request, on: prepared)
    self.result = result
    do { run = try registry.record(result, forms: prepared.forms, revision: kept.revision) } catch {
      throw .registry(error)
    }
  }
}

extension Registry {
  /// Keeps a result as a run.
  fileprivate func record(
    _ result: MatchResult, forms: [FormID]?, revision: Int
  ) throws(RegistryFailure) -> Int {
    try record(RunRecord(of: result, forms: forms, revision: revision))
  }

  /// Keeps a result as a run, unless the latest runs are of the same bank and propose the same
  /// pairs and groups.
  func recordUnlessKept(
    _ result: MatchResult, forms: [FormID]?, revision: Int
  ) throws(RegistryFailure) {
    if try runs().last?.revision == revision {
      let kept = try pairs().filter { $0.run != nil }.map { ProposedPair($0) }
      let new = result.subject.plan.matches.map { ProposedPair($0) }
      guard Set(kept) != Set(new) else { return }
    }
    _ = try record(result, forms: forms, revision: revision)
  }
}

/// A pair or group that is proposed, whatever its fit.
private struct ProposedPair: Hashable {
  var form: FormID?
  var mentor: PersonID
  var mentees: [PersonID]

  init(_ pair: PairStanding) {
    (form, mentor, mentees) = (pair.form, pair.mentor, pair.mentees)
  }

  init(_ match: ProposedMatch) {
    (form, mentor, mentees) = (match.form, match.mentor, match.mentees)
  }
}

extension LoadedFolder {
  /// What a registry holds, with its decisions, as if it had been read from a folder.
  init(_ kept: RegisteredBank) throws(RunFailure) {
    let file = InputFile(name: "programme.yaml", data: kept.programmeFile)
    let plain = ProgrammeFolder.read(file, bank: Bank(), from: file)
    guard let programme = plain.programme else { throw .unusableData(plain.findings) }
    let bank = DecisionLedger(kept.decisions).applied(to: kept.bank, of: programme)
    self = ProgrammeFolder.read(
      file, bank: bank, from: InputFile(name: "registry", data: bank.canonicalBytes()))
  }
}

extension RunRecord {
  /// The record of a result.
  fileprivate init(of result: MatchResult, forms: [FormID]?, revision: Int) {
    let plan = result.subject.plan
    let files = Dictionary(uniqueKeysWithValues: result.artefacts.map { ($0.name, $0.bytes) })
    self.init(
      revision: revision, version: NastavnikVersion.current,
      solver: result.manifest.usedSolver, status: plan.status.rawValue,
      isProved: plan.isProvedOptimal, forms: forms ?? result.subject.programme.forms.map(\.id),
      proposals: plan.matches.map { match in
        Proposal(
          match: match.id, form: match.form, mentor: match.mentor, mentees: match.mentees,
          group: match.group, fit: match.score.total, isPinned: match.isPinned)
      },
      plan: files["plan.json"] ?? [], certificate: files["certificate.json"] ?? [],
      manifest: files["manifest.json"] ?? [])
  }
}
