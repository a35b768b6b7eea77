import AssignmentKernel
import BankIO
import Foundation
import Matching
import MentoringModel

/// How the pairs of a matching are held.
enum PreparedPairs {
  /// All in memory.
  case listed(MatchingProblem)
  /// Scored when they are asked for.
  case onDemand(OnDemandMatching)

  /// The pairs of a profile and a mentor up to which all are held in memory, and written into the
  /// certificate.
  static let listedLimit = 4_000_000

  /// As ``listedLimit``, where questions about the plan are to follow.
  static let askedLimit = 40_000_000

  /// Whether all are in memory.
  var areListed: Bool { if case .listed = self { true } else { false } }
}

/// A folder that was read and can be matched, with the problem that it makes.
struct PreparedMatching {
  let folder: LoadedFolder
  let forms: [FormID]?
  let matcher: Matcher
  let pairs: PreparedPairs
  /// What it took so far.
  let timings: MatchTimings

  var programme: Programme { matcher.programme }

  /// What was found in the files and in their making sense together.
  var findings: [Finding] { folder.findings + matcher.findings }

  init(
    _ request: MatchRequest, listedLimit: Int = PreparedPairs.listedLimit
  ) throws(RunFailure) {
    let start = ContinuousClock.now
    try self.init(
      request, folder: try LoadedFolder.usable(at: request.folder), listedLimit: listedLimit,
      since: start)
  }

  init(
    _ request: MatchRequest, folder: LoadedFolder,
    listedLimit: Int = PreparedPairs.listedLimit, since start: ContinuousClock.Instant = .now,
    limits: SolveLimits = .none
  ) throws(RunFailure) {
    self.folder = folder
    (matcher, forms) = try folder.matcher(for: request)
    let scoring = ContinuousClock.now
    pairs = try Self.pairs(
      of: matcher, listedLimit, limits.ending(unlessLimited: request.timeLimit))
    timings = MatchTimings(
      reading: start.duration(to: scoring), scoring: scoring.duration(to: .now))
  }

  private static func pairs(
    of matcher: Matcher, _ listedLimit: Int, _ limits: SolveLimits
  ) throws(RunFailure) -> PreparedPairs {
    let listed: MatchingProblem
    do {
      guard matcher.pairCount <= listedLimit || matcher.needsListedPairs else {
        return .onDemand(try matcher.makeOnDemandProblem())
      }
      listed = try matcher.makeProblem()
    } catch {
      throw .problem(error)
    }
    do {
      return .listed(
        try listed.settlingFairness(by: BuiltInSolvers.hungarian, limits: limits))
    } catch {
      throw RunFailure(error)
    }
  }
}

extension LoadedFolder {
  /// The folder at `path`, where it exists.
  static func usable(at path: String) throws(RunFailure) -> LoadedFolder {
    let programmeFile = path + "/programme.yaml"
    for needed in [path, programmeFile] {
      guard FileManager.default.fileExists(atPath: needed) else { throw .missing(path: needed) }
    }
    return ProgrammeFolder.read(at: path)
  }

  /// The matching that a request asks for, and the forms that it names.
  ///
  /// - Throws: ``RunFailure``, with all findings where one of them is fatal.
  func matcher(for request: MatchRequest) throws(RunFailure) -> (Matcher, forms: [FormID]?) {
    guard let programme else { throw .unusableData(findings) }
    let forms = try request.formIDs(of: programme)
    let matcher = Matcher(programme: programme, bank: bank, forms: forms.map { Set($0) })
    let findings = findings + matcher.findings
    guard !findings.contains(where: { $0.severity == .fatal }) else {
      throw .unusableData(findings)
    }
    return (matcher, forms)
  }

  /// The findings of the files, and of their making sense together.
  var findingsInAll: [Finding] {
    guard let programme else { return findings }
    return findings + Matcher.findings(programme: programme, bank: bank).map(located)
  }
}
