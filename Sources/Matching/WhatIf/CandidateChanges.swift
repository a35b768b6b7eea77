import AssignmentKernel
import MentoringModel

/// The single changes that can let somebody more find a mentor.
///
/// What cannot is left out by a search over the plan (``ShortageSearch``), not by a guess.
struct CandidateChanges {
  private let solved: SolvedMatching
  private let wantedRow: [Bool]
  private let wantedColumn: [Bool]
  private let unmatchedCount: Int
  private let mentee: PersonID?
  private let search: ShortageSearch

  init(_ solved: SolvedMatching, for mentee: PersonID?) {
    self.solved = solved
    self.mentee = mentee
    search = solved.shortageSearch
    let unmatched = solved.problem.profiles.indices.filter {
      solved.arcOfRow[$0] == nil
        && mentee.map(solved.problem.profiles[$0].members.contains) ?? true
    }
    unmatchedCount = unmatched.count
    (wantedRow, wantedColumn) = search.wanted(by: unmatched)
  }

  /// Changes of one kind in ascending order, of which the first that helps is enough.
  struct Ladder {
    var steps: [SingleChange]
    /// No step lets more mentees find a mentor than so many; the greatest number where nothing is known.
    var most: Int
  }

  /// Everything but new competencies.
  var ladders: [Ladder] {
    let all =
      places.map { [$0] } + organizationPlaces.map { [$0] } + mentorsPerMentee
      + maximumLoad + maximumMentors
      + solved.matcher.rosters.flatMap(ladders(of:))
    var seen: Set<[SingleChange]> = []
    let largest = solved.problem.profiles.map(\.members.count).max() ?? 1
    return all.filter { seen.insert($0).inserted }
      .map { Ladder(steps: $0, most: profiles(throughAnyOf: $0).map { $0 * largest } ?? .max) }
  }

  /// The profiles that can find a mentor more by any of these changes, or nil where that is not known.
  ///
  /// One more unit in a network takes one row more at most. With groups, or where another goal than fixed
  /// pairs comes before the number of mentees, a change can bring more.
  private func profiles(throughAnyOf steps: [SingleChange]) -> Int? {
    guard solved.problem.groups == nil,
      solved.problem.tiers.prefix(while: { $0 != .coverage }).allSatisfy({ $0 == .pins })
    else { return nil }
    switch steps.first {
    case .place, .organizationPlace: return 1
    case .training(let mentor): return places(mentor)
    case .consent(let person):
      return places(person)
        + solved.matcher.bank.profiles.count { $0.members.contains(person) }
    default: return nil
    }
  }

  /// The places that somebody can have as a mentor in the forms where an objection keeps him away that
  /// a change can lift.
  private func places(_ id: PersonID) -> Int {
    solved.matcher.rosters.reduce(0) { sum, roster in
      let kept = roster.excludedMentors.filter { entry in
        entry.mentor.mentor.id == id
          && !roster.objections(to: entry.mentor)
            .contains { $0.code == "wrongRole" || $0.code == "formNotOffered" }
      }
      return kept.reduce(sum) { $0 + roster.setting.form.capacity(of: $1.mentor.mentor) }
    }
  }

  /// With groups each change takes a search of its own, so changes of single mentors are left out.
  private var places: [SingleChange] {
    guard solved.problem.groups == nil else { return [] }
    return solved.problem.seats.indices.filter { wantedColumn[$0] }.compactMap { column in
      let seat = solved.problem.seats[column]
      let mentors = solved.matcher.bank.mentors
      guard let form = solved.matcher.programme.form(seat.form),
        let mentor = mentors.first(where: { $0.id == seat.mentor }),
        form.capacity(of: mentor) < form.maximumCapacity
      else { return nil }
      return .place(seat.mentor, seat.form)
    }
  }

  private var organizationPlaces: [SingleChange] {
    let groups = solved.problem.people.columnGroups
    return solved.problem.limits.enumerated().compactMap { group, limit in
      guard case .organization(let organization) = limit,
        solved.loadOfGroup[group] >= groups.bounds[group].upper
      else { return nil }
      return .organizationPlace(organization)
    }
  }

