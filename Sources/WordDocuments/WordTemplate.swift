import Archives
import Foundation
import OfficeXML

/// Why a file cannot be a template.
public enum WordTemplateError: Error, Sendable, Hashable {
  /// It is no document of Word 2007 or later.
  case notADocument
  /// Its parts are cut off, packed with a password or larger than any template.
  case damaged
}

/// What a template is filled with.
public struct WordValues: Sendable, Hashable {
  /// Values by the folded name of their placeholder.
  public var values: [String: String]
  /// The items of lists, by the folded name that stands before the dot; each with its values by the
  /// whole folded name of their placeholder.
  public var lists: [String: [[String: String]]]

  /// Creates values.
  public init(values: [String: String] = [:], lists: [String: [[String: String]]] = [:]) {
    self.values = values
    self.lists = lists
  }
}

/// A document with placeholders such as `{{форма}}`, that can be changed in Word or LibreOffice.
///
/// A row of a table, or a paragraph outside of such a row, with the placeholder of a list
/// (`{{пара.наставник}}`) is repeated for each item of the list. Placeholders work in headers and
/// footers too, and however the editor has split their letters into runs.
///
/// - Complexity: filling takes time and space in proportion to the document that comes of it.
public struct WordTemplate: Sendable {
  private static let largestPart = 1 << 26
  private var members: [ArchiveWriter.Member]
  /// The parts with text, by their place among the members.
  private let parts: [(member: Int, root: XMLElement)]

  /// Reads a document.
  public init(_ bytes: [UInt8]) throws(WordTemplateError) {
    let archive: Archive
    do { archive = try Archive(Data(bytes)) } catch { throw .notADocument }
    guard archive.has(WordPackage.documentPart) else { throw .notADocument }
    var (members, parts): ([ArchiveWriter.Member], [(member: Int, root: XMLElement)]) = ([], [])
    for name in archive.names where !name.hasSuffix("/") {
      let bytes: [UInt8]?
      do { bytes = try archive.member(name, limit: Self.largestPart) } catch { throw .damaged }
      members.append(.init(name, bytes ?? []))
      guard Self.holdsText(name) else { continue }
      guard let root = XMLElement(parsing: bytes ?? []) else { throw .damaged }
      parts.append((members.count - 1, root.withWholePlaceholders))
    }
    (self.members, self.parts) = (members, parts)
  }

  private static func holdsText(_ name: String) -> Bool {
    let name = name.lowercased()
    return name == WordPackage.documentPart
      || name.hasPrefix("word/header") || name.hasPrefix("word/footer")
  }

  /// The folded names of the placeholders, each once, in the order of the document.
  public var placeholders: [String] {
    var seen: Set<String> = []
    return parts.flatMap { Placeholder.names(in: $0.root.paragraphTexts) }
      .filter { seen.insert($0).inserted }
  }

  /// The document with its placeholders filled, or nil where memory does not suffice.
  ///
  /// A placeholder without a value is left blank.
  public func filled(_ values: WordValues) -> [UInt8]? {
    filled { $0.write(filled: values, to: &$1) }
  }

  /// One document with a page for each of `pages`, or nil where memory does not suffice.
  ///
  /// Headers and footers stand once and are filled from the first.
  public func filled(pages: [WordValues]) -> [UInt8]? {
    filled { root, document in
      if root.name == "w:document" {
        root.write(pages: pages, to: &document)
      } else {
        root.write(filled: pages.first ?? WordValues(), to: &document)
      }
    }
  }

  private func filled(_ fill: (XMLElement, inout XMLWriter) -> Void) -> [UInt8]? {
    var members = members
    for part in parts {
      var document = XMLWriter()
      fill(part.root, &document)
      members[part.member].bytes = document.bytes
    }
    return ArchiveWriter.bytes(of: members)
  }
}
