import CExpat

/// What is the matter with a document.
package enum XMLFault: Error {
  /// It is not well-formed.
  case malformed
  /// There is no memory for a parser.
  case noMemory
  /// It has a document type; a part of an office document never has, and entities are how parsers are hurt.
  case documentType
}

/// Parses a document that comes in pieces, in the memory of one tag.
///
/// Expat does the work: a push parser of 170 kB that keeps nothing. A document type stops it before
/// any entity is declared. A tag that does not end within ``longestTag`` bytes stops it too: a
/// parser that waits for the end looks at all that came so far again with every piece.
package final class XMLParser {
  /// The most bytes of a tag or a comment.
  package static let longestTag = 1 << 20
  private static let deepest = 256

  private let parser: OpaquePointer
  private let handler: any XMLHandler
  private var fault: XMLFault?
  private var silentBytes = 0
  private var depth = 0

  package init(_ handler: any XMLHandler) throws(XMLFault) {
    guard let parser = XML_ParserCreate(nil) else { throw .noMemory }
    self.parser = parser
    self.handler = handler
    XML_SetUserData(parser, Unmanaged.passUnretained(self).toOpaque())
    XML_SetElementHandler(
      parser,
      { user, name, attributes in
        guard let parser = XMLParser.of(user), let name, let attributes else { return }
        parser.begin(XMLName(name), XMLAttributes(attributes))
      },
      { user, name in
        guard let parser = XMLParser.of(user), let name else { return }
        parser.silentBytes = 0
        parser.depth -= 1
        parser.handler.end(XMLName(name))
      })
    XML_SetCharacterDataHandler(parser) { user, letters, count in
      guard let parser = XMLParser.of(user), let letters else { return }
      parser.silentBytes = 0
      letters.withMemoryRebound(to: UInt8.self, capacity: Int(count)) {
        parser.handler.text(UnsafeBufferPointer(start: $0, count: Int(count)))
      }
    }
    XML_SetCommentHandler(parser) { user, _ in XMLParser.of(user)?.silentBytes = 0 }
    XML_SetStartDoctypeDeclHandler(parser) { user, _, _, _, _ in
      XMLParser.of(user)?.stop(.documentType)
    }
  }

  deinit { XML_ParserFree(parser) }

  /// Takes in a piece of the document.
  package func parse(_ piece: UnsafeBufferPointer<UInt8>) throws(XMLFault) {
    silentBytes += piece.count
    let status = piece.withMemoryRebound(to: CChar.self) {
      XML_Parse(parser, $0.baseAddress, Int32($0.count), 0)
    }
    if let fault { throw fault }
    guard status == XML_STATUS_OK, silentBytes <= Self.longestTag else { throw .malformed }
  }

  /// Says that no piece follows.
  package func finish() throws(XMLFault) {
    guard XML_Parse(parser, nil, 0, 1) == XML_STATUS_OK else { throw fault ?? .malformed }
  }

  private func begin(_ element: XMLName, _ attributes: XMLAttributes) {
    silentBytes = 0
    depth += 1
    if depth > Self.deepest { stop(.malformed) }
    handler.begin(element, attributes)
  }

  private func stop(_ fault: XMLFault) {
    self.fault = fault
    XML_StopParser(parser, 0)
  }

  private static func of(_ user: UnsafeMutableRawPointer?) -> XMLParser? {
    user.map { Unmanaged<XMLParser>.fromOpaque($0).takeUnretainedValue() }
  }
}
