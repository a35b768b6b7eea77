import Foundation
import Reports

/// Which documents of a folder the program made, and of which bytes, so that a later batch can tell
/// them from what a curator wrote or changed.
///
/// It stands beside the documents in ``fileName`` and names no people.
public struct DraftLedger: Sendable, Hashable {
  /// The name of its file.
  public static let fileName = ".drafts.json"
  private static let format = "nastavnik.drafts/1"

  /// The SHA-256 of each document by its name.
  private var digests: [String: String]

  /// The ledger of documents that are being made.
  public init(_ documents: [OrderDrafts.Document]) {
    digests = Dictionary(
      documents.map { ($0.name, OrderKey.digest($0.bytes)) }, uniquingKeysWith: { _, last in last })
  }

  /// Reads a ledger; nil where the bytes are something else.
  ///
  /// A name that is not one of a document in the same folder is read past.
  public init?(parsing bytes: [UInt8]) {
    guard let value = JSONValue(parsing: Data(bytes)), value["format"] == .string(Self.format),
      case .array(let documents)? = value["documents"]
    else { return nil }
    digests = [:]
    for document in documents {
      guard case .string(let name)? = document["name"], Self.isDocument(name),
        case .string(let digest)? = document["sha256"]
      else { continue }
      digests[name] = digest
    }
  }

  /// Takes over what an older ledger says of documents that are still there.
  public mutating func keep(_ names: [String], of older: DraftLedger) {
    for name in names { digests[name] = digests[name] ?? older.digests[name] }
  }

  /// The ledger as a file.
  public var bytes: [UInt8] {
    let documents = digests.sorted { $0.key < $1.key }.map { name, digest -> JSONValue in
      ["name": .string(name), "sha256": .string(digest)]
    }
    let value: JSONValue = ["format": .string(Self.format), "documents": JSONValue(documents)]
    return value.bytes
  }

  /// Whether the program made a document of this name with these bytes.
  public func made(_ name: String, _ bytes: [UInt8]) -> Bool {
    digests[name] == OrderKey.digest(bytes)
  }

  /// Whether a name is one of a Word document that is not hidden.
  public static func isDocument(_ name: String) -> Bool {
    name.lowercased().hasSuffix(".docx") && !name.contains("/")
      && !name.hasPrefix(".") && !name.hasPrefix("~$")
  }
}
