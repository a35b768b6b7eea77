import AssignmentKernel

extension AssignmentProblem {
  /// Every plan that keeps all bounds, for small problems only.
  ///
  /// Time: O(2^arcs) at worst; rows and columns prune as the plan grows.
  func everyPlan() -> [[Int]] {
    var plans: [[Int]] = []
    var plan: [Int] = []
    var rowUse = [Int](repeating: 0, count: rowCount)
    var columnUse = [Int](repeating: 0, count: columnCount)
    func extend(from arc: Int) {
      guard arc < arcs.count else {
        if keepsBounds(plan) { plans.append(plan) }
        return
      }
      extend(from: arc + 1)
      let (row, column) = (arcs.row(ofArc: arc), arcs.column(ofArc: arc))
      guard rowUse[row] < rowDemand[row].upper, columnUse[column] < columnLoad[column].upper else {
        return
      }
      rowUse[row] += 1
      columnUse[column] += 1
      plan.append(arc)
      extend(from: arc + 1)
      plan.removeLast()
      rowUse[row] -= 1
      columnUse[column] -= 1
    }
    extend(from: 0)
    return plans
  }
}
