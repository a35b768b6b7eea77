import Foundation

/// The first `count` seeds, or blocks of seeds, of a test on random cases.
///
/// `NASTAVNIK_ROUNDS=100` makes them a hundred times as many.
public func seeds(_ count: UInt64) -> Range<UInt64> {
  0..<count * rounds
}

private let rounds: UInt64 = {
  let wanted = ProcessInfo.processInfo.environment["NASTAVNIK_ROUNDS"].flatMap { UInt64($0) }
  return max(1, min(wanted ?? 1, 100_000))
}()
