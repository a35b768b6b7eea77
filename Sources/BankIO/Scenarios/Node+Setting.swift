import Wording
import Yams

extension ScenarioSetting {
  /// The value as YAML: a list or a mapping where it is written as one, else a plain text, so that
  /// thresholds such as `> 3` need no quotation marks.
  var node: Node {
    let isCollection = value.hasPrefix("[") || value.hasPrefix("{")
    if isCollection, let node = try? compose(yaml: value) { return node }
    return Node(value, Tag(.implicit), .plain)
  }
}

extension Node {
  /// Puts a value under a path; list elements go by their `id`, and `off` takes one out.
  mutating func set(_ path: ArraySlice<String>, to value: Node) throws(Flaw) {
    guard let key = path.first else {
      self = value
      return
    }
    let rest = path.dropFirst()
    if var items = sequence {
      let ids = items.map { $0.mapping?["id"]?.scalar?.string ?? "" }
      guard let index = ids.firstIndex(of: key) else {
        throw .unknownPath(path.joined(separator: "."), key, ids)
      }
      if rest.isEmpty, value.scalar?.string == "off" {
        items.remove(at: index)
      } else {
        try items[index].set(rest, to: value)
      }
      self = .sequence(items)
      return
    }
    // One number stands for both bounds of a capacity.
    if let number = scalar, ["default", "maximum"].contains(key) {
      self = [Node("default"): .scalar(number), Node("maximum"): .scalar(number)]
    }
    guard var members = mapping else {
      throw .unknownPath(path.joined(separator: "."), key, [])
    }
    var child = members[Node(key)] ?? [:]
    try child.set(rest, to: value)
    members[Node(key)] = child
    self = .mapping(members)
  }
}
