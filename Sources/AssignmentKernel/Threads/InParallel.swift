import Dispatch
import Foundation
import Synchronization

/// Work that falls into independent parts, done by several threads.
///
/// Parts are taken in their order by whichever thread is free, and each result stands at its part's
/// place, so that what comes out does not depend on the number of threads. The caller waits and works
/// along; a part is worked on by one thread from beginning to end.
public enum InParallel {
  /// The result of every part, in the order of the parts.
  ///
  /// - Parameters:
  ///   - count: The number of parts.
  ///   - threads: The most threads at work, or nil for one a core.
  ///   - part: What is to be done for a part.
  /// - Returns: One result a part.
  public static func map<Result: Sendable>(
    _ count: Int, threads: Int? = nil, _ part: @Sendable (Int) -> Result
  ) -> [Result] {
    map(count, threads: threads, with: ()) { index, _ in part(index) }.compactMap { $0 }
  }

  /// The result of every part, or nil where it had none.
  ///
  /// - Parameters:
  ///   - count: The number of parts.
  ///   - threads: The most threads at work, or nil for one a core.
  ///   - buffer: What each thread starts with and keeps from part to part: room for intermediate
  ///     results, which must not matter to the results.
  ///   - part: What is to be done for a part.
  /// - Returns: One result a part.
  package static func map<Buffer: Sendable, Result: Sendable>(
    _ count: Int, threads: Int? = nil, with buffer: Buffer,
    _ part: @Sendable (_ index: Int, _ buffer: inout Buffer) -> Result?
  ) -> [Result?] {
    let next = Atomic(0)
    let results = Mutex([Result?](repeating: nil, count: count))
    withoutActuallyEscaping(part) { part in
      @Sendable func work() {
        var buffer = buffer
        while true {
          let index = next.add(1, ordering: .relaxed).oldValue
          guard index < count else { return }
          let result = part(index, &buffer)
          results.withLock { $0[index] = result }
        }
      }
      let workers = min(count, max(1, threads ?? ProcessInfo.processInfo.activeProcessorCount))
      if workers > 1 {
        DispatchQueue.concurrentPerform(iterations: workers) { _ in work() }
      } else {
        work()
      }
    }
    return results.withLock { $0 }
  }
}

extension Array {
  /// What was worked on in another order, each where it stands in the first one.
  ///
  /// - Parameter order: The place in the first order of each element; a permutation.
  /// - Returns: The elements in the first order.
  /// - Complexity: O(*n*).
  package func backInPlace(from order: [Int]) -> [Element] {
    var placed = self
    for (element, place) in zip(self, order) { placed[place] = element }
    return placed
  }
}
