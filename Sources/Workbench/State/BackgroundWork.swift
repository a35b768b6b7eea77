import Foundation

/// Work that keeps a processor busy for long, away from the few threads that answer requests.
struct BackgroundWork: Sendable {
  private let queue: OperationQueue

  /// - Parameters:
  ///   - name: What the queue is called, for those who look at the threads.
  ///   - width: How many pieces of work are done at once.
  init(_ name: String, width: Int = 1) {
    queue = OperationQueue()
    queue.name = name
    queue.maxConcurrentOperationCount = width
    queue.qualityOfService = .userInitiated
  }

  /// Does a piece of work when its turn comes; one whose asker is gone before is left out.
  ///
  /// Concurrent, so that an actor that asks is itself again afterwards, however the work ended.
  @concurrent func run<Result: Sendable>(
    _ work: @escaping @Sendable () throws -> Result
  ) async throws -> Result {
    try Task.checkCancellation()
    return try await withCheckedThrowingContinuation { continuation in
      queue.addOperation { continuation.resume(with: Swift.Result { try work() }) }
    }
  }
}
