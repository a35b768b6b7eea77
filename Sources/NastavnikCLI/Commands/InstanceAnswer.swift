import AssignmentKernel
import InstanceIO
import NastavnikKit
import Reports
import Wording

/// The answer to a raw instance, in the units of its file.
struct InstanceAnswer {
  private let instance: RawInstance
  private let verified: VerifiedSolution
  private let readTime: Duration

  init(_ instance: RawInstance, _ verified: VerifiedSolution, readTime: Duration) {
    self.instance = instance
    self.verified = verified
    self.readTime = readTime
  }

  /// The certificate that goes with the instance's file.
  var certificate: CertificateRecord {
    CertificateRecord(
      of: verified.solution, verification: verified.verification, problem: instance.problem)
  }

  private var hasPlan: Bool { [.optimal, .feasible].contains(verified.solution.status) }

  private var objective: String? {
    hasPlan ? verified.verification.objective.first.map(instance.inputValue) : nil
  }

  private var bound: String? {
    hasPlan ? verified.verification.bound?.first.map(instance.inputValue) : nil
  }

  private var gap: String? {
    hasPlan ? verified.verification.gap?.first.map(instance.unit.decimal) : nil
  }

  private var pairs: [(row: Int, column: Int)] { verified.solution.pairs(in: instance.problem) }

  /// The answer as one JSON document; scripts read it, so its members are not changed.
  var json: JSONValue {
    [
      "status": .string(verified.solution.status.rawValue),
      "objective": Self.number(objective),
      "bound": Self.number(bound),
      "gap": Self.number(gap),
      "assignment": JSONValue(pairs.map { [JSONValue($0.row), JSONValue($0.column)] }),
      "solver": .string(verified.solver.used),
      "seconds": .decimal(verified.seconds.inSeconds),
      "readSeconds": .decimal(readTime.inSeconds),
      "verified": .bool(verified.solution.status != .unknown),
    ]
  }

  /// The answer for people: the status, the sum, and a line for each pair.
  var text: Text {
    var lines = [verified.solution.status.text]
    if let objective { lines.append(Text(ru: "Сумма: \(objective)", en: "Sum: \(objective)")) }
    if let gap { lines.append(Text(ru: "Разрыв: \(gap), проверено", en: "Gap: \(gap), verified")) }
    lines.append(Text(ru: "Решатель: ", en: "Solver: ") + verified.solver.text)
    lines += pairs.map { Text(same: "\($0.row) \($0.column)") }
    return lines.joined(separator: "\n") + Text(same: "\n")
  }

  private static func number(_ text: String?) -> JSONValue {
    text.map(JSONValue.decimal) ?? .null
  }
}

extension Duration {
  /// Seconds with six decimals.
  var inSeconds: String {
    let microseconds = components.attoseconds / 1_000_000_000_000
    let digits = String(microseconds)
    return "\(components.seconds)." + String(repeating: "0", count: 6 - digits.count) + digits
  }
}
