import Crypto
import Foundation
import Reports

/// A batch as lines of JSON, one a pair, a group or a request without a mentor, for regions whose
/// whole document nobody wants in memory.
///
/// The first line is the head of the batch with its manifest. Each form begins with a line of its
/// own, and its items follow. The last line counts them, and its `contentHash` is the SHA-256 of all
/// bytes before it.
public enum OrderBatchLines {
  /// Hands the lines to `take`, each with its line break.
  public static func write<Failure: Error>(
    _ batch: OrderBatch, to take: ([UInt8]) throws(Failure) -> Void
  ) throws(Failure) {
    var hash = SHA256()
    var counts = (ready: 0, pending: 0, unmatched: 0)
    func put(_ kind: String, _ value: JSONValue) throws(Failure) {
      let line = value.adding("line", .string(kind)).canonical + [UInt8(ascii: "\n")]
      hash.update(data: line)
      try take(line)
    }
    try put("batch", OrderBatchDocument.head(of: batch).adding("manifest", batch.manifest))
    for form in batch.forms {
      try put("form", OrderBatchDocument.head(of: form))
      for item in form.ready { try put("ready", OrderBatchDocument.item(item)) }
      for item in form.pending { try put("pending", OrderBatchDocument.item(item)) }
      for item in form.unmatched { try put("unmatched", OrderBatchDocument.unmatched(item)) }
      counts.ready += form.ready.count
      counts.pending += form.pending.count
      counts.unmatched += form.unmatched.count
    }
    try put(
      "end",
      [
        "forms": JSONValue(batch.forms.count), "ready": JSONValue(counts.ready),
        "pending": JSONValue(counts.pending), "unmatched": JSONValue(counts.unmatched),
        "contentHash": .string(OrderKey.hexadecimal(hash.finalize())),
      ])
  }
}
