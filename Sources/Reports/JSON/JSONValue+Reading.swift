public import Foundation

extension JSONValue {
  /// Reads a document; nil where it is not JSON.
  ///
  /// The order of members is not kept. Numbers beyond 64 bits or with decimals become ``decimal(_:)``.
  public init?(parsing data: Data) {
    guard let object = try? JSONSerialization.jsonObject(with: data, options: .fragmentsAllowed)
    else { return nil }
    self.init(object)
  }

  private init(_ object: Any) {
    switch object {
    case let members as [String: Any]:
      self = .object(members.map { Member($0.key, JSONValue($0.value)) })
    case let values as [Any]: self = .array(values.map { JSONValue($0) })
    case let text as String: self = .string(text)
    case let number as NSNumber: self.init(number)
    default: self = .null
    }
  }

  private init(_ number: NSNumber) {
    // Foundation gives truth values and numbers one type; only their C types differ.
    switch String(cString: number.objCType) {
    case "c", "B": self = .bool(number.boolValue)
    case "d", "f": self = .decimal("\(number.doubleValue)")
    case "Q": self = .integer(Int128(number.uint64Value))
    default: self = .integer(Int128(number.int64Value))
    }
  }

  /// The value of a member, or nil where this is no object or has none of that name.
  public subscript(name: String) -> JSONValue? {
    guard case .object(let members) = self else { return nil }
    return members.first { $0.name == name }?.value
  }
}
