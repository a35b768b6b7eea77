import AssignmentKernel
import Foundation
import InstanceIO
import Testing
import Wording

@Suite struct NumPyTests {
  @Test(arguments: ["stored", "deflated"])
  func `reads what SciPy saves`(name: String) throws {
    let instance = try RawInstance(contentsOf: fixture("\(name).npz"), format: .npz)
    #expect(instance.problem.tiers == [[-4, -7, -2, -9, 1, -5]])
    #expect(
      instance.problem.arcs == ArcPattern(columnsOfRows: [[0, 2], [1, 3], [0, 3]], columns: 4))
    #expect(instance.problem.rowDemand == Array(repeating: .exactly(1), count: 3))
  }

  @Test func `reads Fortran order, NaN and infinity`() throws {
    let instance = try RawInstance(
      contentsOf: fixture("fortran.npy"), format: .npy, options: .init(sense: .max))
    #expect(instance.problem.arcs == ArcPattern(columnsOfRows: [[0, 2], [0, 1]], columns: 3))
    #expect(instance.problem.tiers == [[150, 300, 400, 525]])
  }

  @Test func `refuses a sparse matrix that is not CSR`() throws {
    let error = try #require(throws: InstanceError.self) {
      try RawInstance(contentsOf: fixture("coo.npz"), format: .npz)
    }
    #expect(error.file == "coo.npz")
    #expect(error.text.en.contains("tocsr"))
  }

  @Test(
    arguments: [
      ("<i1", [0xFF, 2]), ("|u1", [0xFF, 2]), ("<i2", [0xFF, 0xFF, 2, 0]),
      (">i2", [0xFF, 0xFF, 0, 2]), ("<u4", [0xFF, 0xFF, 0xFF, 0xFF, 2, 0, 0, 0]),
      ("<f4", [0, 0, 0x80, 0xBF, 0xCD, 0xCC, 0xCC, 0x3D]),
    ] as [(String, [UInt8])])
  func `reads every type of number`(type: String, bytes: [UInt8]) throws {
    let instance = try read(npy("'\(type)'", "(1, 2)", bytes), .max)
    let expected: [String: [Int64]] = [
      "<i1": [-1, 2], "|u1": [255, 2], "<i2": [-1, 2], ">i2": [-1, 2],
      "<u4": [0xFFFF_FFFF, 2], "<f4": [-10, 1],
    ]
    #expect(instance.problem.tiers[0] == expected[type])
  }

  @Test func `refuses a u8 beyond 64 signed bits`() {
    #expect(throws: InstanceError.self) {
      try read(npy("'<u8'", "(1, 1)", Array(repeating: 0xFF, count: 8)), .max)
    }
  }

  @Test(arguments: [
    ("'<i1'", "(1, 2)", 1, "ends early"), ("'<i1'", "(1, 2)", 3, "more data than announced"),
    ("'<i1'", "(2,)", 2, "not a matrix"), ("'<i1'", "(1, 1, 2)", 2, "more than two dimensions"),
    ("'<c8'", "(1, 1)", 8, "type is not supported"), ("'|O'", "(1, 1)", 8, "not supported"),
    ("'<f8'", "(2000000000, 2000000000)", 8, "more rows or columns"),
    ("'<f8'", "(0, 2000000000)", 0, "more rows or columns"),
    ("'<f8'", "(-1, 2)", 0, "header can't be read"), ("[('a', '<f8')]", "(1, 1)", 8, "header"),
  ])
  func `names what is wrong with an array`(
    type: String, shape: String, count: Int, message: String
  ) {
    let data = npy(type, shape, Array(repeating: 0, count: count))
    let error = #expect(throws: InstanceError.self) { try read(data, .min) }
    #expect(error?.text.en.contains(message) == true, "\(error?.text.en ?? "")")
  }

  @Test func `says that a file is missing`() {
    let error = #expect(throws: InstanceError.self) {
      try RawInstance(contentsOf: URL(filePath: "/no/such/file.npy"), format: .npy)
    }
    #expect(error?.file == "file.npy")
  }

  private func read(_ data: Data, _ sense: RawInstance.Sense) throws -> RawInstance {
    try RawInstance(data: data, format: .npy, options: .init(sense: sense))
  }
}

/// A file of the test bundle.
func fixture(_ name: String) -> URL {
  Bundle.module.bundleURL.appending(path: "Fixtures").appending(path: name)
}

/// An NPY file of version 1.
func npy(_ type: String, _ shape: String, _ bytes: [UInt8]) -> Data {
  let header = "{'descr': \(type), 'fortran_order': False, 'shape': \(shape), }\n"
  let length = UInt16(header.utf8.count)
  return Data([0x93]) + Data("NUMPY".utf8)
    + Data([1, 0, UInt8(length & 0xFF), UInt8(length >> 8)]) + Data(header.utf8) + Data(bytes)
}
