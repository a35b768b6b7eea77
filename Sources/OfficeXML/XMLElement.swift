/// An element of a document that is held whole, to be changed and written again.
///
/// Names keep their prefixes. Comments and processing instructions are not kept.
package struct XMLElement: Sendable, Hashable {
  /// What stands in an element.
  package enum Node: Sendable, Hashable {
    /// An element.
    case element(XMLElement)
    /// Text, without its escapes.
    case text(String)
  }

  /// An attribute.
  package struct Attribute: Sendable, Hashable {
    /// The name with its prefix.
    package var name: String
    /// The value, without its escapes.
    package var value: String
  }

  /// The name with its prefix.
  package var name: String
  /// The attributes in their order.
  package var attributes: [Attribute]
  /// What stands in it.
  package var children: [Node]

  /// Creates an element.
  package init(
    _ name: String, _ attributes: KeyValuePairs<String, String> = [:], _ children: [Node] = []
  ) {
    self.name = name
    self.attributes = attributes.map { Attribute(name: $0.key, value: $0.value) }
    self.children = children
  }

  /// The elements in it, without the text.
  package var elements: [XMLElement] {
    children.compactMap { if case .element(let element) = $0 { element } else { nil } }
  }

  /// All text in it and in its elements.
  package var text: String {
    children.map {
      switch $0 {
      case .text(let text): text
      case .element(let element): element.text
      }
    }
    .joined()
  }
}

extension XMLElement {
  /// Reads a document; nil where it is not well-formed or has a document type.
  ///
  /// - Complexity: O(*b*) time and space for *b* bytes.
  package init?(parsing bytes: [UInt8]) {
    let builder = TreeBuilder()
    guard let parser = try? XMLParser(builder) else { return nil }
    let isSound = bytes.withUnsafeBufferPointer { bytes in
      do throws(XMLFault) {
        var rest = bytes[...]
        while !rest.isEmpty {
          try parser.parse(UnsafeBufferPointer(rebasing: rest.prefix(Self.piece)))
          rest = rest.dropFirst(Self.piece)
        }
        try parser.finish()
        return true
      } catch {
        return false
      }
    }
    guard isSound, let root = builder.root else { return nil }
    self = root
  }

  private static let piece = 1 << 16
}

/// Puts the elements of a document together.
private final class TreeBuilder: XMLHandler {
  private(set) var root: XMLElement?
  private var open: [XMLElement] = []
  private var letters: [UInt8] = []

  func begin(_ element: XMLName, _ attributes: XMLAttributes) {
    endText()
    var begun = XMLElement(String(cString: element.qualified))
    begun.attributes = attributes.all.map { .init(name: $0.name, value: $0.value) }
    open.append(begun)
  }

  func end(_ element: XMLName) {
    endText()
    guard let ended = open.popLast() else { return }
    if open.isEmpty {
      root = ended
    } else {
      open[open.count - 1].children.append(.element(ended))
    }
  }

  func text(_ piece: UnsafeBufferPointer<UInt8>) { letters.append(contentsOf: piece) }

  private func endText() {
    guard !letters.isEmpty, !open.isEmpty else { return }
    open[open.count - 1].children.append(.text(String(decoding: letters, as: UTF8.self)))
    letters.removeAll(keepingCapacity: true)
  }
}

extension XMLElement {
  /// The document with this element as its root, in UTF-8.
  package var document: [UInt8] {
    var document = XMLWriter()
    document.write(self)
    return document.bytes
  }
}
