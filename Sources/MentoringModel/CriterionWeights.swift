/// The soft criteria of the fit.
public enum CriterionID: String, Sendable, Hashable, CaseIterable, Codable {
  /// How far the mentor's competencies answer the requests.
  case requests
  /// A subject or specialty in common.
  case subject
  /// How far the mentor is ahead in experience.
  case experience
  /// Interests in common.
  case interests
  /// Wishes for each other.
  case preference
  /// Times and ways to meet in common.
  case schedule
  /// Language, building or district in common.
  case proximity
  /// The ages of mentees the mentor prefers.
  case age
  /// Awards and category of the mentor.
  case recognition
  /// The pair worked together last year.
  case continuity
  /// How near a member of a group stands to all who ask for its topic.
  case cohesion
}

/// What each criterion counts for, in exact integer points that sum to ``total``.
public struct CriterionWeights: Sendable, Hashable {
  /// The sum of the points: a fit of 100 %, in hundredths of a percent.
  public static let total = 10_000

  /// The points of each criterion that counts.
  public let points: [CriterionID: Int]

  /// Shares of 100 % in proportion to `raw`, rounded by largest remainders so that they sum to
  /// ``total`` exactly; equal remainders go to the criterion that is listed first.
  ///
  /// Returns nil where a weight is negative, not a number or above a million, or all are zero.
  public init?(_ raw: [CriterionID: Double]) {
    guard raw.values.allSatisfy({ $0.isFinite && $0 >= 0 && $0 <= 1_000_000 }) else { return nil }
    let criteria = CriterionID.allCases.filter { (raw[$0] ?? 0) > 0 }
    let sum = criteria.reduce(0) { $0 + (raw[$1] ?? 0) }
    guard sum > 0 else { return nil }
    let shares = criteria.map { (raw[$0] ?? 0) / sum * Double(Self.total) }
    var points = shares.map { Int($0) }
    let missing = Self.total - points.reduce(0, +)
    let order = shares.indices.sorted {
      let (left, right) = (shares[$0] - Double(points[$0]), shares[$1] - Double(points[$1]))
      return left == right ? $0 < $1 : left > right
    }
    for index in order.prefix(max(0, missing)) { points[index] += 1 }
    self.points = Dictionary(uniqueKeysWithValues: zip(criteria, points))
  }

  private init(points: [CriterionID: Int]) { self.points = points }

  /// The weights of a programme that states none: requests count for half.
  public static let standard = CriterionWeights(points: [
    .requests: 5000, .subject: 1000, .experience: 800, .interests: 800, .preference: 800,
    .schedule: 600, .proximity: 400, .age: 200, .recognition: 200, .continuity: 200,
  ])

  /// The weights without a criterion, in the same proportions; nil where nothing is left.
  public func without(_ criterion: CriterionID) -> CriterionWeights? {
    guard self[criterion] > 0 else { return self }
    return CriterionWeights(points.filter { $0.key != criterion }.mapValues(Double.init))
  }

  /// The points of a criterion, 0 where it does not count.
  public subscript(criterion: CriterionID) -> Int { points[criterion] ?? 0 }
}
