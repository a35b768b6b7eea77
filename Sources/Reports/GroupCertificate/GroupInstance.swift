public import AssignmentKernel
public import Matching
import MentoringModel

/// A problem with groups, with what its rows, columns and tiers are called.
public struct GroupInstance: Sendable, Hashable {
  /// The problem.
  public var problem: GroupProblem
  /// The names, with the same problem with every column open.
  public var names: CertificateInstance

  /// Creates an instance.
  public init(problem: GroupProblem, names: CertificateInstance) {
    self.problem = problem
    self.names = names
  }

  /// The instance of a programme, or nil where no form makes groups.
  public init?(_ problem: MatchingProblem) {
    guard let groups = problem.groups else { return nil }
    self.init(problem: groups, names: CertificateInstance(problem))
  }
}

extension GroupCertificateDocument {
  /// The document with the instance that it is to be checked against.
  public static func value(
    of record: GroupCertificateRecord, instance: GroupInstance
  ) -> JSONValue {
    value(of: record).adding("instance", GroupInstanceDocument.value(of: instance))
  }

  /// Whether the bytes begin a certificate on groups, whatever is in it.
  public static func isFormat(of bytes: [UInt8]) -> Bool {
    let start = String(decoding: bytes.prefix(200), as: UTF8.self)
    return start.contains("\"\(format)\"")
  }
}

/// The member `instance` of a certificate on groups: that of a certificate, and what groups add.
///
/// `mayClose` has a truth value a column, `opening` what an open column adds, an array a tier; `rules`,
/// `companies` and `openLimits` name rows and columns by their numbers.
enum GroupInstanceDocument {
  static func value(of instance: GroupInstance) -> JSONValue {
    let problem = instance.problem
    return CertificateDocument.instance(instance.names)
      .adding("mayClose", JSONValue(problem.mayClose.map(JSONValue.bool)))
      .adding("opening", JSONValue(problem.opening.map { integers($0) }))
      .adding(
        "rules",
        JSONValue(
          problem.rules.map { rule in
            [
              "columns": integers(rule.columns), "rows": integers(rule.rows),
              "lower": JSONValue(rule.bounds.lower), "upper": JSONValue(rule.bounds.upper),
            ]
          })
      )
      .adding(
        "companies",
        JSONValue(
          problem.companies.map { company in
            ["rows": integers(company.rows), "columns": integers(company.columns)]
          })
      )
      .adding(
        "openLimits",
        JSONValue(
          problem.openLimits.map { limit in
            [
              "columns": integers(limit.columns), "lower": JSONValue(limit.bounds.lower),
              "upper": JSONValue(limit.bounds.upper),
            ]
          }))
  }

  private static func integers(_ numbers: [some BinaryInteger]) -> JSONValue {
    JSONValue(numbers.map { JSONValue($0) })
  }
}
