import Foundation

/// The addresses of the pages.
enum SitePath {
  static let open = "/open"
  static let signIn = "/sign-in"
  static let assets = "/assets"
  static let banks = "/banks"
  static let matching = "/matching"
  static let whatIf = "/what-if"
  static let why = "/why"
  static let decisions = "/decisions"
  static let orders = "/orders"
  static let folders = "/folders"
  static let start = "/start"
  static let run = "/run"
  static let cancel = "/cancel"
  static let events = "/events"

  /// An address with a query; fields without a value are left out.
  static func address(_ path: String, _ query: [(String, String?)]) -> String {
    let fields = query.compactMap { name, value in
      value.flatMap { $0.isEmpty ? nil : "\(name)=\(escaped($0))" }
    }
    return fields.isEmpty ? path : path + "?" + fields.joined(separator: "&")
  }

  /// A word as it may stand in an address.
  static func escaped(_ text: String) -> String {
    text.addingPercentEncoding(withAllowedCharacters: unreserved) ?? ""
  }

  private static let unreserved = CharacterSet(
    charactersIn: "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~")
}
