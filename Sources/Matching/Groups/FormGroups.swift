import MentoringModel

/// The groups that a form could open, and why others could not.
final class FormGroups: Sendable {
  let formation: GroupFormation
  /// What is asked for and may be a topic, in the order in which the profiles name it.
  let topics: [GroupTopic]
  /// The groups that could open, by mentor, topic and number.
  let columns: [GroupColumn]
  /// The columns in which each profile may stand.
  let columnsOfProfile: [[Int]]
  /// Why a mentor who offers a topic can lead no group about it.
  let bars: [Offer: GroupBar]
  /// Sets of profiles that keep together.
  let companies: [[Int]]
  /// Sets of profiles of which at most one stands in a group.
  let apart: [[Int]]
  /// For each rule of composition, the profiles that each of its values counts, topic by topic.
  let kinds: CompositionKinds
  /// Whether the form has a column for pairs, or groups formed beforehand, with each mentor.
  let hasPairColumns: Bool

  /// A mentor and a topic.
  struct Offer: Hashable {
    let mentor: Int
    let topic: Int
  }

  /// - Complexity: O(mentors · requests) vetoes.
  init(
    _ formation: GroupFormation, _ roster: FormRoster, _ companions: EffectiveCompanions,
    asOf: CalendarDate
  ) {
    self.formation = formation
    hasPairColumns =
      formation.allowsPairs || roster.profiles.contains { $0.profile.group != nil }
    let topics = Self.topics(formation, roster)
    self.topics = topics
    let places = Dictionary(
      roster.profiles.indices.filter { roster.profiles[$0].isAlone }
        .map { (roster.profiles[$0].members[0].mentee.id, $0) },
      uniquingKeysWith: { first, _ in first })
    companies = companions.together.map { $0.compactMap { places[$0] } }.filter { $0.count > 1 }
    apart = companions.apart.map { $0.compactMap { places[$0] } }.filter { $0.count > 1 }
    kinds = CompositionKinds(formation.composition, topics, roster, asOf: asOf)
    let prospects = GroupProspects(
      formation, roster, topics: topics, kinds: kinds, companies: companies, apart: apart)
    (columns, bars) = (prospects.columns, prospects.bars)
    var columnsOfProfile = [[Int]](repeating: [], count: roster.profiles.count)
    for (index, column) in columns.enumerated() {
      for asker in column.askers { columnsOfProfile[asker].append(index) }
    }
    self.columnsOfProfile = columnsOfProfile
  }

  private static func topics(_ formation: GroupFormation, _ roster: FormRoster) -> [GroupTopic] {
    var order: [CompetencyID] = []
    var askers: [CompetencyID: (number: Int, places: [Int])] = [:]
    for (place, profile) in roster.profiles.enumerated() where profile.isAlone {
      for request in profile.requests where formation.admits(topic: request.request.competency) {
        let competency = request.request.competency
        if askers[competency] == nil { order.append(competency) }
        askers[competency, default: (request.competency, [])].places.append(place)
      }
    }
    return order.compactMap { competency in
      askers[competency].map {
        GroupTopic(competency, number: $0.number, askers: $0.places, in: roster)
      }
    }
  }

  /// The topics that a profile asks for, in its order.
  func topics(of profile: PreparedProfile) -> [Int] {
    profile.requests.compactMap { request in
      topics.firstIndex { $0.number == request.competency }
    }
  }
}

extension PreparedProfile {
  /// Whether it is one mentee's, and not that of a group formed beforehand.
  var isAlone: Bool { profile.group == nil }
}

extension FormRoster {
  /// The columns for pairs, which stand before those for groups: one a mentor, or none.
  var pairColumnCount: Int {
    groups.map { $0.hasPairColumns ? mentors.count : 0 } ?? mentors.count
  }

  /// All columns of the form.
  var columnCount: Int { pairColumnCount + (groups?.columns.count ?? 0) }

  /// The mentor of a column, by its place among those of the form.
  func mentor(ofColumn column: Int) -> Int {
    column < pairColumnCount ? column : groups?.columns[column - pairColumnCount].mentor ?? 0
  }

  /// Whether a profile may go to a mentor by itself.
  func mayPair(_ profile: PreparedProfile) -> Bool {
    groups.map { $0.allowsPairs || !profile.isAlone } ?? true
  }
}

extension FormGroups {
  /// Whether mentees go to mentors one by one as well.
  var allowsPairs: Bool { formation.allowsPairs }
}
