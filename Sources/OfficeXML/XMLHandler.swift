/// Takes in the elements of a document.
package protocol XMLHandler: AnyObject {
  /// An element begins.
  func begin(_ element: XMLName, _ attributes: XMLAttributes)
  /// An element ends.
  func end(_ element: XMLName)
  /// A piece of text, in UTF-8; one text may come in several pieces.
  func text(_ piece: UnsafeBufferPointer<UInt8>)
}

extension XMLHandler {
  package func end(_ element: XMLName) {}
  package func text(_ piece: UnsafeBufferPointer<UInt8>) {}
}

/// The name of an element without its prefix; valid while the parser calls.
package struct XMLName {
  @usableFromInline package let letters: UnsafePointer<CChar>
  /// The name with its prefix.
  package let qualified: UnsafePointer<CChar>

  @inlinable package init(_ letters: UnsafePointer<CChar>) {
    var local = letters
    var next = letters
    while next.pointee != 0 {
      if next.pointee == 0x3A { local = next + 1 }
      next += 1
    }
    self.letters = local
    qualified = letters
  }

  @inlinable package static func ~= (name: StaticString, element: XMLName) -> Bool {
    element.is(name)
  }

  @inlinable package func `is`(_ name: StaticString) -> Bool {
    var (mine, its) = (
      letters, UnsafeRawPointer(name.utf8Start).assumingMemoryBound(to: CChar.self)
    )
    while mine.pointee == its.pointee {
      if mine.pointee == 0 { return true }
      mine += 1
      its += 1
    }
    return false
  }
}

/// The attributes of an element; valid while the parser calls.
package struct XMLAttributes {
  @usableFromInline package let list: UnsafePointer<UnsafePointer<CChar>?>

  package init(_ list: UnsafePointer<UnsafePointer<CChar>?>) { self.list = list }

  /// The attributes with the prefixes of their names, in their order.
  package var all: [(name: String, value: String)] {
    var (attributes, place): ([(name: String, value: String)], _) = ([], list)
    while let key = place.pointee, let value = place[1] {
      attributes.append((String(cString: key), String(cString: value)))
      place += 2
    }
    return attributes
  }

  /// The letters of an attribute, whatever its prefix.
  @inlinable package func letters(_ name: StaticString) -> UnsafePointer<CChar>? {
    var place = list
    while let key = place.pointee {
      if XMLName(key).is(name) { return place[1] }
      place += 2
    }
    return nil
  }

  /// The text of an attribute.
  package subscript(name: StaticString) -> String? { letters(name).map { String(cString: $0) } }

  /// The whole number that an attribute holds.
  package func integer(_ name: StaticString) -> Int? { self[name].flatMap { Int($0) } }

  /// The number that an attribute holds.
  package func number(_ name: StaticString) -> Double? { self[name].flatMap { Double($0) } }

  /// Whether an attribute says yes.
  package func flag(_ name: StaticString) -> Bool? {
    self[name].map { $0 == "1" || $0 == "true" || $0 == "on" }
  }
}
