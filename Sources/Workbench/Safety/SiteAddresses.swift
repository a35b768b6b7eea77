import Synchronization

/// The names under which the pages are served.
///
/// A request for any other name is refused, so that no
/// page of the network can reach them under a name of its own (DNS rebinding).
final class SiteAddresses: Sendable {
  private let names: [String]
  private let ports = Mutex<Set<Int>>([])

  /// - Parameter names: Host names and addresses without ports.
  init(names: [String]) { self.names = names.map { $0.lowercased() } }

  /// Takes in a port on which the pages are served.
  func add(port: Int) { ports.withLock { _ = $0.insert(port) } }

  /// Whether the `Host` of a request is one of the names.
  func serves(_ host: String) -> Bool {
    let host = host.lowercased()
    return ports.withLock { ports in
      names.contains { name in
        ports.contains { port in
          host == "\(name):\(port)" || (host == name && [80, 443].contains(port))
        }
      }
    }
  }

  /// Whether an `Origin` is that of the pages as `host` names them.
  ///
  /// Behind a server that ends TLS the pages' scheme is `https`.
  func isOwn(_ origin: String, at host: String) -> Bool {
    ["http://", "https://"].contains { origin.lowercased() == $0 + host.lowercased() }
  }

  /// The addresses to be told.
  var all: [String] {
    ports.withLock { ports in names.flatMap { name in ports.sorted().map { "\(name):\($0)" } } }
  }
}
