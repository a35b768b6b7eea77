import AssignmentKernel

/// `certificate.json`, version `nastavnik.certificate/1`: an instance, a choice and its proof.
///
/// Every node carries its bounds and the group around it (-1 for none), every arc its row, its
/// column and a weight for each tier: what the weak-duality check of `Certificate` needs and
/// nothing more. `complete` says whether the arcs are all pairs that the rules allow: a large matching
/// lists those that were worked on, and a proof from the file alone is then about these. Others check it with programs of their own: members may be added, but none
/// renamed, removed or given another meaning without a new version.
public enum CertificateDocument {
  /// The version of the format.
  public static let format = "nastavnik.certificate/1"

  /// The document.
  public static func value(of record: CertificateRecord) -> JSONValue {
    [
      "format": .string(format),
      "status": .string(record.status.rawValue),
      "objective": JSONValue(record.objective.map(JSONValue.integer)),
      "instance": record.instance.map(instance) ?? .null,
      "chosen": JSONValue(record.chosen.map { [JSONValue($0.row), JSONValue($0.column)] }),
      "potentials": JSONValue(record.certificate.tiers.map(potentials)),
    ]
  }

  static func instance(_ instance: CertificateInstance) -> JSONValue {
    let problem = instance.problem
    return [
      "tiers": JSONValue(instance.tierNames.map(JSONValue.string)),
      "rows": nodes(problem.rowDemand, problem.rowGroups, labels: instance.rowLabels),
      "columns": nodes(problem.columnLoad, problem.columnGroups, labels: instance.columnLabels),
      "rowGroups": groups(problem.rowGroups),
      "columnGroups": groups(problem.columnGroups),
      "complete": .bool(instance.isComplete),
      "arcs": arcs(of: problem),
    ]
  }

  private static func nodes(
    _ bounds: [Bounds], _ groups: GroupForest, labels: [String]
  ) -> JSONValue {
    [
      "labels": JSONValue(labels.map(JSONValue.string)),
      "lower": integers(bounds.map(\.lower)),
      "upper": integers(bounds.map(\.upper)),
      "group": integers(groups.parentOfMember),
    ]
  }

  private static func groups(_ groups: GroupForest) -> JSONValue {
    [
      "lower": integers(groups.bounds.map(\.lower)),
      "upper": integers(groups.bounds.map(\.upper)),
      "group": integers(groups.parentOfGroup),
    ]
  }

  private static func arcs(of problem: AssignmentProblem) -> JSONValue {
    JSONValue(
      (0..<problem.rowCount).flatMap { row in
        problem.arcs.arcs(ofRow: row).map { arc in
          let ends = [JSONValue(row), JSONValue(problem.arcs.column(ofArc: arc))]
          return JSONValue(ends + problem.tiers.map { JSONValue($0[arc]) })
        }
      })
  }

  private static func potentials(_ potentials: Potentials) -> JSONValue {
    [
      "rows": integers(potentials.rows),
      "columns": integers(potentials.columns),
      "rowGroups": integers(potentials.rowGroups),
      "columnGroups": integers(potentials.columnGroups),
    ]
  }

  private static func integers(_ numbers: [some BinaryInteger]) -> JSONValue {
    JSONValue(numbers.map { JSONValue($0) })
  }
}
