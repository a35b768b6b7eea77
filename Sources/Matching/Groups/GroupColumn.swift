import MentoringModel

/// A group that a mentor could lead: a column of the problem that opens or stays closed.
struct GroupColumn: Sendable, Hashable {
  /// The mentor's place in the roster.
  let mentor: Int
  /// The topic's place among the form's topics.
  let topic: Int
  /// 1, or more where the mentor may lead several groups about one topic.
  let number: Int
  /// The profiles that may stand in it, ascending places in the roster.
  let askers: [Int]
}

/// Why a mentor can lead no group about a topic.
enum GroupBar: Sendable, Hashable {
  /// Too few of those who ask can go to this mentor.
  case tooFewAskers(Int)
  /// So many are free to come without those who keep together with somebody who can't.
  case companies(left: Int, of: Int)
  /// The mentor has fewer places than a group has members.
  case tooFewPlaces(Int)
  /// Too few of those who ask have what a rule of composition needs.
  case tooFewOfKind(rule: Int, found: Int, needed: Int)
  /// With at most so many of each value the group does not come to its minimum.
  case tooManyAlike(rule: Int, most: Int)

  /// How many members are missing, as far as one can tell.
  func missing(_ minimum: Int) -> Int {
    switch self {
    case .tooFewAskers(let count): minimum - count
    case .companies(let left, _): minimum - left
    case .tooFewPlaces(let places): minimum - places
    case .tooFewOfKind(_, let found, let needed): needed - found
    case .tooManyAlike(_, let most): minimum - most
    }
  }
}
