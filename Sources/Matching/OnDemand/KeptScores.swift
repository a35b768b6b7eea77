import AssignmentKernel
import Synchronization

/// The fit of pairs that were scored once, at two bytes each.
///
/// Rows are kept for as long as there is room; those beyond are scored whenever they are asked for.
///
/// Space: O(mentors / 8 + allowed pairs · 2) bytes a row.
struct KeptScores: Sendable {
  private let runs: [Run?]

  /// The rows of one run.
  private static var runLength: Int { 64 }

  /// Scores rows by several threads, as far as room and time go.
  ///
  /// - Parameters:
  ///   - rowCount: The number of rows.
  ///   - mostBytes: What may be kept.
  ///   - limits: When to stop; rows that are left are not kept.
  ///   - score: The mentors whom no rule forbids for a row, ascending, and the fit of each.
  init(
    rowCount: Int, mostBytes: Int, limits: SolveLimits,
    row score: @Sendable (_ row: Int) -> (places: [Int32], fits: [Int32])
  ) {
    let kept = Atomic(0)
    let count = (rowCount + Self.runLength - 1) / Self.runLength
    runs = InParallel.map(count, with: ()) { index, _ -> Run? in
      guard !limits.isOver, kept.load(ordering: .relaxed) < mostBytes else { return nil }
      var run = Run()
      for row in index * Self.runLength..<min(rowCount, (index + 1) * Self.runLength) {
        let (places, fits) = score(row)
        run.append(places, fits)
      }
      kept.add(run.bytes, ordering: .relaxed)
      return run
    }
  }

  /// The scores of a row, or nil where they are not kept.
  subscript(row: Int) -> KeptRow? { runs[row / Self.runLength]?[row % Self.runLength] }

  private struct Run: Sendable {
    private var words: [UInt64] = []
    private var fits: [UInt16] = []
    /// Where each row's words and fits start, and where the last ones end.
    private var starts: [(word: Int32, fit: Int32)] = [(0, 0)]
    private var isKept: [Bool] = []

    var bytes: Int { 8 * words.count + 2 * fits.count }

    mutating func append(_ places: [Int32], _ fits: [Int32]) {
      let isNarrow = fits.allSatisfy { 0 <= $0 && $0 <= Int32(UInt16.max) }
      isKept.append(isNarrow)
      if isNarrow {
        let first = words.count
        for place in places {
          while words.count <= first + Int(place) / 64 { words.append(0) }
          words[first + Int(place) / 64] |= 1 << UInt64(place % 64)
        }
        self.fits += fits.lazy.map { UInt16($0) }
      }
      starts.append((Int32(words.count), Int32(self.fits.count)))
    }

    subscript(row: Int) -> KeptRow? {
      guard isKept[row] else { return nil }
      let (start, end) = (starts[row], starts[row + 1])
      return KeptRow(
        words: words[Int(start.word)..<Int(end.word)], fits: fits[Int(start.fit)..<Int(end.fit)])
    }
  }
}

/// The mentors who are allowed for a row, as a set of their places, and the fit of each.
struct KeptRow: Sendable {
  let words: ArraySlice<UInt64>
  let fits: ArraySlice<UInt16>

  /// Calls `body` with every mentor's place and fit, ascending by place.
  @inline(__always)
  func withEach(_ body: (_ place: Int32, _ fit: Int64) -> Void) {
    words.withUnsafeBufferPointer { words in
      fits.withUnsafeBufferPointer { fits in
        var next = 0
        for index in words.indices {
          var rest = words[index]
          while rest != 0 {
            body(
              Int32(truncatingIfNeeded: index * 64 + rest.trailingZeroBitCount), Int64(fits[next]))
            next += 1
            rest &= rest &- 1
          }
        }
      }
    }
  }
}
