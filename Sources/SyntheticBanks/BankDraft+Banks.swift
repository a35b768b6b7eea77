import MentoringModel

extension BankDraft {
  /// Fills the bank of mentors with a cohort.
  mutating func addMentors(_ cohort: Recipe.Cohort) {
    var generator = stream()
    for _ in 0..<cohort.count {
      let place = places.pick(cohort.place, forMentor: true, &generator)
      var person = person(
        id("M", bank.mentors.count + 1), of: cohort, asMentor: true, in: place, &generator)
      shareName(&person, with: cohort, &generator)
      people[cohort.id, default: []].append(person)
      bank.mentors.append(mentor(person, of: cohort, &generator))
    }
  }

  private func mentor(
    _ person: Person, of cohort: Recipe.Cohort, _ generator: inout SplitMix64
  ) -> Mentor {
    var mentor = Mentor(person)
    let months = person.experience?.months(on: programme.asOf)
    let words = topics(
      of: cohort, in: person.organization, rarePercent: recipe.shortage.offered, &generator)
    for word in words {
      mentor.competencies[competency(word)] = level(months, &generator)
    }
    let forms = cohort.forms ?? []
    let isChoosy = forms.count > 1 && generator.chance(25)
    let count = isChoosy ? 1 + generator.below(forms.count) : forms.count
    mentor.forms = Set(generator.sample(count, of: forms).map { FormID(rawValue: $0) })
    if let capacity = cohort.capacity, generator.chance(70) {
      mentor.capacity = generator.within(capacity)
    }
    for entry in cohort.capacityByForm ?? [] {
      let form = FormID(rawValue: entry.form)
      let places = generator.within(entry.places)
      if generator.chance(40), mentor.forms.contains(form) { mentor.capacityByForm[form] = places }
    }
    mentor.isTrained = !generator.chance(cohort.untrained ?? recipe.rates.untrained)
    if generator.chance(cohort.awards ?? 0),
      let award = generator.pick(recipe.lists["awards"] ?? [])
    {
      mentor.awards = [award]
    }
    // Laureates always enter the municipal bank.
    if let share = cohort.municipal {
      mentor.isMunicipal = generator.chance(share) || !mentor.awards.isEmpty
    }
    mentor.category = category(person, months ?? 0, &generator)
    if let ages = generator.pick(cohort.preferredAges ?? []), generator.chance(30) {
      mentor.preferredAges = ages.low...ages.high
    }
    return mentor
  }

  /// Experience shows in the level; without it, only the draw does.
  private func level(_ months: Int?, _ generator: inout SplitMix64) -> Int {
    let base = months.map { 2 + min(2, $0 / 84) } ?? 2
    return min(5, base + generator.below(months == nil ? 4 : 3))
  }

  private func category(
    _ person: Person, _ months: Int, _ generator: inout SplitMix64
  ) -> QualificationCategory {
    let draw = generator.below(100)
    guard !person.roles.isDisjoint(with: ["educator", "vocationalMaster"]) else { return .none }
    return switch months {
    case 120...: draw < 45 ? .highest : draw < 80 ? .first : .none
    case 48...: draw < 8 ? .highest : draw < 55 ? .first : .none
    default: .none
    }
  }

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
      requests.append(Request(competency(word), priority: priority, isMustHave: isMustHave))
    }
    let group = cohort.group.map { _ in "Группа \(number) «\(words.first ?? cohort.id)»" }
    bank.profiles.append(
      RequestProfile(members: members.map(\.id), form: form, group: group, requests: requests))
    cohortOfProfile.append(recipe.mentees.firstIndex { $0.id == cohort.id } ?? 0)
  }

  /// Now and then two people have the same name.
  private func shareName(
    _ person: inout Person, with cohort: Recipe.Cohort, _ generator: inout SplitMix64
  ) {
    guard generator.chance(recipe.rates.namesake),
      let other = generator.pick(people[cohort.id] ?? [])
    else { return }
    person.name = other.name
  }

  /// Fills the roster: the people of the banks who have its role, then everybody else.
  mutating func addRoster() {
    guard let role = recipe.roster.first.map({ RoleID(rawValue: $0.role) }) else { return }
    var generator = stream()
    var seen: Set<PersonID> = []
    let known = bank.mentors.map(\.person) + bank.mentees.map(\.person)
    for person in known where person.roles.contains(role) && seen.insert(person.id).inserted {
      bank.roster.append(entry(person))
    }
    var number = 0
    for cohort in recipe.roster {
      for _ in 0..<cohort.count {
        number += 1
        let place = places.pick(cohort.place, forMentor: false, &generator)
        bank.roster.append(
          entry(person(id("R", number), of: cohort, asMentor: false, in: place, &generator)))
      }
    }
  }

  private func entry(_ person: Person) -> RosterEntry {
    RosterEntry(
      id: person.id, organization: person.organization, roles: person.roles, birth: person.birth)
  }
}
