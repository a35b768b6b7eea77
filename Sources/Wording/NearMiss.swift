/// The entry of `candidates` nearest to `word` by optimal string alignment distance.
///
/// Used to suggest («классное руковдство» → «классное руководство»?) and never to accept.
/// Returns nil where nothing is near: more than a quarter of the letters differ.
///
/// - Complexity: O(*c* · *l*²) for *c* candidates of length *l*.
public func nearMiss(of word: String, among candidates: some Sequence<String>) -> String? {
  let letters = Array(word.lowercased())
  let reach = max(1, letters.count / 4)
  var best: (distance: Int, candidate: String)?
  for candidate in candidates {
    let other = Array(candidate.lowercased())
    guard abs(other.count - letters.count) <= reach else { continue }
    let distance = alignmentDistance(letters, other)
    guard distance <= reach else { continue }
    if best.map({ distance < $0.distance }) ?? true {
      best = (distance, candidate)
    }
  }
  return best?.candidate
}

/// Edits between two words: insertions, deletions, substitutions and swaps of neighbours.
private func alignmentDistance(_ a: [Character], _ b: [Character]) -> Int {
  var beforeLast = [Int](repeating: 0, count: b.count + 1)
  var last = Array(0...b.count)
  for i in a.indices {
    var row = [i + 1]
    row.reserveCapacity(b.count + 1)
    for j in b.indices {
      var cost = min(row[j] + 1, last[j + 1] + 1, last[j] + (a[i] == b[j] ? 0 : 1))
      if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] {
        cost = min(cost, beforeLast[j - 1] + 1)
      }
      row.append(cost)
    }
    (beforeLast, last) = (last, row)
  }
  return last[b.count]
}
