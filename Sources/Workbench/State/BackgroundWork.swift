import Dispatch

/// Work that keeps a processor busy for long, away from the few threads that answer requests.
struct BackgroundWork: Sendable {
  private let queue: DispatchQueue

  /// - Parameter name: What the queue is called, for those who look at the threads.
  init(_ name: String) {
    queue = DispatchQueue(label: name, qos: .userInitiated)
  }

  /// Does one piece of work after the other; one whose asker is gone before it begins is left out.
  func run<Result: Sendable>(
    _ work: @escaping @Sendable () throws -> Result
  ) async throws -> Result {
    try Task.checkCancellation()
    return try await withCheckedThrowingContinuation { continuation in
      queue.async { continuation.resume(with: Swift.Result { try work() }) }
    }
  }
}
