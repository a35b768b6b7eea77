import Foundation

/// The fields and the files of a form.
struct PostedForm: Sendable {
  /// A file.
  struct File: Sendable {
    /// The name that it had where it came from.
    var name: String
    /// The contents.
    var bytes: Data
  }

  /// The fields in their order; a name may come more than once.
  var fields: [(name: String, value: String)] = []
  /// The files.
  var files: [File] = []

  /// The first value of a field.
  subscript(name: String) -> String? { fields.first { $0.name == name }?.value }

  /// All values of a field.
  func all(_ name: String) -> [String] { fields.filter { $0.name == name }.map(\.value) }
}

extension PostedForm {
  /// Reads `application/x-www-form-urlencoded`.
  init(encoded text: String) {
    fields = text.split(separator: "&").map { pair in
      let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      return (Self.decoded(parts[0]), parts.count > 1 ? Self.decoded(parts[1]) : "")
    }
  }

  /// The words that stand for `%` escapes and plus signs; bytes that are no text are replaced.
  private static func decoded(_ text: Substring) -> String {
    var bytes: [UInt8] = []
    var rest = Array(text.utf8)[...]
    while let byte = rest.popFirst() {
      switch byte {
      case UInt8(ascii: "+"): bytes.append(UInt8(ascii: " "))
      case UInt8(ascii: "%"):
        let digits = rest.prefix(2)
        if digits.count == 2, let value = UInt8(String(decoding: digits, as: UTF8.self), radix: 16)
        {
          bytes.append(value)
          rest = rest.dropFirst(2)
        } else {
          bytes.append(byte)
        }
      default: bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
