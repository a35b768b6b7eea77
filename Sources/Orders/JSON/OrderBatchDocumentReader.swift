import Crypto
import MentoringModel
import Reports

/// Reads a batch that is one document, item by item: each is hashed and taken over before the next,
/// so that the document is never held as values.
struct OrderBatchDocumentReader {
  private var hash = SHA256()
  /// The first thing that is not as it should be; told when the hash says that nothing was changed.
  private var failure: OrderBatchError?

  /// The batch.
  ///
  /// - Complexity: O(*b*) time for *b* bytes.
  static func batch(in document: JSONSlice) throws(OrderBatchError) -> OrderBatch {
    var reader = OrderBatchDocumentReader()
    return try reader.batch(document)
  }

  private mutating func batch(_ document: JSONSlice) throws(OrderBatchError) -> OrderBatch {
    guard let members = document.members else {
      throw document.value == nil ? .notJSON(line: nil) : .notABatch
    }
    let named = members.filter { $0.name == "format" || $0.name == "contentHash" }
    let ends = JSONValue.object(
      try named.map { member throws(OrderBatchError) in
        JSONValue.Member(member.name, try Self.value(of: member.value))
      })
    try OrderBatchReader.checkFormat(ends)
    var (head, forms): ([JSONValue.Member], [OrderForm]?) = ([], nil)
    try object(members.filter { $0.name != "contentHash" }) {
      reader, name, slice throws(OrderBatchError) in
      guard name == "forms", let elements = slice.elements else {
        head.append(JSONValue.Member(name, try reader.leaf(slice)))
        return
      }
      forms = try reader.list(elements) { reader, index, slice throws(OrderBatchError) in
        try reader.form(slice, path: "forms[\(index)]")
      }
    }
    let stated = try BatchNode(value: ends, path: "")["contentHash"].string
    guard stated == OrderKey.hexadecimal(hash.finalize()) else { throw .changed }
    if let failure { throw failure }
    var batch = try OrderBatch(head: BatchNode(value: .object(head), path: ""))
    guard let forms else { throw .unsound(path: "forms") }
    batch.forms = forms
    return batch
  }

  private mutating func form(
    _ slice: JSONSlice, path: String
  ) throws(OrderBatchError) -> OrderForm? {
    guard let members = slice.members else {
      _ = try leaf(slice)
      failure = failure ?? .unsound(path: path)
      return nil
    }
    var head: [JSONValue.Member] = []
    var (ready, pending): ([OrderItem]?, [OrderItem]?) = (nil, nil)
    var unmatched: [UnmatchedItem]?
    try object(members) { (reader, name, slice) throws(OrderBatchError) in
      guard let elements = slice.elements else {
        head.append(JSONValue.Member(name, try reader.leaf(slice)))
        return
      }
      let path = "\(path).\(name)"
      switch name {
      case "ready": ready = try reader.items(elements, path, OrderItem.init)
      case "pending": pending = try reader.items(elements, path, OrderItem.init)
      case "unmatched": unmatched = try reader.items(elements, path, UnmatchedItem.init)
      default: head.append(JSONValue.Member(name, try reader.leaf(slice)))
      }
    }
    do throws(OrderBatchError) {
      var form = try OrderForm(head: BatchNode(value: .object(head), path: path))
      guard let ready else { throw OrderBatchError.unsound(path: "\(path).ready") }
      guard let pending else { throw OrderBatchError.unsound(path: "\(path).pending") }
      guard let unmatched else { throw OrderBatchError.unsound(path: "\(path).unmatched") }
      (form.ready, form.pending, form.unmatched) = (ready, pending, unmatched)
      return form
    } catch {
      failure = failure ?? error
      return nil
    }
  }

  private mutating func items<Item>(
    _ slices: [JSONSlice], _ path: String, _ read: (BatchNode) throws(OrderBatchError) -> Item
  ) throws(OrderBatchError) -> [Item] {
    try list(slices) { reader, index, slice throws(OrderBatchError) in
      let value = try reader.leaf(slice)
      do throws(OrderBatchError) {
        return try read(BatchNode(value: value, path: "\(path)[\(index)]"))
      } catch {
        reader.failure = reader.failure ?? error
        return nil
      }
    }
  }

  /// Reads and hashes a value that is taken whole.
  private mutating func leaf(_ slice: JSONSlice) throws(OrderBatchError) -> JSONValue {
    let value = try Self.value(of: slice)
    hash.update(data: value.canonical)
    return value
  }

  private static func value(of slice: JSONSlice) throws(OrderBatchError) -> JSONValue {
    guard let value = slice.value else { throw .notJSON(line: nil) }
    return value
  }
}

extension OrderBatchDocumentReader {
  /// Goes through an object in the order of its canonical form (RFC 8785).
  private mutating func object(
    _ members: [(name: String, value: JSONSlice)],
    take: (inout Self, String, JSONSlice) throws(OrderBatchError) -> Void
  ) throws(OrderBatchError) {
    let sorted = members.sorted { $0.name.utf16.lexicographicallyPrecedes($1.name.utf16) }
    for (index, member) in sorted.enumerated() {
      hash.update(data: Array((index == 0 ? "{" : ",").utf8))
      hash.update(data: JSONValue.string(member.name).canonical + Array(":".utf8))
      try take(&self, member.name, member.value)
    }
    hash.update(data: Array((sorted.isEmpty ? "{}" : "}").utf8))
  }

  /// Goes through an array; what could not be read is left out.
  private mutating func list<Item>(
    _ slices: [JSONSlice],
    take: (inout Self, Int, JSONSlice) throws(OrderBatchError) -> Item?
  ) throws(OrderBatchError) -> [Item] {
    var items: [Item] = []
    for (index, slice) in slices.enumerated() {
      hash.update(data: Array((index == 0 ? "[" : ",").utf8))
      if let item = try take(&self, index, slice) { items.append(item) }
    }
    hash.update(data: Array((slices.isEmpty ? "[]" : "]").utf8))
    return items
  }
}
