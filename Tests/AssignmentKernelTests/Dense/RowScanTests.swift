import SolverConformance
import Testing

@testable import AssignmentKernel

@Suite struct RowScanTests {
  private func withAddress<Element, Result>(
    of array: inout [Element], _ body: (UnsafeMutablePointer<Element>) -> Result
  ) -> Result {
    array.withUnsafeMutableBufferPointer { buffer in
      guard let address = buffer.baseAddress else { preconditionFailure("an empty buffer") }
      return body(address)
    }
  }

  /// Costs and prices of `count` columns with many ties.
  private func row<Scalar: DenseScalar>(_: Scalar.Type, count: Int, seed: UInt64) -> (
    costs: [Scalar], prices: [Scalar], sums: [Scalar]
  ) {
    var source = SplitMix64(seed: seed)
    let most: Scalar = seed % 2 == 0 ? 50 : Scalar.costLimit
    let costs = (0..<count).map { _ in Scalar.random(in: 0...most, using: &source) }
    let prices = (0..<count).map { _ in Scalar.random(in: 0...most, using: &source) }
    return (costs, prices, zip(costs, prices).map { $0 + $1 })
  }

  private func checkMinima<Scalar: DenseScalar>(_: Scalar.Type) {
    for count in [16, 32, 48, 64, 160] {
      for seed in 0..<8 as Range<UInt64> {
        let row = row(Scalar.self, count: count, seed: seed)
        var minima = [Scalar](repeating: 0, count: 32)
        withAddress(of: &minima) { minima in
          RowScan.minima(row.costs, row.prices, count: count, into: minima)
        }
        for lane in 0..<32 {
          let expected = stride(from: lane, to: count, by: 32).map { row.sums[$0] }.min()
          #expect(minima[lane] == expected ?? Scalar.far)
        }
      }
    }
  }

  @Test func `finds the least sum of each class of columns`() {
    checkMinima(Int32.self)
    checkMinima(Int64.self)
  }

  private func checkCollecting<Scalar: DenseScalar>(_: Scalar.Type) {
    for seed in 0..<20 as Range<UInt64> {
      let row = row(Scalar.self, count: 64, seed: seed)
      let limit = row.sums.sorted()[Int(seed)]
      var sums = [Scalar](repeating: 0, count: 96)
      var columns = [Int32](repeating: 0, count: 96)
      var count = 0
      withAddress(of: &sums) { sums in
        withAddress(of: &columns) { columns in
          RowScan.collect(
            row.costs, row.prices, in: 16..<64, below: limit, most: .max,
            sums: sums, columns: columns, count: &count)
        }
      }
      let expected = (16..<64).filter { row.sums[$0] < limit }
      #expect(columns.prefix(count).map { Int($0) } == expected)
      #expect(sums.prefix(count).map { $0 + limit } == expected.map { row.sums[$0] })
    }
  }

  @Test func `collects every column below a limit, in order`() {
    checkCollecting(Int32.self)
    checkCollecting(Int64.self)
  }

  @Test func `stops collecting where there are enough`() {
    let zeros = [Int32](repeating: 0, count: 160)
    var sums = zeros
    var columns = zeros
    var count = 0
    withAddress(of: &sums) { sums in
      withAddress(of: &columns) { columns in
        RowScan.collect(
          zeros, zeros, in: 0..<160, below: 1, most: 20, sums: sums,
          columns: columns, count: &count)
      }
    }
    #expect(count == 32)
  }

  @Test func `selects the least with their columns`() {
    for seed in 0..<50 as Range<UInt64> {
      var source = SplitMix64(seed: seed)
      let count = Int.random(in: 17...60, using: &source)
      let numbers = (0..<count).map { _ in Int32.random(in: 0...30, using: &source) }
      var sums = numbers
      var columns = (0..<count).map { Int32($0) }
      let greatest = withAddress(of: &sums) { sums in
        withAddress(of: &columns) { columns in
          RowScan.select(16, of: count, sums, columns)
        }
      }
      #expect(greatest == numbers.sorted()[15])
      #expect(sums.prefix(16).sorted() == Array(numbers.sorted().prefix(16)))
      #expect(columns.prefix(16).map { numbers[Int($0)] } == Array(sums.prefix(16)))
    }
  }
}
