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
}
