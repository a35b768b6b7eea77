import AssignmentKernel
import Foundation
import InstanceIO
import SolverConformance
import Testing

@Suite struct DamagedFileTests {
  @Test(arguments: InstanceFormat.allCases)
  func `never crashes on a truncated file`(format: InstanceFormat) throws {
    let data = try sample(format)
    for length in 0..<data.count {
      _ = try? RawInstance(data: data.prefix(length), format: format)
    }
  }

  @Test(arguments: InstanceFormat.allCases)
  func `never crashes on a mutated file`(format: InstanceFormat) throws {
    let data = try sample(format)
    var generator = SplitMix64(seed: 2026)
    for _ in 0..<3_000 {
      var mutated = data
      for _ in 0...Int.random(in: 0..<4, using: &generator) {
        mutate(&mutated, using: &generator)
      }
      _ = try? RawInstance(data: mutated, format: format)
    }
  }

  @Test(arguments: InstanceFormat.allCases)
  func `reads the file that the damage starts from`(format: InstanceFormat) throws {
    #expect(throws: Never.self) { try RawInstance(data: sample(format), format: format) }
  }

  private func mutate(_ data: inout Data, using generator: inout SplitMix64) {
    let place = Int.random(in: 0..<max(1, data.count), using: &generator)
    guard place < data.count else { return }
    switch UInt8.random(in: 0..<5, using: &generator) {
    case 0: data[place] = .random(in: 0...255, using: &generator)
    case 1: data[place] ^= 1 << UInt8.random(in: 0..<8, using: &generator)
    case 2: data.remove(at: place)
    case 3: data.insert(contentsOf: data[place..<min(place + 9, data.count)], at: place)
    default: data[place] = Array("0919-eE.[]{},:\"' \n".utf8).randomElement(using: &generator) ?? 0
    }
  }

  private func sample(_ format: InstanceFormat) throws -> Data {
    switch format {
    case .json:
      Data(
        """
        {"objective": "max", "rows": 2, "columns": 2, "weights": [[1.5, null], [-4, 5e2]],
         "rowDemand": {"lower": [0, 1], "upper": 2}, "columnLoad": {"upper": 2}, "mayClose": false,
         "rowGroups": [{"rows": [0, 1], "upper": 3}], "note": "\\u00e9\\n",
         "columnGroups": [{"columns": [1], "lower": 1, "upper": 2}]}
        """.utf8)
    case .orlib: Data("3\n1 2 3\n4 5 6\n7.5 8e1 9\n".utf8)
    case .dimacs: Data("c x\np asn 4 3\nn 1\nn 2\na 1 3 5\na 2 3 6\na 2 4 -7\n".utf8)
    case .npy: try Data(contentsOf: fixture("fortran.npy"))
    case .npz: try Data(contentsOf: fixture("deflated.npz"))
    }
  }
}
