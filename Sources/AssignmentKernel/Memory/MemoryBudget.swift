public import Wording

/// How much more memory may be taken.
///
/// A program that runs out of memory is ended by the system in the midst of its work. So each step
/// that needs much asks first, and says so where there is not enough.
public struct MemoryBudget: Sendable, Hashable {
  /// The bytes that a step may take, or nil for what the system can give when it is asked.
  public var bytes: Int?

  /// Creates a budget.
  public init(bytes: Int? = nil) {
    self.bytes = bytes
  }

  /// What the system can give.
  public static let system = MemoryBudget()

  /// What is left alone: threads, buffers and what is too small to ask for.
  static let reserve = 32 << 20

  /// Makes sure that `needed` bytes can be taken.
  ///
  /// - Throws: ``MemoryShortage`` where there are fewer.
  /// - Complexity: O(1); a few small files of the system are read.
  public func require(_ needed: Int) throws(MemoryShortage) {
    let free: Int
    if let bytes {
      free = bytes
    } else {
      guard let system = FreeMemory.bytes else { return }
      free = max(0, system - Self.reserve)
    }
    guard needed <= free else { throw MemoryShortage(needed: needed, free: free) }
  }
}

extension SolveLimits {
  /// What fits into ``MemoryBudget/reserve`` and is solved in less time than it takes to ask.
  private static let trifle = 4 << 20

  /// Makes sure that a solver can take `bytes` more.
  package func require(_ bytes: Int, for solver: String) throws(SolverFailure) {
    guard memory.bytes != nil || bytes > Self.trifle else { return }
    do throws(MemoryShortage) {
      try memory.require(bytes)
    } catch {
      throw .memory(solver: solver, error)
    }
  }
}

/// A step needs more memory than there is.
public struct MemoryShortage: Error, Sendable, Hashable {
  /// The bytes that the step needs.
  public var needed: Int
  /// The bytes that it could have had.
  public var free: Int

  /// Creates a shortage.
  public init(needed: Int, free: Int) {
    self.needed = needed
    self.free = free
  }

  /// What is the matter and what to do, in both languages.
  public var text: Text {
    let (needed, free) = ((needed - 1) >> 20 + 1, free >> 20)
    return Text(
      ru:
        "Не хватает памяти: нужно ещё \(needed) МБ, а свободно \(free). Закройте другие программы, "
        + "снимите ограничение памяти или возьмите задачу поменьше.",
      en: "There is not enough memory: \(needed) MB more are needed and \(free) are free. Close "
        + "other programs, raise the limit on memory, or take a smaller problem.")
  }
}
