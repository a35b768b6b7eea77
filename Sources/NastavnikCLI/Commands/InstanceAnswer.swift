import AssignmentKernel
import InstanceIO
import NastavnikKit
import Reports
import Wording

/// The answer to a raw instance, with groups that open or without, in the units of its file.
struct InstanceAnswer {
  private let status: SolveStatus
  private let objective: String?
  private let bound: String?
  private let gap: String?
  private let pairs: [(row: Int, column: Int)]
  /// The columns that may close and are open; nil where none may close.
  private let open: [Int]?
  /// When better and better plans were found, and their sums; nil where no column may close.
  private let plans: [(elapsed: Duration, objective: String)]?
  private let solver: SolverReport
  private let seconds: Duration
  private let readTime: Duration

  init(_ instance: RawInstance, _ verified: VerifiedSolution, readTime: Duration) {
    let found = verified.verification
    let hasPlan = verified.solution.status.hasPlan
    status = verified.solution.status
    objective = hasPlan ? found.objective.first.map(instance.inputValue) : nil
    bound = hasPlan ? found.bound?.first.map(instance.inputValue) : nil
    gap = hasPlan ? found.gap?.first.map(instance.unit.decimal) : nil
    pairs = verified.solution.pairs(in: instance.problem)
    open = nil
    plans = nil
    solver = verified.solver
    seconds = verified.seconds
    self.readTime = readTime
  }

  /// The answer where columns may close, which has a bound even without a plan.
  init(
    _ instance: RawInstance, _ problem: GroupProblem, _ verified: VerifiedGroupSolution,
    _ plans: [SolveWatch.Plan], readTime: Duration
  ) {
    let found = verified.verification
    let hasPlan = verified.solution.status.hasPlan
    let arcs = problem.assignment.arcs
    status = verified.solution.status
    objective = hasPlan ? found.objective.first.map(instance.inputValue) : nil
    bound = status == .infeasible ? nil : found.bound.first.map(instance.inputValue)
    gap = hasPlan ? found.gap.first.map(instance.unit.decimal) : nil
    pairs = verified.solution.arcs.map { (arcs.row(ofArc: $0), arcs.column(ofArc: $0)) }
    open = verified.solution.openColumns(in: problem)
    self.plans = plans.map { ($0.elapsed, instance.inputValue(of: $0.objective)) }
    solver = verified.solver
    seconds = verified.seconds
    self.readTime = readTime
  }

  /// The answer as one JSON document; scripts read it, so its members are not changed.
  var json: JSONValue {
    var found: JSONValue = [
      "status": .string(status.rawValue),
      "objective": Self.number(objective),
      "bound": Self.number(bound),
      "gap": Self.number(gap),
      "assignment": JSONValue(pairs.map { [JSONValue($0.row), JSONValue($0.column)] }),
    ]
    if let open { found = found.adding("open", JSONValue(open.map { JSONValue($0) })) }
    if let plans {
      found = found.adding(
        "plans",
        JSONValue(
          plans.map {
            ["seconds": .decimal($0.elapsed.inSeconds), "objective": .decimal($0.objective)]
          }))
    }
    return
      found
      .adding("solver", .string(solver.used))
      .adding("seconds", .decimal(seconds.inSeconds))
      .adding("readSeconds", .decimal(readTime.inSeconds))
      .adding("verified", .bool(status != .unknown))
  }

  /// The answer for people: the status, the sum, the open columns, and a line for each pair.
  var text: Text {
    var lines = [status.text]
    if let objective { lines.append(Text(ru: "Сумма: \(objective)", en: "Sum: \(objective)")) }
    if let bound, !status.hasPlan {
      lines.append(Text(ru: "Граница: \(bound)", en: "Bound: \(bound)"))
    }
    if let gap { lines.append(Text(ru: "Разрыв: \(gap), проверено", en: "Gap: \(gap), verified")) }
    lines.append(Text(ru: "Решатель: ", en: "Solver: ") + solver.text)
    if let open, status.hasPlan {
      let list = open.isEmpty ? "–" : open.map(String.init).joined(separator: " ")
      lines.append(Text(ru: "Открыты: \(list)", en: "Open: \(list)"))
    }
    lines += pairs.map { Text(same: "\($0.row) \($0.column)") }
    return lines.joined(separator: "\n") + Text(same: "\n")
  }

  private static func number(_ text: String?) -> JSONValue {
    text.map(JSONValue.decimal) ?? .null
  }
}

extension SolveStatus {
  fileprivate var hasPlan: Bool { [.optimal, .feasible].contains(self) }
}

extension Duration {
  /// Seconds with six decimals.
  var inSeconds: String {
    let microseconds = components.attoseconds / 1_000_000_000_000
    let digits = String(microseconds)
    return "\(components.seconds)." + String(repeating: "0", count: 6 - digits.count) + digits
  }
}
