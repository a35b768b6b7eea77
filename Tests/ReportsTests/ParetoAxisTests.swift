import Matching
import Testing
import Wording

@testable import Reports

@Suite struct ParetoAxisTests {
  private func axis(_ values: [Int]) -> ParetoAxis {
    ParetoAxis(
      ParetoFront(
        goals: [.fit, .balance],
        points: values.map { ParetoPoint(values: [0, $0], placements: [:], isProved: true) },
        isComplete: true), goal: 1)
  }

  @Test(arguments: 1...40) func `a line bears at most six of the values that occur`(count: Int) {
    let values = (0..<count).map { $0 * 10 }
    let marks = axis(values.reversed() + values).marks
    #expect(marks.first == 0 && marks.count <= 6 && marks.count >= min(count, 3))
    #expect(Set(marks).count == marks.count && Set(marks).isSubset(of: values))
    if count <= 6 { #expect(marks == values) }
  }

  @Test func `the least value stands at one end and the greatest at the other`() {
    let line = axis([30, 10, 20])
    #expect([10, 20, 30].map { line.place($0, from: 100, to: 0) } == [100, 50, 0])
    #expect(axis([7, 7]).place(7, from: 0, to: 5) == 2.5)
    #expect(axis([0, 3]).place(1, from: 0, to: 10) == 3.3)
  }

  @Test(arguments: [
    (2, 3, 6_667), (1, 3, 3_333), (1, 8, 1_250), (0, 5, 0), (5, 5, 10_000),
    (99_999, 100_000, 9_999),
    (1, 20_000, 1), (1, 20_001, 0),
  ])
  func `a share is rounded, and is the whole only where it is all of it`(
    part: Int, whole: Int, share: Int
  ) {
    #expect(Text.hundredths(part, of: whole) == share)
  }
}
