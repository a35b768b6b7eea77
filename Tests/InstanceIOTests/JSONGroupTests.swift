import AssignmentKernel
import Foundation
import InstanceIO
import Testing
import Wording

@Suite struct JSONGroupTests {
  private func read(
    _ text: String, _ options: RawInstance.Options = .init()
  ) throws -> RawInstance {
    try RawInstance(data: Data(text.utf8), format: .json, options: options)
  }

  @Test(arguments: [
    (#"{"weights": [[1, 2]]}"#), (#"{"weights": [[1, 2]], "mayClose": false}"#),
    (#"{"weights": [[1, 2]], "mayClose": [false, false]}"#),
  ])
  func `a file without groups has none`(text: String) throws {
    #expect(try read(text).groups == nil)
  }

  @Test func `columns that may close, all or one by one`() throws {
    #expect(
      try read(#"{"weights": [[1, 2]], "mayClose": true}"#).groups?.mayClose == [true, true])
    #expect(
      try read(#"{"weights": [[1, 2]], "mayClose": [ false , true ]}"#).groups?.mayClose
        == [false, true])
  }

  @Test func `reads opening weights in the unit and sense of the weights`() throws {
    let costs = try read(
      #"{"weights": [[1.5, 2]], "mayClose": [true, false], "opening": [0.25, 0]}"#)
    #expect(costs.groups?.assignment.tiers == [[-150, -200]])
    #expect(costs.groups?.opening == [[-25, 0]])
    #expect(costs.inputValue(of: -175) == "1.75")
    let profits = try read(
      #"{"objective": "max", "weights": [[1, 2]], "mayClose": [false, true], "opening": -3}"#)
    #expect(profits.groups?.opening == [[0, -3]])
    let scaled = try read(
      #"{"objective": "max", "weights": [[1]], "mayClose": true, "opening": 0.15}"#,
      .init(scale: 10))
    #expect(scaled.groups?.opening == [[2]])
  }

  @Test func `reads rules, companies and limits, with their defaults`() throws {
    let groups = try #require(
      try read(
        #"""
        {"weights": [[1, 2, 3], [1, 2, 3]], "mayClose": [true, false, true],
         "rules": [{"rows": [0, 1], "upper": 1}, {"columns": [1], "rows": [1], "lower": 1}],
         "together": [[0, 1], {"rows": [1, 0], "columns": [2]}],
         "openLimits": [{"upper": 1}, {"columns": [2], "lower": 1}]}
        """#
      ).groups)
    #expect(
      groups.rules == [
        CompositionRule(columns: [0, 2], rows: [0, 1], .upTo(1)),
        CompositionRule(columns: [1], rows: [1], .exactly(1)),
      ])
    #expect(
      groups.companies == [
        Company(rows: [0, 1], columns: [0, 1, 2]), Company(rows: [1, 0], columns: [2]),
      ])
    #expect(
      groups.openLimits == [
        OpenLimit(columns: [0, 2], .upTo(1)), OpenLimit(columns: [2], .exactly(1)),
      ])
  }

  @Test(arguments: [
    (#""mayClose": [true]"#, "“mayClose”: There are 1 values and 2 columns"),
    (#""mayClose": []"#, "2 columns"),
    (#""mayClose": 1"#, "line 1, “mayClose”: True or false"),
    (#""mayClose": [true, null]"#, "True or false"),
    (#""mayClose": true, "opening": [1]"#, "“opening”: There are 1 values and 2 columns"),
    (#""mayClose": true, "opening": "x""#, "“opening”: A number"),
    (#""mayClose": true, "opening": [1, 0.0000000001]"#, "column 1, “opening”: The weight is not"),
    (#""mayClose": true, "opening": [1, 99999999999999999999]"#, "column 1, “opening”"),
    (#""opening": [0, 1]"#, "Column 1 never closes"),
    (#""mayClose": true, "rules": [{"rows": [0]}]"#, "A rule needs rows and lower or upper"),
    (#""mayClose": true, "rules": [{"upper": 1}]"#, "A rule needs rows"),
    (#""mayClose": true, "rules": [{"rows": [5], "upper": 1}]"#, "Composition rule 0, rows: 5"),
    (#""mayClose": true, "rules": [{"rows": [0], "lower": 2, "upper": 1}]"#, "2…1 are impossible"),
    (#""mayClose": true, "rules": [{"row": [0], "upper": 1}]"#, "“row”: Only rows"),
    (#""mayClose": true, "together": [{"columns": [0]}]"#, "Together needs rows"),
    (#""mayClose": true, "together": [[0, 0]]"#, "Company 0, rows: 0"),
    (#""mayClose": true, "openLimits": [{"columns": [0]}]"#, "A limit needs lower or upper"),
    (#""mayClose": [true, false], "openLimits": [{"columns": [1], "upper": 1}]"#, "never closes"),
    (#""mayClose": true, "openlimits": []"#, "do you mean “openLimits”?"),
  ])
  func `names what is wrong with groups`(members: String, message: String) {
    let error = #expect(throws: InstanceError.self) {
      try read(#"{"weights": [[1, 2], [3, 4]], "# + members + "}")
    }
    #expect(error?.text.en.contains(message) == true, "\(error?.text.en ?? "")")
  }

  @Test func `an opening weight that leaves 64 bits in the common unit is named`() {
    let error = #expect(throws: InstanceError.self) {
      try read(#"{"weights": [[0.001]], "mayClose": true, "opening": 9223372036854775807}"#)
    }
    #expect(error?.text.en.contains("column 0, “opening”: The weight does not fit") == true)
  }
}
