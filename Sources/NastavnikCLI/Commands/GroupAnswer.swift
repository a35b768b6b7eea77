import AssignmentKernel
import InstanceIO
import NastavnikKit
import Reports
import Wording

/// The answer to a raw instance with columns that may close, in the units of its file.
struct GroupAnswer {
  private let instance: RawInstance
  private let problem: GroupProblem
  private let verified: VerifiedGroupSolution
  private let readTime: Duration

  init(
    _ instance: RawInstance, _ problem: GroupProblem, _ verified: VerifiedGroupSolution,
    readTime: Duration
  ) {
    self.instance = instance
    self.problem = problem
    self.verified = verified
    self.readTime = readTime
  }

  /// The certificate that goes with the instance's file.
  var certificate: GroupCertificateRecord {
    GroupCertificateRecord(
      of: verified.solution, verification: verified.verification, problem: problem)
  }

  private var hasPlan: Bool { [.optimal, .feasible].contains(verified.solution.status) }

  private var objective: String? {
    hasPlan ? verified.verification.objective.first.map(instance.inputValue) : nil
  }

  private var bound: String? {
    verified.solution.status == .infeasible
      ? nil : verified.verification.bound.first.map(instance.inputValue)
  }

  private var gap: String? {
    hasPlan ? verified.verification.gap.first.map(instance.unit.decimal) : nil
  }

  private var pairs: [(row: Int, column: Int)] {
    let arcs = problem.assignment.arcs
    return verified.solution.arcs.map { (arcs.row(ofArc: $0), arcs.column(ofArc: $0)) }
  }

  /// The answer as one JSON document; scripts read it, so its members are not changed.
  var json: JSONValue {
    [
      "status": .string(verified.solution.status.rawValue),
      "objective": objective.map(JSONValue.decimal) ?? .null,
      "bound": bound.map(JSONValue.decimal) ?? .null,
      "gap": gap.map(JSONValue.decimal) ?? .null,
      "assignment": JSONValue(pairs.map { [JSONValue($0.row), JSONValue($0.column)] }),
      "open": JSONValue(verified.solution.openColumns(in: problem).map { JSONValue($0) }),
      "solver": .string(verified.solver.used),
      "seconds": .decimal(verified.seconds.inSeconds),
      "readSeconds": .decimal(readTime.inSeconds),
      "verified": .bool(verified.solution.status != .unknown),
    ]
  }

  /// The answer for people: the status, the sum, the open columns, and a line for each pair.
  var text: Text {
    var lines = [verified.solution.status.text]
    if let objective { lines.append(Text(ru: "Сумма: \(objective)", en: "Sum: \(objective)")) }
    if let bound, !hasPlan {
      lines.append(Text(ru: "Граница: \(bound)", en: "Bound: \(bound)"))
    }
    if let gap { lines.append(Text(ru: "Разрыв: \(gap), проверено", en: "Gap: \(gap), verified")) }
    lines.append(Text(ru: "Решатель: ", en: "Solver: ") + verified.solver.text)
    if hasPlan {
      let open = verified.solution.openColumns(in: problem).map(String.init)
      let list = open.isEmpty ? "–" : open.joined(separator: " ")
      lines.append(Text(ru: "Открыты: \(list)", en: "Open: \(list)"))
    }
    lines += pairs.map { Text(same: "\($0.row) \($0.column)") }
    return lines.joined(separator: "\n") + Text(same: "\n")
  }
}
