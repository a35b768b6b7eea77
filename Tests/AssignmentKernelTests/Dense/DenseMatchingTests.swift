import SolverConformance
import Testing

@testable import AssignmentKernel

extension DenseMatching {
  /// The sums of a row with every column it may hold.
  fileprivate func allSums(_ row: Int) -> [(column: Int, sum: Scalar)] {
    (0...shape.columnCount).map { ($0, costs.cost(row, $0) + price[$0]) }
      .filter { $0.sum < Scalar.far }
  }

  /// Where a candidate list misses a column or a row does not hold one of its nearest.
  fileprivate func faults() -> [String] {
    var faults: [String] = []
    for row in 0..<shape.rowCount where shape.wants[row] {
      let nearest = allSums(row).map(\.sum).min()
      if least[row] != nearest { faults.append("row \(row): least sum") }
      let held = Int(column[row])
      if held >= 0, costs.cost(row, held) + price[held] != nearest {
        faults.append("row \(row): holds a column that is not nearest")
      }
    }
    for column in load.indices {
      let rows = self.column.indices.filter { self.column[$0] == column }
      let first = start[column]
      let listed = holder[first..<first + Int(load[column])].map { Int($0) }.sorted()
      if rows != listed { faults.append("column \(column): holders") }
      if load[column] > shape.places[column] { faults.append("column \(column): too many") }
    }
    return faults
  }
}

@Suite struct DenseMatchingTests {
  private func matching(
    _ kind: DenseKind, seed: UInt64, highestPrice: Int32
  ) throws -> DenseMatching<Int32>? {
    let problem = try AssignmentProblem.dense(kind, seed: seed, largest: 60)
    guard let shape = DenseShape(problem), shape.range.spread <= Int32.costLimit else { return nil }
    var source = SplitMix64(seed: seed)
    let prices = shape.places.prefix(shape.columnCount).map { places in
      places > shape.rowCount ? 0 : Int32.random(in: 0...highestPrice, using: &source)
    }
    return DenseMatching(shape, weights: problem.tiers[0], prices: prices)
  }

  @Test(arguments: [DenseKind.uniform, .ties, .equal, .profiles, .likeRows, .outlier])
  func `keeps the nearest columns of a row at hand while prices rise`(kind: DenseKind) throws {
    for seed in 0..<10 as Range<UInt64> {
      guard var matching = try matching(kind, seed: seed, highestPrice: 1000) else { continue }
      var source = SplitMix64(seed: seed)
      for _ in 0..<40 {
        for row in 0..<matching.shape.rowCount where matching.shape.wants[row] {
          let nearest = matching.nearest(row)
          let sums = matching.allSums(row).sorted { $0.sum < $1.sum }
          #expect(nearest.sum == sums[0].sum)
          #expect(sums.contains { $0.column == nearest.column && $0.sum == nearest.sum })
          let second = sums.count > 1 ? sums[1].sum : Int32.far
          #expect(nearest.sum <= nearest.second && nearest.second <= second)
          let first = row * DenseMatching<Int32>.candidateCount
          let candidates = matching.candidateColumn[first..<first + 16]
          #expect(
            sums.allSatisfy {
              candidates.contains(Int32($0.column)) || $0.sum >= matching.bound[row]
            })
        }
        let column = Int.random(in: 0..<matching.shape.columnCount, using: &source)
        matching.price[column] += Int32.random(in: 0...1_000_000, using: &source)
      }
    }
  }

  @Test(arguments: [DenseKind.uniform, .ties, .equal, .negative, .profiles, .distances, .likeRows])
  func `paths and refilling leave every row with a nearest column and no free place at a price`(
    kind: DenseKind
  ) throws {
    for seed in 0..<30 as Range<UInt64> {
      guard var matching = try matching(kind, seed: seed, highestPrice: 1 << 22) else { continue }
      matching.settle()
      #expect(matching.faults() == [], "seed \(seed)")
      var paths = DensePaths(matching)
      let arePlaced = paths.placeAll(limits: .none)
      #expect(arePlaced)
      guard !paths.matching.isBeyondRange else { continue }
      #expect(paths.matching.faults() == [], "seed \(seed)")
      #expect(paths.matching.waiting == [])
      var refill = DenseRefill(paths.matching)
      let areFilled = refill.refillAll(limits: .none)
      #expect(areFilled)
      let end = refill.matching
      #expect(end.faults() == [], "seed \(seed)")
      for column in 0..<end.shape.columnCount {
        #expect(!end.hasRoom(column) || end.price[column] == 0, "seed \(seed)")
      }
    }
  }

  @Test func `an auction keeps its books`() throws {
    for kind in [DenseKind.uniform, .ties, .profiles, .likeRows] {
      for seed in 0..<20 as Range<UInt64> {
        guard var matching = try matching(kind, seed: seed, highestPrice: 0) else { continue }
        let isInTime = matching.auction(limits: .none)
        #expect(isInTime)
        #expect(matching.isBeyondRange || matching.faults() == [], "\(kind) \(seed)")
      }
    }
  }
}
