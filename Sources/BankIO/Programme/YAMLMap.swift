import MentoringModel
import Wording
import Yams

/// A mapping of the programme file while it is read: what is asked for is known, the rest is not.
final class YAMLMap {
  /// Where the mapping stands, as `forms.educator-educator`; empty for the whole file.
  let path: String
  /// The line of the mapping.
  let line: Int?
  /// Collects the findings.
  let notes: ProgrammeNotes

  private let values: [(key: String, node: Node)]
  private var asked: Set<String> = []

  init(_ mapping: Node.Mapping, path: String, notes: ProgrammeNotes) {
    self.path = path
    self.notes = notes
    line = mapping.mark?.line
    values = mapping.map { (key: $0.key.scalar?.string ?? "", node: $0.value) }
  }

  /// The keys in their order.
  var keys: [String] { values.map(\.key) }

  /// The value of a key, or nil where it is absent or empty.
  func node(_ key: String) -> Node? {
    asked.insert(key)
    guard let node = values.first(where: { $0.key == key })?.node, !node.isBlank else { return nil }
    return node
  }

  /// Whether a key has a value.
  func has(_ key: String) -> Bool { node(key) != nil }

  /// Whether the value of a key is a mapping.
  func isMap(_ key: String) -> Bool { node(key)?.mapping != nil }

  /// Notes a flaw in the value of a key.
  func add(_ flaw: Flaw, at key: String? = nil, index: Int? = nil) {
    guard let key else { return notes.add(flaw, line: line, key: path.isEmpty ? nil : path) }
    let place = location(of: key, index: index)
    notes.add(flaw, line: place.row, key: place.column)
  }

  /// Where the mapping stands.
  var location: SourceLocation {
    SourceLocation(file: notes.file, row: line, column: path.isEmpty ? nil : path)
  }

  /// Where the value of a key stands, or one of its items.
  func location(of key: String, index: Int? = nil) -> SourceLocation {
    var place = path.isEmpty ? key : "\(path).\(key)"
    var line = values.first { $0.key == key }?.node.mark?.line ?? line
    if let index {
      place += "[\(index + 1)]"
      line = node(key)?.sequence.flatMap { index < $0.count ? $0[index].mark?.line : nil } ?? line
    }
    return SourceLocation(file: notes.file, row: line, column: place)
  }

  /// Reports the keys that nobody asked for.
  func finish() {
    for (key, node) in values where !asked.contains(key) {
      let place = path.isEmpty ? key : "\(path).\(key)"
      notes.add(
        .unknownKey(key, nearest: nearMiss(of: key, among: asked.sorted())),
        line: node.mark?.line, key: place)
    }
  }
}

extension Node {
  /// Whether the value is left empty or is `null`.
  fileprivate var isBlank: Bool {
    guard let scalar, scalar.style == .plain || scalar.style == .any else { return false }
    return ["", "~", "null"].contains(scalar.string)
  }
}

extension Flaw {
  fileprivate static func unknownKey(_ key: String, nearest: String?) -> Flaw {
    Flaw(
      .warning, code: "unknownKey", value: key,
      Text(
        ru: "Ключ «\(quoted(key))» не известен и не читается.",
        en: "The key “\(quoted(key))” is not known and not read."),
      advice: Text(ru: "Исправьте или удалите его.", en: "Mend or remove it.")
        + suggestion(nearest))
  }
}
