import AssignmentKernel
import Foundation

/// Reads certificates on groups, trusting nothing in them.
///
/// Whether numbers fit a problem is the verifier's to say; memory stays in proportion to the file.
public enum GroupCertificateReader {
  /// The record that the bytes hold.
  public static func read(_ bytes: [UInt8]) throws(CertificateError) -> GroupCertificateRecord {
    let file: File
    do {
      let outline = try JSONDecoder().decode(Outline.self, from: Data(bytes))
      guard outline.format == GroupCertificateDocument.format else {
        throw CertificateError.format(outline.format)
      }
      file = try JSONDecoder().decode(File.self, from: Data(bytes))
    } catch let error as CertificateError {
      throw error
    } catch {
      throw .malformed(path: error.path)
    }
    guard let status = SolveStatus(rawValue: file.status) else { throw .status(file.status) }
    var chosen: [ChosenPair] = []
    for pair in file.chosen {
      guard pair.count == 2 else { throw .lengths(path: "chosen") }
      chosen.append(ChosenPair(row: pair[0], column: pair[1]))
    }
    var trees: [[GroupProof.Branch]] = []
    for tree in file.trees {
      var branches: [GroupProof.Branch] = []
      for pair in tree { branches.append(try branch(pair)) }
      trees.append(branches)
    }
    var prices: [GroupPrices] = []
    for entry in file.prices { prices.append(try entry.prices()) }
    return GroupCertificateRecord(
      status: status, objective: file.objective, chosen: chosen,
      proof: GroupProof(trees: trees, prices: prices))
  }

  private static func branch(_ pair: [Int]) throws(CertificateError) -> GroupProof.Branch {
    guard pair.count == 2 else { throw .lengths(path: "trees") }
    switch pair[0] {
    case 0: return .leaf(pair[1])
    case 1: return .question(.opens(column: pair[1]))
    case 2: return .question(.takes(arc: pair[1]))
    default: throw .malformed(path: "trees")
    }
  }

  private struct Outline: Decodable {
    var format: String
  }

  private struct File: Decodable {
    var status: String
    var objective: [Int128]
    var chosen: [[Int]]
    var trees: [[[Int]]]
    var prices: [Prices]
  }

  private struct Prices: Decodable {
    var tiers: [Int128]
    var rows: [Int128]
    var rowGroups: [Int128]
    var columnGroups: [Int128]
    var openLimits: [Int128]
    var rules: [[Int128]]

    func prices() throws(CertificateError) -> GroupPrices {
      var charges: [RulePrice] = []
      for entry in rules {
        guard entry.count == 3, let rule = Int(exactly: entry[0]),
          let column = Int(exactly: entry[1])
        else { throw .lengths(path: "rules") }
        charges.append(RulePrice(rule: rule, column: column, price: entry[2]))
      }
      return GroupPrices(
        tiers: tiers, rows: rows, rowGroups: rowGroups, columnGroups: columnGroups,
        openLimits: openLimits, rules: charges)
    }
  }
}
