import AssignmentKernel
import Matching
import Reports

/// What a certificate claims, with groups or without, and the instance that it may hold.
enum Claim {
  case pairs(CertificateRecord)
  case groups(GroupCertificateRecord, GroupInstance?)

  /// What is claimed.
  var status: SolveStatus {
    switch self {
    case .pairs(let record): record.status
    case .groups(let record, _): record.status
    }
  }

  /// Whether the certificate lists every arc that there is.
  var isComplete: Bool {
    switch self {
    case .pairs(let record): record.instance?.isComplete ?? true
    case .groups: true
    }
  }

  /// The problem in the certificate.
  var instance: ClaimedProblem? {
    switch self {
    case .pairs(let record): record.instance.map { .pairs($0.problem) }
    case .groups(_, let instance): instance.map { .groups($0.problem) }
    }
  }

  /// Whether the problem in the certificate is the one of a programme.
  func isOn(_ problem: MatchingProblem) -> Bool {
    switch self {
    case .pairs(let record):
      problem.groups == nil && record.instance == CertificateInstance(problem)
    case .groups(_, let instance): instance != nil && instance == GroupInstance(problem)
    }
  }

  /// What can be said of the claim on a problem, and whether that bears it out.
  func verify(
    on problem: ClaimedProblem
  ) throws(CertificateError) -> (PlanVerification, isBorneOut: Bool) {
    switch (self, problem) {
    case (.pairs(let record), .pairs(let problem)):
      let verification = try record.verify(on: problem)
      return (.pairs(verification), record.isBorneOut(by: verification))
    case (.groups(let record, _), .groups(let problem)):
      let verification = try record.verify(on: problem)
      return (.groups(verification), record.isBorneOut(by: verification))
    case (.pairs, .groups): throw .format(CertificateDocument.format)
    case (.groups, .pairs): throw .format(GroupCertificateDocument.format)
    }
  }

  /// The plan that follows from the choice.
  func plan(
    _ verification: PlanVerification, of problem: MatchingProblem, by matcher: Matcher
  ) -> Plan {
    let pattern = problem.assignment.arcs
    let chosen =
      switch self {
      case .pairs(let record): record.chosen
      case .groups(let record, _): record.chosen
      }
    let arcs = chosen.compactMap { pattern.arc(row: $0.row, column: $0.column) }.sorted()
    return matcher.plan(of: arcs, status: status, verification: verification, in: problem)
  }
}

/// A problem that a claim is checked against.
enum ClaimedProblem {
  case pairs(AssignmentProblem)
  case groups(GroupProblem)

  init(_ problem: MatchingProblem) {
    self = problem.groups.map(ClaimedProblem.groups) ?? .pairs(problem.assignment)
  }
}
