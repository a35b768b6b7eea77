import AssignmentKernel
import Foundation
import InstanceIO
import Testing
import Wording

@Suite struct JSONReaderTests {
  @Test func `reads a matrix with forbidden arcs, bounds and groups`() throws {
    let instance = try read(
      """
      {"objective": "max", "rows": 2, "columns": 3, "weights": [[1, null, 3], [4, 5, 6]],
       "rowDemand": {"lower": 1, "upper": [1, 2]}, "columnLoad": {"upper": 2},
       "rowGroups": [{"rows": [0, 1], "upper": 3}],
       "columnGroups": [{"columns": [1, 2], "lower": 1, "upper": 2}]}
      """)
    #expect(
      try instance.problem
        == AssignmentProblem(
          arcs: ArcPattern(columnsOfRows: [[0, 2], [0, 1, 2]], columns: 3),
          tiers: [[1, 3, 4, 5, 6]], rowDemand: [.exactly(1), Bounds(lower: 1, upper: 2)],
          columnLoad: Array(repeating: .upTo(2), count: 3),
          rowGroups: [NodeGroup([0, 1], .upTo(3))],
          columnGroups: [NodeGroup([1, 2], Bounds(lower: 1, upper: 2))]))
    #expect(instance.sense == .max)
  }

  @Test func `reads arcs in any order and costs as negative weights`() throws {
    let instance = try read(
      #"{"arcs": [[1, 0, 7], [0, 2, -2], [0, 1, 3e1]], "rows": 2, "columns": 3}"#)
    #expect(instance.problem.tiers == [[-30, 2, -7]])
    #expect(instance.problem.arcs == ArcPattern(columnsOfRows: [[1, 2], [0]], columns: 3))
    #expect(instance.problem.rowDemand == [.upTo(1), .upTo(1)])
    #expect(instance.inputValue(of: -37) == "37")
  }

  @Test func `lets options override the file`() throws {
    let options = RawInstance.Options(
      sense: .max, rowDemand: .exactly(2), columnLoad: Bounds(lower: 1, upper: 4))
    let instance = try read(#"{"weights": [[1, 2]], "objective": "min"}"#, options)
    #expect(instance.problem.tiers == [[1, 2]])
    #expect(instance.problem.rowDemand == [.exactly(2)])
    #expect(
      instance.problem.columnLoad == [Bounds(lower: 1, upper: 4), Bounds(lower: 1, upper: 4)])
  }

  @Test func `passes over keys it does not know`() throws {
    let instance = try read(
      #"{"name": "a \"b\" é 😀", "x": {"y": [1, {"z": null}, true]}, "weights": [[1]]}"#)
    #expect(instance.problem.rowCount == 1)
  }

  @Test(arguments: [
    (#"{"weights": []}"#, 0, 0), (#"{"weights": [], "columns": 3}"#, 0, 3),
    (#"{"weights": [[], []]}"#, 2, 0), (#"{"arcs": [], "rows": 2, "columns": 4}"#, 2, 4),
  ])
  func `reads empty instances`(text: String, rows: Int, columns: Int) throws {
    let problem = try read(text).problem
    #expect(problem.rowCount == rows)
    #expect(problem.columnCount == columns)
  }

  @Test(arguments: [
    ("", "the file ends early"),
    ("[1]", "it can't stand here"),
    (#"{"weights": [[1]], "rowDemand": 1}"#, "Bounds must stand here"),
    (#"{"weights": [[1]], "columnLoad": [1]}"#, "Bounds must stand here"),
    (#"{"weights": [[1, 2], [3]]}"#, "row 1: The row has 1 numbers and the first one 2"),
    (#"{"weights": [[1, 2], [3, "x"]]}"#, "line 1, row 1, column 1, “\"x\"]]}”: A weight is"),
    (#"{"weights": [[1, 2], [3, 01]]}"#, "row 1, column 1"),
    (#"{"weights": [[1]], "weights": [[1]]}"#, "“weights”: The key is given twice"),
    (#"{"weights": [[1]], "rowDemands": 3}"#, "do you mean “rowDemand”?"),
    (#"{"weights": [[1]], "rows": 2}"#, "fill 1 × 1 and 2 × 1 is announced"),
    (#"{"weights": [[1]], "arcs": []}"#, "keep one"),
    (#"{"arcs": [[0, 5, 1]], "rows": 1, "columns": 2}"#, "fill 1 × 6"),
    (#"{"arcs": [[0, 1, 1], [0, 1, 2]], "rows": 1, "columns": 2}"#, "row 0, column 1: The arc"),
    (#"{"arcs": [[0, 0, 1]]}"#, "rows and columns are needed"),
    (#"{"rows": 1}"#, "neither weights nor arcs"),
    (#"{"objective": "best"}"#, "“min” or “max”"),
    (#"{"weights": [[1]], "rowDemand": {"upper": [1, 1]}}"#, "2 bounds; give 1"),
    (#"{"weights": [[1]], "rowDemand": {"lower": 2, "upper": 1}}"#, "impossible"),
    (#"{"weights": [[1]], "rowDemand": {"upper": -1}}"#, "from 0 to"),
    (#"{"weights": [[1]], "rowGroups": [{"rows": [0]}]}"#, "needs rows and upper"),
    (#"{"weights": [[1]], "rowGroups": [{"rows": [4], "upper": 1}]}"#, "does not exist"),
    (#"{"arcs": [], "rows": 99999999999, "columns": 1}"#, "The number must be from 0"),
    (#"{"weights": [[1.0000000001]]}"#, "row 0, column 0, “1.0000000001]]}”: The weight"),
    (#"{"weights": [[1]]} x"#, "it can't stand here"),
  ])
  func `names what is wrong`(text: String, message: String) {
    let error = #expect(throws: InstanceError.self) { try read(text) }
    #expect(error?.text.en.localizedStandardContains(message) == true, "\(error?.text.en ?? "")")
  }

  @Test func `does not follow endless nesting`() {
    let text = #"{"x": "# + String(repeating: "[", count: 1_000_000)
    #expect(throws: InstanceError.self) { try read(text) }
  }

  private func read(
    _ text: String, _ options: RawInstance.Options = .init()
  ) throws -> RawInstance {
    try RawInstance(data: Data(text.utf8), format: .json, options: options)
  }
}
