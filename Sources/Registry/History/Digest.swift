import Crypto
import Foundation

/// SHA-256 in hexadecimal.
enum Digest {
  static func of(_ bytes: some DataProtocol) -> String { text(SHA256.hash(data: bytes)) }

  static func of(_ text: String) -> String { of(Array(text.utf8)) }

  static func text(_ digest: SHA256.Digest) -> String {
    digest.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }
}
