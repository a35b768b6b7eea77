import Crypto
import Foundation
public import MentoringModel

/// Keys by which the same proposal twice does not make two orders, in hexadecimal SHA-256.
///
/// The key of an item is of its programme, form, kind, people and period and of nothing else: a new
/// score or a new run of the same people keeps it, another member or another period changes it. The
/// key of a form or a batch is of the keys of its ready items.
public enum OrderKey {
  /// The key of a pair or a group; the order of the mentees does not matter.
  public static func item(
    programme: String, form: FormID, kind: OrderItem.Kind, mentor: PersonID, mentees: [PersonID],
    period: Period
  ) -> String {
    digest(
      [programme, form.rawValue, kind.rawValue, mentor.rawValue]
        + mentees.map(\.rawValue).sorted()
        + [period.start?.description ?? "", period.end?.description ?? ""])
  }

  /// The key of what the ready items of a form ask for.
  public static func form(_ form: OrderForm) -> String {
    digest([form.form.rawValue] + form.ready.map(\.key).sorted())
  }

  /// The key of a whole batch.
  public static func batch(_ batch: OrderBatch) -> String {
    digest([batch.programme] + batch.forms.map(Self.form))
  }

  /// The digest of texts, each behind its length so that no two lists read alike.
  static func digest(_ parts: [String]) -> String {
    hexadecimal(SHA256.hash(data: Data(parts.map { "\($0.utf8.count):\($0)" }.joined().utf8)))
  }

  /// The digest of bytes.
  static func digest(_ bytes: some DataProtocol) -> String { hexadecimal(SHA256.hash(data: bytes)) }

  static func hexadecimal(_ digest: some Sequence<UInt8>) -> String {
    digest.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }
}