  private var mentorsPerMentee: [[SingleChange]] {
    let isReached = solved.plan.unmatched.contains {
      $0.code == "mentorLimitReached" && (mentee.map($0.mentees.contains) ?? true)
    }
    guard isReached, let limit = solved.matcher.programme.mentorsPerMentee else { return [] }
    return [[.mentorsPerMentee(limit + 1)]]
  }

  private var maximumLoad: [[SingleChange]] {
    guard unmatchedCount > 0, let most = solved.matcher.programme.maximumLoad else { return [] }
    return [[.maximumLoad(most + 1)]]
  }

  /// One mentor more, two more, … until somebody is helped.
  private var maximumMentors: [[SingleChange]] {
    let isReached = solved.plan.unmatched.contains {
      $0.code == "mentorsLimited" && (mentee.map($0.mentees.contains) ?? true)
    }
    guard isReached, let most = solved.matcher.programme.maximumMentors else { return [] }
    let all = Set(solved.problem.seats.map(\.mentor)).count
    return [(most + 1...max(most + 1, all)).map { .maximumMentors($0) }]
  }

  private func ladders(of roster: FormRoster) -> [[SingleChange]] {
    let form = roster.setting.form
    let rows = roster.groups == nil ? wantedRows(of: roster) : unmatched(in: roster)
    var ladders: [[SingleChange]] = roster.excludedMembers.compactMap { member in
      guard member.code == "noDataConsent", mentee == nil || mentee == member.member.mentee.id
      else { return nil }
      return [.consent(member.member.mentee.id)]
    }
    guard !rows.isEmpty else { return ladders }
    ladders.append([.formPlaces(form.id)])
    ladders += (form.groups?.composition ?? []).indices.map { [.anyComposition(form.id, rule: $0)] }
    var codes: Set<String> = []
    for (mentor, code, _) in roster.excludedMentors
    where rows.contains(where: { roster.allows(mentor, for: $0) }) {
      codes.insert(code)
      if code == "noPlaces", form.maximumCapacity > 0 {
        ladders.append([.place(mentor.mentor.id, form.id)])
      }
      if code == "noDataConsent" { ladders.append([.consent(mentor.mentor.id)]) }
      if code == "notTrained" { ladders.append([.training(mentor.mentor.id)]) }
    }
    if codes.contains("notEnoughExperience"), let limit = form.mentorExperience?.limit {
      ladders.append(limit.easier.map { .mentorExperience(form.id, $0) })
    }
    let scorer = RosterScorer(roster, firstColumn: 0)
    for profile in rows { codes.formUnion(scorer.forbidden(for: profile).map(\.code)) }
    return ladders + relaxations(of: form, codes)
  }

  /// What would ease the rules about pairs that stand in the way.
  private func relaxations(of form: MentoringForm, _ codes: Set<String>) -> [[SingleChange]] {
    var ladders: [[SingleChange]] = []
    if codes.contains("missingMustHave") {
      ladders.append((1..<form.mustHaveLevel).reversed().map { .mustHaveLevel(form.id, $0) })
    }
    if codes.contains("belowMinimumFit") {
      let percents = stride(from: (form.minimumFit - 1) / 100 * 100, through: 0, by: -100)
      ladders.append(percents.map { .minimumFit(form.id, $0) })
    }
    if codes.contains("noCompetency") { ladders.append([.anyCompetency(form.id)]) }
    if codes.contains("noSharedSubject") { ladders.append([.anySubject(form.id)]) }
    if codes.contains("outOfScope") {
      ladders.append(form.scope.wider.map { .scope(form.id, $0) })
    }
    return ladders
  }

