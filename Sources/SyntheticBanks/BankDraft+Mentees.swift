import MentoringModel

extension BankDraft {
  /// Fills the bank of mentees with a cohort: new people and people of earlier cohorts.
  mutating func addMentees(_ cohort: Recipe.Cohort) {
    guard let form = cohort.forms?.first.map({ FormID(rawValue: $0) }) else { return }
    var generator = stream()
    var known = knownPeople(for: cohort, form, &generator)
    var left = cohort.count
    var number = 0
    while left > 0 {
      number += 1
      var size = 1
      if let span = cohort.group {
        size = min(left, generator.within(span))
        // What remains is either nothing or large enough for a group.
        if left - size < span.low { size = left <= span.high ? left : left - span.low }
      }
      let place = places.pick(cohort.place, forMentor: false, &generator)
      var members: [Person] = []
      while members.count < size {
        members.append(
          known.popLast() ?? newMentee(of: cohort, in: place, &generator))
      }
      for person in members { enlist(person, cohort, form, &generator) }
      addProfile(members, cohort, form, number, &generator)
      left -= size
    }
  }

  /// People of the cohorts from which this one draws, in the order of the draw.
  private func knownPeople(
    for cohort: Recipe.Cohort, _ form: FormID, _ generator: inout SplitMix64
  ) -> [Person] {
    var known: [Person] = []
    var seen: Set<PersonID> = []
    for reuse in cohort.reuse ?? [] {
      let pool = (people[reuse.from] ?? []).filter {
        !seen.contains($0.id) && !(formsOfMentee[$0.id]?.contains(form) ?? false)
      }
      let drawn = generator.sample(cohort.count * reuse.percent / 100, of: pool)
      seen.formUnion(drawn.map(\.id))
      known += drawn
    }
    return Array(generator.sample(known.count, of: known).prefix(cohort.count))
  }

  private mutating func newMentee(
    of cohort: Recipe.Cohort, in place: Places.Place?, _ generator: inout SplitMix64
  ) -> Person {
    newcomers += 1
    var person = person(
      id("N", newcomers), of: cohort, asMentor: false, in: place, &generator)
    shareName(&person, with: cohort, &generator)
    if let superior = cohort.superior, generator.chance(superior.percent) {
      person.superior = generator.pick(superior.from.flatMap { people[$0] ?? [] })?.id
    }
    return person
  }

  private mutating func enlist(
    _ person: Person, _ cohort: Recipe.Cohort, _ form: FormID, _ generator: inout SplitMix64
  ) {
    people[cohort.id, default: []].append(person)
    formsOfMentee[person.id, default: []].insert(form)
    let marks = (cohort.marks ?? []).filter { generator.chance($0.percent) }.map { folded($0.mark) }
    if let index = menteeIndex[person.id] {
      bank.mentees[index].marks.formUnion(marks)
    } else {
      menteeIndex[person.id] = bank.mentees.count
      var mentee = Mentee(person)
      mentee.marks = Set(marks)
      bank.mentees.append(mentee)
    }
  }

  private mutating func addProfile(
    _ members: [Person], _ cohort: Recipe.Cohort, _ form: FormID, _ number: Int,
    _ generator: inout SplitMix64
  ) {
    let words = topics(
      of: cohort, in: members.first?.organization, rarePercent: recipe.shortage.asked, &generator)
    var requests: [Request] = []
    for (index, word) in words.enumerated() {
      let isMustHave = index == 0 && generator.chance(recipe.rates.mustHave)
      let priority = min(3, index + 1 + (generator.chance(20) ? 1 : 0))
      var request = Request(competency(word), priority: priority, isMustHave: isMustHave)
      request.level = cohort.levels.map { generator.within($0) }
      requests.append(request)
    }
    let group = cohort.group.map { _ in "Группа \(number) «\(words.first ?? cohort.id)»" }
    bank.profiles.append(
      RequestProfile(members: members.map(\.id), form: form, group: group, requests: requests))
    cohortOfProfile.append(recipe.mentees.firstIndex { $0.id == cohort.id } ?? 0)
  }
}
