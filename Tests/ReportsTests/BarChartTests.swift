import Testing
import Wording

@testable import Reports

struct BarChartTests {
  private func lengths(_ counts: [Int]) -> [Int] {
    BarChart.counts(
      "load", Text(same: "load"), counts.map { (Text(same: "\($0)"), $0) }, of: .place
    )
    .bars.map(\.length)
  }

  @Test func `bars are as long as their counts are beside the largest`() {
    #expect(lengths([4, 2, 1, 0]) == [10_000, 5_000, 2_500, 0])
    #expect(lengths([0, 0]) == [0, 0])
    #expect(lengths([]) == [])
  }
}
