import Foundation

/// How many random cases a property is tried on.
enum Cases {
  /// The seeds from 0: `usual` of them, or as many as the environment variable `NASTAVNIK_CASES` says.
  static func seeds(_ usual: Int) -> Range<UInt64> {
    0..<(ProcessInfo.processInfo.environment["NASTAVNIK_CASES"].flatMap { UInt64($0) }
      ?? UInt64(usual))
  }
}
