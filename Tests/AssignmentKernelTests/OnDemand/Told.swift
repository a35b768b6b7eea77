import Synchronization

/// What a closure was told, in order.
final class Told: Sendable {
  private let steps = Mutex([Int]())

  var all: [Int] { steps.withLock { $0 } }

  func add(_ step: Int) { steps.withLock { $0.append(step) } }
}
