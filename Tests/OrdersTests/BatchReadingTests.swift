import Crypto
import Foundation
import MentoringModel
import Reports
import Testing

@testable import Orders

/// Documents that are taken apart while they are read.
@Suite struct BatchReadingTests {
  private struct Dice {
    var state: UInt64
    mutating func roll(_ sides: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((state >> 33) % UInt64(sides))
    }
  }

  private static let texts = ["", "a,b", "]", "{\"x\"}", "\\", "\\\"", "ё\n", "\\\\\"", ": [1, 2]"]

  private func value(_ dice: inout Dice, depth: Int) -> JSONValue {
    switch dice.roll(depth == 0 ? 4 : 7) {
    case 0: return .null
    case 1: return .bool(dice.roll(2) == 0)
    case 2: return .integer(Int128(dice.roll(1000)))
    case 3: return .string(Self.texts[dice.roll(Self.texts.count)])
    case 4, 5:
      return JSONValue((0..<dice.roll(4)).map { _ in value(&dice, depth: depth - 1) })
    default:
      return .object(
        (0..<dice.roll(4)).map {
          .init(Self.texts[dice.roll(Self.texts.count)] + "\($0)", value(&dice, depth: depth - 1))
        })
    }
  }

  /// The value, put together from its smallest pieces.
  private func whole(_ slice: JSONSlice) -> JSONValue? {
    if let members = slice.members {
      var values: [JSONValue.Member] = []
      for member in members {
        guard let value = whole(member.value) else { return nil }
        values.append(.init(member.name, value))
      }
      return .object(values)
    }
    if let elements = slice.elements {
      let values = elements.compactMap(whole)
      return values.count == elements.count ? JSONValue(values) : nil
    }
    return slice.value
  }

  @Test
  func `a document that is taken apart is the document, and no broken one is taken for sound`()
    throws
  {
    var dice = Dice(state: 11)
    for _ in 0..<3000 {
      let sound = value(&dice, depth: 4)
      let bytes = dice.roll(2) == 0 ? sound.canonical : sound.bytes
      #expect(whole(try #require(JSONSlice(document: Data(bytes))))?.canonical == sound.canonical)
      var broken = bytes
      let place = dice.roll(broken.count)
      if dice.roll(2) == 0 {
        broken.remove(at: place)
      } else {
        broken[place] = Array("{}[],:\"\\ 1".utf8)[dice.roll(10)]
      }
      guard let text = String(bytes: broken, encoding: .utf8) else { continue }
      let expected = JSONValue(parsing: Data(text.utf8))?.canonical
      let read = JSONSlice(document: Data(text.utf8)).flatMap(whole)?.canonical
      #expect(read == expected, "\(text)")
    }
  }

  @Test func `indentation, the order of members and marks of encodings do not count`() throws {
    let batch = try SmallBatch.withEverything.batch
    let document = OrderBatchDocument.value(of: batch)
    let pretty = document.document
    func turned(_ value: JSONValue) -> JSONValue {
      switch value {
      case .object(let members):
        .object(members.reversed().map { .init($0.name, turned($0.value)) })
      case .array(let values): JSONValue(values.map(turned))
      default: value
      }
    }
    for bytes in [
      Data(document.canonical), Data([0xEF, 0xBB, 0xBF] + pretty.utf8),
      Data(turned(document).bytes),
      try #require(pretty.data(using: .utf16)), Data((" \r\n\t" + pretty + "\n ").utf8),
    ] {
      #expect(try OrderBatchReader.batch(in: bytes).forms == batch.forms)
    }
  }

  @Test(arguments: [
    ("forms[0].ready[0].state", ["forms", "0", "ready", "0", "state"]),
    ("forms[0].ready[1].mentees[0].name", ["forms", "0", "ready", "1", "mentees", "0", "name"]),
    ("forms[0].ready", ["forms", "0", "ready"]), ("forms[0].pending", ["forms", "0", "pending"]),
    ("forms[0].unmatched", ["forms", "0", "unmatched"]), ("forms", ["forms"]),
    ("forms[0].curator", ["forms", "0", "curator"]), ("manifest", ["manifest"]),
  ])
  func `what is missing is named by its path`(path: String, steps: [String]) throws {
    let value = OrderBatchDocument.value(of: try SmallBatch().batch)
    for isReplaced in [false, true] where !(isReplaced && path == "manifest") {
      let less = changed(value, at: steps[...], isReplaced ? .integer(1) : nil)
      #expect(throws: OrderBatchError.unsound(path: path)) {
        try OrderBatchReader.batch(in: Data(signed(less).bytes))
      }
    }
  }

  @Test func `a form that is no object is told by its place`() throws {
    let value = OrderBatchDocument.value(of: try SmallBatch().batch)
    let other = changed(value, at: ["forms", "0"], "x")
    #expect(throws: OrderBatchError.unsound(path: "forms[0]")) {
      try OrderBatchReader.batch(in: Data(signed(other).bytes))
    }
  }

  @Test func `a member that stands twice is no longer what was signed`() throws {
    let text = OrderBatchDocument.value(of: try SmallBatch().batch).document
    let twice = text.replacing(
      "\"place\":", with: "\"place\": \"x\", \"place\":", maxReplacements: 1)
    #expect(throws: OrderBatchError.changed) {
      try OrderBatchReader.batch(in: Data(twice.utf8))
    }
  }

  /// The value with what stands at a path taken out or replaced.
  private func changed(
    _ value: JSONValue, at path: ArraySlice<String>, _ new: JSONValue?
  ) -> JSONValue {
    guard let step = path.first else { return value }
    let rest = path.dropFirst()
    switch value {
    case .object(let members):
      return .object(
        members.compactMap { member in
          guard member.name == step else { return member }
          if rest.isEmpty { return new.map { .init(step, $0) } }
          return .init(step, changed(member.value, at: rest, new))
        })
    case .array(let values):
      return JSONValue(
        values.enumerated().compactMap { index, value in
          guard "\(index)" == step else { return value }
          return rest.isEmpty ? new : changed(value, at: rest, new)
        })
    default: return value
    }
  }

  private func signed(_ value: JSONValue) -> JSONValue {
    guard case .object(let members) = value else { return value }
    let content = JSONValue.object(members.filter { $0.name != "contentHash" })
    let hash = SHA256.hash(data: content.canonical)
    return content.adding(
      "contentHash",
      .string(hash.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()))
  }
}
