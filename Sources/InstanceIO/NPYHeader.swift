import Foundation
import Wording

/// The header of an NPY array: a Python dictionary with three known keys.
struct NPYHeader {
  private(set) var type = ""
  private(set) var isFortran = false
  private(set) var shape: [Int] = []

  init(_ text: Data) throws(InstanceError) {
    var header = self
    do throws(InstanceError) {
      try text.scanning { (scanner) throws(InstanceError) in try header.read(&scanner) }
    } catch  where error.reason != .dimensions {
      throw InstanceError(.header, value: error.value)
    }
    self = header
  }

  private init() {}

  private mutating func read(_ scanner: inout ByteScanner) throws(InstanceError) {
    var missing: Set = ["descr", "fortran_order", "shape"]
    try scanner.take(UInt8(ascii: "{"))
    while !scanner.takes(UInt8(ascii: "}")) {
      let key = try Self.string(&scanner)
      guard missing.remove(key) != nil else { throw scanner.failure(.header) }
      try scanner.take(UInt8(ascii: ":"))
      scanner.skipSpace()
      switch key {
      case "descr": type = try Self.string(&scanner)
      case "fortran_order":
        isFortran = scanner.takes(word: "True")
        guard isFortran || scanner.takes(word: "False") else { throw scanner.failure(.header) }
      default: shape = try Self.shape(&scanner)
      }
      _ = scanner.takes(UInt8(ascii: ","))
    }
    guard missing.isEmpty else { throw InstanceError(.header) }
  }

  private static func string(_ scanner: inout ByteScanner) throws(InstanceError) -> String {
    scanner.skipSpace()
    let quote = scanner.current
    guard quote == UInt8(ascii: "'") || quote == UInt8(ascii: "\"") else {
      throw scanner.failure(.header)
    }
    scanner.advance()
    let start = scanner.position
    while scanner.current != quote {
      guard !scanner.isAtEnd else { throw scanner.failure(.header) }
      scanner.advance()
    }
    let string = scanner.text(start..<scanner.position)
    scanner.advance()
    return string
  }

  private static func shape(_ scanner: inout ByteScanner) throws(InstanceError) -> [Int] {
    var shape: [Int] = []
    try scanner.take(UInt8(ascii: "("))
    while !scanner.takes(UInt8(ascii: ")")) {
      guard shape.count < 2 else { throw scanner.failure(.dimensions) }
      shape.append(try scanner.integer(in: 0...Int(Int32.max)))
      _ = scanner.takes(UInt8(ascii: ","))
    }
    return shape
  }
}

extension Text {
  fileprivate static let header = Text(
    ru: "Заголовок NPY не читается.", en: "The NPY header can't be read.")
  fileprivate static let dimensions = Text(
    ru: "Измерений больше двух: нужна матрица.",
    en: "There are more than two dimensions: a matrix is needed.")
}
