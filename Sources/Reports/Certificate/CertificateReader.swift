import AssignmentKernel
import Foundation

/// Reads `certificate.json`, trusting nothing in it.
///
/// Every index is checked before it is used, and memory stays in proportion to the file.
public enum CertificateReader {
  /// The record that the bytes hold.
  public static func read(_ bytes: [UInt8]) throws(CertificateError) -> CertificateRecord {
    let file: CertificateFile
    do {
      file = try JSONDecoder().decode(CertificateFile.self, from: Data(bytes))
    } catch {
      throw .malformed(path: error.path)
    }
    guard file.format == CertificateDocument.format else { throw .format(file.format) }
    guard let status = SolveStatus(rawValue: file.status) else { throw .status(file.status) }
    var chosen: [ChosenPair] = []
    for pair in file.chosen {
      guard pair.count == 2 else { throw .lengths(path: "chosen") }
      chosen.append(ChosenPair(row: pair[0], column: pair[1]))
    }
    return CertificateRecord(
      instance: try instance(file.instance), status: status, objective: file.objective,
      chosen: chosen,
      certificate: Certificate(
        tiers: file.potentials.map {
          Potentials(
            rows: $0.rows, columns: $0.columns, rowGroups: $0.rowGroups,
            columnGroups: $0.columnGroups)
        }))
  }

  static func instance(
    _ file: CertificateFile.Instance?
  ) throws(CertificateError) -> CertificateInstance? {
    guard let file else { return nil }
    try file.rows.check(path: "rows")
    try file.columns.check(path: "columns")
    let (arcs, tiers) = try arcs(of: file)
    let problem: AssignmentProblem
    do {
      problem = try AssignmentProblem(
        arcs: arcs, tiers: tiers, rowDemand: file.rows.bounds, columnLoad: file.columns.bounds,
        rowGroups: file.rowGroups.groups(around: file.rows, side: .row),
        columnGroups: file.columnGroups.groups(around: file.columns, side: .column))
    } catch let error as ProblemError {
      throw .problem(error)
    } catch let error as CertificateError {
      throw error
    } catch {
      throw .malformed(path: "instance")
    }
    try file.rowGroups.check(problem.rowGroups, around: file.rows, side: .row)
    try file.columnGroups.check(problem.columnGroups, around: file.columns, side: .column)
    return CertificateInstance(
      problem: problem, rowLabels: file.rows.labels, columnLabels: file.columns.labels,
      tierNames: file.tiers, isComplete: file.complete ?? true)
  }

  private static func arcs(
    of file: CertificateFile.Instance
  ) throws(CertificateError) -> (ArcPattern, [[Int64]]) {
    let (rowCount, columnCount) = (file.rows.lower.count, file.columns.lower.count)
    guard columnCount < Int(Int32.max) else { throw .problem(.tooLarge) }
    for (index, arc) in file.arcs.enumerated() {
      guard arc.count == 2 + file.tiers.count, (0..<Int64(rowCount)).contains(arc[0]),
        (0..<Int64(columnCount)).contains(arc[1])
      else { throw .arc(index) }
    }
    let sorted = file.arcs.sorted { ($0[0], $0[1]) < ($1[0], $1[1]) }
    var columnsOfRows = [[Int]](repeating: [], count: rowCount)
    for arc in sorted { columnsOfRows[Int(arc[0])].append(Int(arc[1])) }
    return (
      ArcPattern(columnsOfRows: columnsOfRows, columns: columnCount),
      file.tiers.indices.map { tier in sorted.map { $0[2 + tier] } }
    )
  }
}

extension Error {
  /// Where in a document it could not be decoded.
  var path: String {
    let context: DecodingError.Context? =
      switch self as? DecodingError {
      case .typeMismatch(_, let context), .valueNotFound(_, let context),
        .keyNotFound(_, let context), .dataCorrupted(let context):
        context
      default: nil
      }
    let path = (context?.codingPath ?? []).map(\.stringValue).joined(separator: ".")
    return path.isEmpty ? "JSON" : path
  }
}
