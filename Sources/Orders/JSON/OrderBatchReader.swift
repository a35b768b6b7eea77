public import Foundation
import Reports

/// Reads a batch back, as a document or as lines, and checks that it is what was written.
public enum OrderBatchReader {
  /// The batch in a file.
  ///
  /// - Throws: ``OrderBatchError``; nothing of a changed batch is returned.
  /// - Complexity: O(*b*) time for *b* bytes; beside them, space in proportion to the batch.
  public static func batch(in data: Data) throws(OrderBatchError) -> OrderBatch {
    let first = data.prefix { $0 != UInt8(ascii: "\n") }
    if first.count < data.count,
      JSONSlice(document: first)?.members?.contains(where: { $0.name == "line" }) == true
    {
      return try lines(of: data)
    }
    guard let document = JSONSlice(document: data) else { throw .notJSON(line: nil) }
    return try OrderBatchDocumentReader.batch(in: document)
  }

  private static func lines(of data: Data) throws(OrderBatchError) -> OrderBatch {
    var (batch, isEnded, read): (OrderBatch?, Bool, Int) = (nil, false, 0)
    for (index, line) in data.split(separator: UInt8(ascii: "\n")).enumerated() {
      guard let value = JSONValue(parsing: line) else { throw .notJSON(line: index + 1) }
      let node = BatchNode(value: value, path: "\(index + 1)")
      let kind = try node["line"].string
      guard !isEnded, (index == 0) == (kind == "batch") else { throw .misplaced(line: index + 1) }
      switch kind {
      case "batch":
        try checkFormat(value)
        batch = try OrderBatch(head: node)
      case "form": batch?.forms.append(try OrderForm(head: node))
      case "end":
        let before = data[data.startIndex..<(data.startIndex + read)]
        guard try node["contentHash"].string == OrderKey.digest(before) else { throw .changed }
        isEnded = true
      default:
        guard let last = batch?.forms.indices.last else { throw .misplaced(line: index + 1) }
        switch kind {
        case "ready": batch?.forms[last].ready.append(try OrderItem(node))
        case "pending": batch?.forms[last].pending.append(try OrderItem(node))
        case "unmatched": batch?.forms[last].unmatched.append(try UnmatchedItem(node))
        default: throw .misplaced(line: index + 1)
        }
      }
      read += line.count + 1
    }
    guard let batch, isEnded else { throw .changed }
    return batch
  }

  static func checkFormat(_ value: JSONValue) throws(OrderBatchError) {
    guard case .string(let format)? = value["format"] else { throw .notABatch }
    guard format != OrderBatchDocument.format else { return }
    let name = OrderBatchDocument.format.prefix { $0 != "/" }
    throw format.hasPrefix(name + "/") ? .newer(format: format) : .notABatch
  }
}
