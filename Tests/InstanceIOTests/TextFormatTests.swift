import AssignmentKernel
import Foundation
import InstanceIO
import Testing
import Wording

@Suite struct TextFormatTests {
  @Test func `reads an OR-Library matrix with rows broken over lines`() throws {
    let instance = try read(" 3\n 1 2\n 3 4 5\n6\n +7 8. .5\n", .orlib)
    #expect(instance.problem.tiers == [[-10, -20, -30, -40, -50, -60, -70, -80, -5]])
    #expect(instance.problem.arcs.isDense)
    #expect(instance.problem.rowDemand == Array(repeating: .exactly(1), count: 3))
    #expect(instance.problem.columnLoad == Array(repeating: .upTo(1), count: 3))
    #expect(instance.sense == .min)
  }

  @Test(arguments: [
    ("", "starts with the number of rows"), ("x", "starts with the number of rows"),
    ("2\n1 2 3", "row 1, column 1: The file ends early"),
    ("2\n1 2 3 x", "line 2, “x”: A number"), ("1\n1 2", "Nothing may follow"),
    ("2000000000\n1", "ends early"), ("2\n1 2\n3 0.12345678912", "row 1, column 1"),
  ])
  func `names what is wrong with an OR-Library file`(text: String, message: String) {
    let error = #expect(throws: InstanceError.self) { try read(text, .orlib) }
    #expect(error?.text.en.contains(message) == true, "\(error?.text.en ?? "")")
  }

  @Test func `reads a DIMACS assignment problem`() throws {
    let instance = try read(
      "c two rows\np asn 5 4\nn 1\nn 4\n\na 4 2 7\na 1 5 3\na 1 2 4\na 4 3 -1.5\n", .dimacs)
    #expect(instance.problem.arcs == ArcPattern(columnsOfRows: [[0, 2], [0, 1]], columns: 3))
    #expect(instance.problem.tiers == [[-40, -30, -70, 15]])
  }

  @Test(arguments: [
    ("c nothing\n", "p asn NODES ARCS"), ("n 1\n", "in this order"),
    ("p asn 4 1\nn 1\na 2 1 3\n", "line 3"), ("p asn 4 2\nn 1\na 1 2 3\n", "1 arcs and 2"),
    ("p asn 99999999999 1\n", "more rows or columns"), ("p max 2 1\n", "p asn NODES ARCS"),
    ("p asn 2 1\nn 1\na 1 2\n", "line 3: A number"), ("p asn 2 1\nn 3\n", "more rows"),
    ("p asn 2 1\nn 1\na 1 2 3 4\n", "“4”: Something is left"), ("p asn 2 0\nz\n", "starts with"),
    ("p asn 2 2\nn 1\na 1 2 3\na 1 2 4\n", "row 0, column 0: The arc is given twice"),
  ])
  func `names what is wrong with a DIMACS file`(text: String, message: String) {
    let error = #expect(throws: InstanceError.self) { try read(text, .dimacs) }
    #expect(error?.text.en.contains(message) == true, "\(error?.text.en ?? "")")
  }

  @Test(arguments: [
    ("a.json", InstanceFormat.json), ("B.NPZ", .npz), ("x.y.npy", .npy), ("assign100.txt", .orlib),
    ("x.asn", .dimacs), ("json", .json), ("x.csv", nil),
  ])
  func `knows a format by the ending`(name: String, format: InstanceFormat?) {
    #expect(InstanceFormat(fileName: name) == format)
  }

  private func read(_ text: String, _ format: InstanceFormat) throws -> RawInstance {
    try RawInstance(data: Data(text.utf8), format: format)
  }
}
