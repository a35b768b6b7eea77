import MentoringModel

/// Goes through all mentors and topics: which groups could open, and what bars the others.
struct GroupProspects {
  private(set) var columns: [GroupColumn] = []
  private(set) var bars: [FormGroups.Offer: GroupBar] = [:]

  init(
    _ formation: GroupFormation, _ roster: FormRoster, topics: [GroupTopic],
    kinds: CompositionKinds, companies: [[Int]], apart: [[Int]]
  ) {
    let form = roster.setting.form
    let (minimum, maximum) = (formation.size.lowerBound, formation.size.upperBound)
    for (mentor, prepared) in roster.mentors.enumerated() {
      let places = form.capacity(of: prepared.mentor)
      for (index, topic) in topics.enumerated()
      where prepared.level(of: topic.number) >= form.mustHaveLevel {
        let offer = FormGroups.Offer(mentor: mentor, topic: index)
        let free = topic.askers.filter { roster.allows(prepared, for: roster.profiles[$0]) }
        let askers = Self.whole(free, companies, most: maximum)
        let bar: GroupBar? =
          free.count < minimum
          ? .tooFewAskers(free.count)
          : askers.count < minimum
            ? .companies(left: askers.count, of: free.count)
            : places < minimum
              ? .tooFewPlaces(places)
              : kinds.bar(topic: index, askers: Set(askers), minimum: minimum)
        if let bar {
          bars[offer] = bar
          continue
        }
        // One group holds all who ask, unless something keeps them out of it.
        let isSimple = formation.composition.isEmpty && companies.isEmpty && apart.isEmpty
        let mayDouble = askers.count > min(maximum, places) || !isSimple
        let copies =
          mayDouble
          ? max(1, min(formation.perMentor, places / minimum, askers.count / minimum)) : 1
        for number in 1...copies {
          columns.append(
            GroupColumn(mentor: mentor, topic: index, number: number, askers: askers))
        }
      }
    }
  }

  /// Those of a list who keep together with nobody outside it, and with no more than fit.
  private static func whole(_ askers: [Int], _ companies: [[Int]], most: Int) -> [Int] {
    guard !companies.isEmpty else { return askers }
    let all = Set(askers)
    let broken = Set(
      companies.filter { $0.count > most || !all.isSuperset(of: $0) }.flatMap(\.self))
    return askers.filter { !broken.contains($0) }
  }
}
