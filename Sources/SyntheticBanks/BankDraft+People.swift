import MentoringModel

extension BankDraft {
  /// A person of a cohort, with everything that both banks know.
  func person(
    _ id: PersonID, of cohort: Recipe.Cohort, asMentor: Bool, in place: Places.Place?,
    _ generator: inout SplitMix64
  ) -> Person {
    let rates = recipe.rates
    var person = Person(id: id, name: generator.name(femalePercent: cohort.female ?? 50))
    person.roles = [RoleID(rawValue: cohort.role)]
    person.organization = place?.id
    let grade = cohort.grades.map { generator.within($0) }
    occupy(&person, cohort, place?.posts ?? cohort.posts, grade, &generator)
    person.birth = birth(cohort, grade, &generator)
    person.experience = experience(cohort, person.birth, &generator)
    person.interests = Set(
      generator.sample(generator.within(Span(1, 3)), of: list(cohort.interests)))
    person.formats = Set(generator.sample(generator.within(Span(1, 2)), of: list("formats")))
    person.schedule = Set(generator.sample(generator.within(Span(1, 3)), of: list("schedule")))
    person.languages = Set(list("languages"))
    person.building = (place?.district ?? generator.pick(list("buildings"))).map { folded($0) }
    person.dataConsent = consent(missing: rates.missingDataConsent, &generator)
    person.dutiesConsent = consent(missing: rates.missingDutiesConsent, &generator)
    person.availableThisCycle = !generator.chance(rates.unavailable)
    if cohort.isReady ?? false {
      (person.dataConsent, person.dutiesConsent) = (.given(nil), .given(nil))
      person.availableThisCycle = true
    } else if asMentor, generator.chance(rates.leavesEarly) {
      person.availability.end = day(programme.asOf, monthsLater: 3, day: 28)
    }
    return person
  }

  /// Now and then two people have the same name.
  func shareName(
    _ person: inout Person, with cohort: Recipe.Cohort, _ generator: inout SplitMix64
  ) {
    guard generator.chance(recipe.rates.namesake),
      let other = generator.pick(people[cohort.id] ?? [])
    else { return }
    person.name = other.name
  }

  /// The words that a cohort's person knows or asks for, rare ones first.
  func topics(
    of cohort: Recipe.Cohort, in organization: OrganizationID?, rarePercent: Int,
    _ generator: inout SplitMix64
  ) -> [String] {
    let absent = places.absentWords(in: organization)
    var chosen: [String] = []
    for draw in cohort.topics ?? [] {
      var count = generator.within(draw.picks)
      if generator.chance(rarePercent), count > 0,
        let word = generator.pick(words.rare[draw.list] ?? [])
      {
        chosen.append(word)
        count -= 1
      }
      var usual = words.usual[draw.list] ?? []
      if !absent.isEmpty { usual.removeAll(where: absent.contains) }
      chosen += generator.sample(count, of: usual).filter { !chosen.contains($0) }
    }
    return chosen
  }

  private func list(_ name: String?) -> [String] { name.flatMap { words.folded[$0] } ?? [] }

  private func occupy(
    _ person: inout Person, _ cohort: Recipe.Cohort, _ posts: String?, _ grade: Int?,
    _ generator: inout SplitMix64
  ) {
    let post = generator.pick(posts.flatMap { recipe.posts[$0] } ?? [])
    let letter = generator.pick(["А", "Б", "В"]) ?? ""
    person.position = (post?.title ?? "")
      .replacing("<grade>", with: grade.map { String($0) } ?? "")
      .replacing("<letter>", with: letter)
    let subject = post?.subject.map { folded($0) } ?? generator.pick(list(cohort.subjects))
    person.subjects = Set(subject.map { [$0] } ?? [])
  }

  private func birth(
    _ cohort: Recipe.Cohort, _ grade: Int?, _ generator: inout SplitMix64
  ) -> Birth? {
    let asOf = programme.asOf
    let dayOfMonth = generator.within(Span(1, 28))
    let months = generator.below(12)
    if let grade {
      // Children of one grade turn the same age between two Septembers.
      let schoolYear = asOf.month >= 9 ? asOf.year : asOf.year - 1
      let reached = schoolYear - grade - (cohort.ageAtZero ?? 6)
      return CalendarDate(year: reached, month: 9, day: 1).map {
        .day(day($0, monthsLater: months - 12, day: dayOfMonth))
      }
    }
    guard let age = cohort.age.map({ generator.within($0) }) else { return nil }
    if generator.chance(8) { return .year(asOf.year - age) }
    return .day(day(asOf, monthsLater: -(age * 12 + max(1, months)), day: dayOfMonth))
  }

  /// Service that began at 21 at the earliest.
  private func experience(
    _ cohort: Recipe.Cohort, _ birth: Birth?, _ generator: inout SplitMix64
  ) -> Experience? {
    guard let span = cohort.experience else { return nil }
    let isUnknown = generator.chance(recipe.rates.unknownExperience)
    let longest = birth.map { max(0, $0.age(on: programme.asOf) - 21) } ?? span.high
    let years = generator.within(Span(min(span.low, longest), min(span.high, longest)))
    // Many write whole years, so that thresholds are met exactly now and then.
    let months = years * 12 + (generator.chance(cohort.wholeYears ?? 30) ? 0 : generator.below(12))
    let isDated = generator.chance(25)
    guard !isUnknown || cohort.isReady ?? false else { return nil }
    return isDated ? .since(day(programme.asOf, monthsLater: -months, day: 1)) : .months(months)
  }

  private func consent(missing: Int, _ generator: inout SplitMix64) -> Consent {
    let draw = generator.below(100)
    let given = day(programme.asOf, monthsLater: -1, day: generator.within(Span(1, 28)))
    let isDated = generator.chance(80)
    if draw < missing { return .absent }
    if draw < missing + recipe.rates.withdrawn { return .withdrawn(isDated ? given : nil) }
    return .given(isDated ? given : nil)
  }

  /// A day some months later or earlier.
  private func day(_ from: CalendarDate, monthsLater: Int, day: Int) -> CalendarDate {
    let months = from.year * 12 + from.month - 1 + monthsLater
    return CalendarDate(year: months / 12, month: months % 12 + 1, day: day) ?? from
  }
}

/// The word lists of a recipe as people draw from them.
struct WordLists {
  /// Folded, as the bank has interests and subjects.
  let folded: [String: [String]]
  /// As they stand, without those of which there is a shortage.
  let usual: [String: [String]]
  /// Those of which there is a shortage.
  let rare: [String: [String]]

  init(_ recipe: Recipe) {
    let short = Set(recipe.shortage.topics)
    folded = recipe.lists.mapValues { $0.map { MentoringModel.folded($0) } }
    usual = recipe.lists.mapValues { $0.filter { !short.contains($0) } }
    rare = recipe.lists.mapValues { $0.filter(short.contains) }
  }
}
