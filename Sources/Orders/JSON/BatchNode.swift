import MentoringModel
import Reports
import Wording

/// A value in a batch that is read, with the path to it.
struct BatchNode {
  let value: JSONValue
  let path: String

  /// A member.
  subscript(name: String) -> BatchNode {
    get throws(OrderBatchError) {
      let place = path.isEmpty ? name : "\(path).\(name)"
      guard let member = value[name] else { throw .unsound(path: place) }
      return BatchNode(value: member, path: place)
    }
  }

  /// A member, or nil where it is null or not there.
  func optional(_ name: String) -> BatchNode? {
    guard let member = value[name], member != .null else { return nil }
    return BatchNode(value: member, path: path.isEmpty ? name : "\(path).\(name)")
  }

  /// The elements of an array.
  func map<Result>(
    _ read: (BatchNode) throws(OrderBatchError) -> Result
  ) throws(OrderBatchError) -> [Result] {
    guard case .array(let values) = value else { throw .unsound(path: path) }
    var results: [Result] = []
    results.reserveCapacity(values.count)
    for (index, value) in values.enumerated() {
      results.append(try read(BatchNode(value: value, path: "\(path)[\(index)]")))
    }
    return results
  }

  var string: String {
    get throws(OrderBatchError) {
      guard case .string(let text) = value else { throw .unsound(path: path) }
      return text
    }
  }

  var integer: Int {
    get throws(OrderBatchError) {
      guard case .integer(let number) = value, let small = Int(exactly: number) else {
        throw .unsound(path: path)
      }
      return small
    }
  }

  var flag: Bool {
    get throws(OrderBatchError) {
      guard case .bool(let flag) = value else { throw .unsound(path: path) }
      return flag
    }
  }

  var text: Text {
    get throws(OrderBatchError) { Text(ru: try self["ru"].string, en: try self["en"].string) }
  }

  var date: CalendarDate {
    get throws(OrderBatchError) {
      guard let date = CalendarDate(try string) else { throw .unsound(path: path) }
      return date
    }
  }

  /// One of a few words.
  func word<Value: RawRepresentable<String>>(
    _ type: Value.Type
  ) throws(OrderBatchError) -> Value {
    guard let word = Value(rawValue: try string) else { throw .unsound(path: path) }
    return word
  }
}