  /// Those without a mentor: in groups there is more in the way than places.
  private func unmatched(in roster: FormRoster) -> [PreparedProfile] {
    let first = solved.firstRow(of: roster.setting.form.id)
    return roster.profiles.indices.filter { solved.arcOfRow[first + $0] == nil }
      .map { roster.profiles[$0] }
  }

  private func wantedRows(of roster: FormRoster) -> [PreparedProfile] {
    let first = solved.problem.profiles.firstIndex { $0.form == roster.setting.form.id } ?? 0
    return roster.profiles.indices.filter { wantedRow[first + $0] }.map { roster.profiles[$0] }
  }
}

extension CandidateChanges {
  /// Competencies that mentors could acquire, with the most mentees that each can help; those that
  /// can help most first.
  var competencies: [(change: SingleChange, most: Int)] {
    guard solved.problem.groups == nil else { return [] }
    let hasPlace = search.columnsWithPlaces
    let largest = solved.problem.profiles.map(\.members.count).max() ?? 1
    var helped: [(change: SingleChange, most: Int)] = []
    var firstColumn = 0
    for roster in solved.matcher.rosters {
      let rows = wantedRows(of: roster)
      let missing = roster.competencies(missingForAny: rows) { hasPlace[firstColumn + $0] }
      for (place, counts) in missing.sorted(by: { $0.key < $1.key }) {
        let mentor = roster.mentors[place].mentor
        let places = roster.setting.form.capacity(of: mentor)
        for (competency, count) in counts.sorted(by: { $0.key < $1.key }) {
          let change = SingleChange.competency(mentor.id, competency, roster.levelToAcquire)
          helped.append((change, min(places, count, unmatchedCount) * largest))
        }
      }
      firstColumn += roster.mentors.count
    }
    var seen: Set<SingleChange> = []
    let order = helped.indices.sorted { (helped[$1].most, $0) < (helped[$0].most, $1) }
    return order.map { helped[$0] }.filter { seen.insert($0.change).inserted }
  }
}

extension FormRoster {
  /// The level at which a competency helps in this form.
  fileprivate var levelToAcquire: Int { max(3, setting.form.mustHaveLevel) }

  /// For mentors, by their places in the roster, the competencies of which each alone would let them
  /// take some of the profiles, with how many.
  fileprivate func competencies(
    missingForAny profiles: [PreparedProfile], to isAsked: (_ mentor: Int) -> Bool
  ) -> [Int: [CompetencyID: Int]] {
    var counts: [Int: [CompetencyID: Int]] = [:]
    let scorer = RosterScorer(self, firstColumn: 0)
    for profile in profiles {
      let struck = scorer.forbidden(for: profile).filter { Self.isAboutCompetencies($0.code) }
      for place in struck.flatMap(\.mentors).map({ Int($0) }) where isAsked(place) {
        let mentor = mentors[place]
        guard objectionCodes(to: mentor, for: profile).allSatisfy(Self.isAboutCompetencies)
        else { continue }
        let missing = profile.requests.filter {
          $0.request.isMustHave && mentor.level(of: $0.competency) < setting.form.mustHaveLevel
        }
        guard missing.count <= 1 else { continue }
        let needed = missing.isEmpty ? profile.requests : missing
        for request in Set(needed.map(\.request.competency)) {
          counts[place, default: [:]][request, default: 0] += 1
        }
      }
    }
    return counts
  }

  private static func isAboutCompetencies(_ code: String) -> Bool {
    code == "noCompetency" || code == "missingMustHave"
  }
}

extension Limit {
  /// Easier thresholds, the nearest first.
  fileprivate var easier: [Limit] {
    switch comparison {
    case .above, .atLeast:
      (0..<max(0, years)).reversed().map { Limit(comparison, years: $0) }
    case .below, .atMost: (1...10).map { Limit(comparison, years: years + $0) }
    }
  }
}

extension OrganizationScope {
  /// Wider scopes, the nearest first.
  fileprivate var wider: [OrganizationScope] {
    switch self {
    case .own: [.municipal, .any]
    case .municipal, .other: [.any]
    case .any: []
    }
  }
}
