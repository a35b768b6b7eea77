import AssignmentKernel
import Foundation

/// Reads the member `instance` of a certificate on groups, trusting nothing in it.
public enum GroupInstanceReader {
  /// The instance, or nil where the certificate goes with one that the reader already has.
  public static func read(_ bytes: [UInt8]) throws(CertificateError) -> GroupInstance? {
    let (base, file): (CertificateFile.Instance?, File.Extra?)
    do {
      let data = Data(bytes)
      base = try JSONDecoder().decode(Base.self, from: data).instance
      file = try JSONDecoder().decode(File.self, from: data).instance
    } catch {
      throw .malformed(path: error.path)
    }
    guard let names = try CertificateReader.instance(base), let file else { return nil }
    do {
      let problem = try GroupProblem(
        names.problem, mayClose: file.mayClose, opening: file.opening,
        rules: file.rules.map {
          CompositionRule(
            columns: $0.columns, rows: $0.rows, Bounds(lower: $0.lower, upper: $0.upper))
        },
        companies: file.companies.map { Company(rows: $0.rows, columns: $0.columns) },
        openLimits: file.openLimits.map {
          OpenLimit(columns: $0.columns, Bounds(lower: $0.lower, upper: $0.upper))
        })
      return GroupInstance(problem: problem, names: names)
    } catch {
      throw .problem(error)
    }
  }

  private struct Base: Decodable {
    var instance: CertificateFile.Instance?
  }

  private struct File: Decodable {
    var instance: Extra?

    struct Extra: Decodable {
      var mayClose: [Bool]
      var opening: [[Int64]]
      var rules: [Rule]
      var companies: [Members]
      var openLimits: [Limit]
    }

    struct Rule: Decodable {
      var columns: [Int]
      var rows: [Int]
      var lower: Int
      var upper: Int
    }

    struct Members: Decodable {
      var rows: [Int]
      var columns: [Int]
    }

    struct Limit: Decodable {
      var columns: [Int]
      var lower: Int
      var upper: Int
    }
  }
}
