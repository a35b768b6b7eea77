import AssignmentKernel
import BankIO
import Foundation
import Matching
import MentoringModel
import Reports
import SyntheticBanks
import Testing

@testable import NastavnikKit

@Suite struct OnDemandRunTests {
  private static let datasets = [
    "blagoveshchensk-lyceum", "bogorodsk-district", "tpu-lyceum", "tsoipo-centre",
    "vologda-medical-college",
  ]

  private func folder(_ dataset: String) -> String {
    URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "datasets/\(dataset)").path
  }

  /// The plan files of the forms that make no groups, with all pairs in memory and with pairs scored when asked for.
  private func expectSamePlan(_ folder: String) throws {
    let programme = try #require(ProgrammeFolder.read(at: folder).programme)
    let forms = programme.forms.filter { $0.groups == nil }.map(\.id.rawValue)
    let request = MatchRequest(folder: folder, forms: forms, solver: .hungarian)
    let listed = try MatchRun.run(request, listedLimit: .max)
    let onDemand = try MatchRun.run(request, listedLimit: -1)
    #expect(listed.hasAllPairs && !onDemand.hasAllPairs)
    #expect(listed.artefacts[0].bytes == onDemand.artefacts[0].bytes)
    #expect(onDemand.subject.plan.status == .optimal)
    #expect(onDemand.problem.assignment.arcs.count <= listed.problem.assignment.arcs.count)
  }

  @Test func `a plan whose pairs are not all in memory says why it can't be asked`() throws {
    let standing = try StandingFolder(folder("bogorodsk-district"))
    let plan = try standing.matched(listedLimit: -1)
    #expect(plan.result.subject.plan.isProvedOptimal && plan.solved == nil)
    guard case .tooManyPairs = plan.refusal else {
      Issue.record("\(plan.refusal)")
      return
    }
    #expect(try standing.matched().solved != nil)
  }

  @Test(arguments: datasets)
  func `a dataset has the same plan, byte for byte, either way`(dataset: String) throws {
    try expectSamePlan(folder(dataset))
  }

  @Test(arguments: ProgrammeTemplate.allCases)
  func `a generated bank has the same plan, byte for byte, either way`(
    template: ProgrammeTemplate
  ) throws {
    for seed in 1...2 as ClosedRange<UInt64> {
      let files = try DatasetWriter(
        template: template, mentees: 260, mentors: 90, seed: seed
      ).files()
      try withFolder { folder in
        for (name, text) in files {
          try Data(text.utf8).write(to: URL(fileURLWithPath: folder + "/" + name))
        }
        try expectSamePlan(folder)
      }
    }
  }

  @Test func `a form whose groups nobody asks for is matched either way, byte for byte`() throws {
    // All who ask for a topic, less one than a group takes.
    let files = try DatasetWriter(
      template: .schoolGroups, mentees: 60, mentors: 40, seed: 3
    ).files()
    try withFolder { folder in
      for (name, text) in files {
        let text = text.replacing("minimum: 3, maximum: 5", with: "minimum: 90, maximum: 95")
        try Data(text.utf8).write(to: URL(fileURLWithPath: folder + "/" + name))
      }
      let request = MatchRequest(folder: folder, solver: .hungarian)
      let listed = try MatchRun.run(request, listedLimit: .max)
      let onDemand = try MatchRun.run(request, listedLimit: -1)
      #expect(listed.hasAllPairs && !onDemand.hasAllPairs)
      #expect(listed.artefacts[0].bytes == onDemand.artefacts[0].bytes)
      #expect(onDemand.subject.plan.forms.contains { !$0.unmatched.isEmpty })
    }
  }

  @Test func `a run tells how long it scored and solved`() throws {
    for limit in [-1, .max] {
      let request = MatchRequest(folder: folder("bogorodsk-district"), solver: .hungarian)
      let timings = try MatchRun.run(request, listedLimit: limit).timings
      #expect(timings.reading > .zero && timings.scoring > .zero && timings.solving > .zero)
    }
  }

  @Test func `a certificate with some pairs is checked alone and over all pairs`() throws {
    try withFolder { output in
      let programme = folder("bogorodsk-district")
      let result = try MatchRun.run(
        MatchRequest(folder: programme, solver: .hungarian), listedLimit: -1)
      try OutputFolder(path: output, overwrites: true).write(result.artefacts)
      let alone = try CertificateCheck.check(certificate: output + "/certificate.json")
      #expect(alone.isConfirmed && !alone.coversAllArcs)
      let whole = try CertificateCheck.check(plan: output, of: programme, listedLimit: -1)
      #expect(whole.isConfirmed && whole.coversAllArcs)
      #expect(whole.verification.gap?.allSatisfy { $0 == 0 } == true)
    }
  }

  @Test func `a proof that holds among the listed pairs only is told by the banks`() throws {
    try withFolder { output in
      let programme = folder("bogorodsk-district")
      let folder = ProgrammeFolder.read(at: programme)
      let matcher = Matcher(programme: try #require(folder.programme), bank: folder.bank)
      let matching = try matcher.makeOnDemandProblem()
      // Every profile is left with its first mentor only.
      let whole = try matching.problem.withAllArcs()
      let first = (0..<whole.rowCount).map { row in
        whole.arcs.arcs(ofRow: row).prefix(1).map { $0 }
      }
      let part = try AssignmentProblem(
        arcs: ArcPattern(
          columnsOfRows: first.map { $0.map { whole.arcs.column(ofArc: $0) } },
          columns: whole.columnCount),
        tiers: whole.tiers.map { tier in first.joined().map { tier[$0] } },
        rowDemand: whole.rowDemand, columnLoad: whole.columnLoad,
        rowGroups: whole.rowGroups.groups, columnGroups: whole.columnGroups.groups)
      var run = try MatchRun.run(
        MatchRequest(folder: programme, solver: .hungarian), listedLimit: -1)
      let solution = try HungarianSolver().solve(part)
      guard case .pairs(var verified) = run.verified else { return }
      verified.solution = solution
      verified.verification = Verifier.verify(solution, of: part)
      run.verified = .pairs(verified)
      run.problem = matching.matching(over: part)
      try OutputFolder(path: output, overwrites: true).write(run.artefacts)
      #expect(try CertificateCheck.check(certificate: output + "/certificate.json").isConfirmed)
      #expect(
        try !CertificateCheck.check(plan: output, of: programme, listedLimit: -1).isConfirmed)
    }
  }

  @Test func `auto asks the Hungarian and says why`() throws {
    let result = try MatchRun.run(
      MatchRequest(folder: folder("bogorodsk-district")), listedLimit: -1)
    #expect(result.verified.solver.used == "hungarian")
    let reason: SolverReason = BuiltInSolvers.glpk == nil ? .notBuiltIn : .beyondBudget
    #expect(result.verified.solver.reason == reason)
  }

  @Test func `with no time a plan is never claimed to be best without proof`() throws {
    let result = try MatchRun.run(
      MatchRequest(folder: folder("bogorodsk-district"), solver: .hungarian, timeLimit: 0),
      listedLimit: -1)
    #expect(result.wasStopped)
    #expect(!result.subject.plan.isProvedOptimal)
  }

  private func withFolder(_ body: (String) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try body(folder.path)
  }
}

extension GroupForest {
  /// The groups with all their members.
  fileprivate var groups: [NodeGroup] {
    var members = [[Int]](repeating: [], count: count)
    for (member, innermost) in parentOfMember.enumerated() {
      var group = innermost
      while group >= 0 {
        members[Int(group)].append(member)
        group = parentOfGroup[Int(group)]
      }
    }
    return zip(members, bounds).map { NodeGroup($0, $1) }
  }
}
