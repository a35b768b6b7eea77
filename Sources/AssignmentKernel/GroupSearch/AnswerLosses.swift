/// What answers to questions have taken off the bound so far, for each column.
///
/// What an answer took off is divided by how far the relaxation was from it: a pseudo-cost.
package struct AnswerLosses {
  /// What is known of one answer.
  private struct Side {
    var sum: [Double]
    var count: [Int]
    var all = 0.0
    var allCount = 0

    func each(_ column: Int) -> Double {
      if count[column] > 0 { return sum[column] / Double(count[column]) }
      return allCount > 0 ? all / Double(allCount) : 1
    }
  }

  private var no: Side
  private var yes: Side

  /// Nothing is known yet.
  package init(columnCount: Int) {
    no = Side(
      sum: Array(repeating: 0, count: columnCount), count: Array(repeating: 0, count: columnCount))
    yes = no
  }

  /// How often the rarer answer about a column was seen.
  func seen(_ column: Int) -> Int { min(no.count[column], yes.count[column]) }

  /// Keeps what an answer has taken off, where the column was open by `share`.
  package mutating func note(_ column: Int, _ isYes: Bool, share: Double, loss: Double) {
    let rate = loss / max(0.05, isYes ? 1 - share : share)
    func add(to side: inout Side) {
      side.sum[column] += rate
      side.count[column] += 1
      side.all += rate
      side.allCount += 1
    }
    if isYes { add(to: &yes) } else { add(to: &no) }
  }

  /// The product of what the two answers about a column are likely to take off.
  func score(_ column: Int, share: Double) -> Double {
    Self.product(no.each(column) * share, yes.each(column) * (1 - share))
  }

  /// A product that still tells something where one answer takes off nothing.
  static func product(_ one: Double, _ other: Double) -> Double {
    max(1e-6, one) * max(1e-6, other)
  }

  /// The column that promises most, with how far it is open; nil where there is none.
  package func best(among open: [(Int, Double)]) -> (Int, Double)? {
    open.max { score($0.0, share: $0.1) < score($1.0, share: $1.1) }
  }
}
