import Crypto
import Foundation
import Mustache

/// The templates, scripts and styles that are embedded in the binary.
enum Templates {
  /// The templates, read once.
  static let library: MustacheLibrary = {
    var library = MustacheLibrary()
    for (name, bytes) in sources {
      do {
        try library.register(String(decoding: bytes, as: UTF8.self), named: name)
      } catch {
        preconditionFailure("The built-in template \(name) is not Mustache: \(error)")
      }
    }
    return library
  }()

  private static let sources: [String: [UInt8]] = [
    "layout": PackageResources.layout_mustache, "banks": PackageResources.banks_mustache,
    "start": PackageResources.start_mustache, "folders": PackageResources.folders_mustache,
    "matching": PackageResources.matching_mustache,
    "why": PackageResources.why_mustache, "difference": PackageResources.difference_mustache,
    "decisions": PackageResources.decisions_mustache, "orders": PackageResources.orders_mustache,
    "what-if": PackageResources.what_if_mustache,
    "variant": PackageResources.variant_mustache, "waiting": PackageResources.waiting_mustache,
    "person": PackageResources.person_mustache, "people": PackageResources.people_mustache,
    "topic": PackageResources.topic_mustache, "pager": PackageResources.pager_mustache,
    "refusal": PackageResources.refusal_mustache, "sign-in": PackageResources.sign_in_mustache,
  ]

  /// A template with its values.
  static func render(_ name: String, _ fields: Fields) -> String {
    guard let text = library.render(fields.blanked, withTemplate: name) else {
      preconditionFailure("There is no template \(name).")
    }
    return text
  }
}

/// A text without letters: a section about it is left out, as about nothing.
private struct Blank: MustacheCustomRenderable {
  var renderText: String { "" }
  var isNull: Bool { true }
}

extension Fields {
  /// The values with ``Blank`` for blank texts, all the way down.
  fileprivate var blanked: Fields { mapValues(Self.blanked) }

  private static func blanked(_ value: Any) -> Any {
    switch value {
    case let text as String: text.isEmpty ? Blank() : text
    case let fields as Fields: fields.blanked
    case let list as [Fields]: list.map(\.blanked)
    default: value
    }
  }
}

/// The files that pages link to.
enum Assets {
  /// A file.
  struct File: Sendable {
    let type: String
    let bytes: [UInt8]
  }

  /// The files by name.
  static let files: [String: File] = [
    "page.css": File(type: "text/css; charset=utf-8", bytes: PackageResources.page_css),
    "mark.svg": File(type: "image/svg+xml", bytes: PackageResources.mark_svg),
    "page.js": script(PackageResources.page_js), "events.js": script(PackageResources.events_js),
    "lists.js": script(PackageResources.lists_js),
    "people.js": script(PackageResources.people_js), "live.js": script(PackageResources.live_js),
    "drop.js": script(PackageResources.drop_js), "newest.js": script(PackageResources.newest_js),
  ]

  /// Stands in the addresses of the files, so that browsers may keep them until they change.
  static let stamp: String = {
    var hash = SHA256()
    for name in files.keys.sorted() { hash.update(data: files[name]?.bytes ?? []) }
    return hash.finalize().prefix(8).map { byte in
      (byte < 16 ? "0" : "") + String(byte, radix: 16)
    }.joined()
  }()

  private static func script(_ bytes: [UInt8]) -> File {
    File(type: "text/javascript; charset=utf-8", bytes: bytes)
  }
}
