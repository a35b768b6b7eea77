import Dispatch
import Synchronization

/// Work that falls into independent parts, done by as many threads as there are processors.
public enum InParallel {
  /// The result of every part, in the order of the parts.
  public static func map<Result: Sendable>(
    _ count: Int, _ part: @Sendable (Int) -> Result
  ) -> [Result] {
    let results = Mutex([Result?](repeating: nil, count: count))
    withoutActuallyEscaping(part) { part in
      DispatchQueue.concurrentPerform(iterations: count) { index in
        let result = part(index)
        results.withLock { $0[index] = result }
      }
    }
    return results.withLock { $0.compactMap { $0 } }
  }
}
