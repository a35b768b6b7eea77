extension JSONValue {
  /// The scalars with their paths, in order: `settings.forms[0].capacity.default`, `3`.
  ///
  /// Scalars of one array stand together.
  var leaves: [(path: String, value: String)] { leaves(at: "") }

  private func leaves(at path: String) -> [(path: String, value: String)] {
    switch self {
    case .object(let members):
      return members.flatMap { $0.value.leaves(at: path.isEmpty ? $0.name : "\(path).\($0.name)") }
    case .array(let values):
      let words = values.compactMap(\.word)
      if words.count == values.count { return [(path, words.joined(separator: ", "))] }
      return values.enumerated().flatMap { $1.leaves(at: "\(path)[\($0)]") }
    default: return [(path, word ?? "")]
    }
  }

  /// A scalar in words; nil of what holds others.
  private var word: String? {
    switch self {
    case .null: ""
    case .bool(let value): value ? "true" : "false"
    case .integer(let value): "\(value)"
    case .decimal(let value), .string(let value): value
    case .array, .object: nil
    }
  }
}
