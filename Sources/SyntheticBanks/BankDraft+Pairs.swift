import MentoringModel

/// Last year's pairs, wishes and decisions: all between people who could be a pair.
extension BankDraft {
  /// Records who worked together last year and who would like whom.
  mutating func addAcquaintances() {
    var generator = stream()
    let offers = Offers(bank)
    for (index, profile) in bank.profiles.enumerated() where profile.group == nil {
      let lastYear = recipe.mentees[cohortOfProfile[index]].lastYear ?? recipe.rates.lastYear
      let (worked, likes) = (generator.chance(lastYear), generator.chance(recipe.rates.preference))
      guard let place = menteeIndex[profile.members[0]] else { continue }
      let months = bank.mentees[place].person.experience?.months(on: programme.asOf)
      if worked, months ?? 12 >= 12, let mentor = candidate(for: profile, among: offers, &generator)
      {
        bank.mentees[place].person.lastYearPartners.insert(bank.mentors[mentor].id)
        bank.mentors[mentor].person.lastYearPartners.insert(bank.mentees[place].id)
      }
      if likes, let mentor = candidate(for: profile, among: offers, &generator) {
        bank.mentees[place].person.prefer(bank.mentors[mentor].id)
        if generator.chance(40) {
          bank.mentors[mentor].person.prefer(bank.mentees[place].id)
        }
      }
    }
  }

  /// Records the curator's pins and bans, each on a mentor and a mentee of its own.
  mutating func addDecisions() {
    var generator = stream()
    let offers = Offers(bank)
    var taken: Set<PersonID> = []
    for kind in [Decision.Kind.pin, .forbid] {
      var wanted = kind == .pin ? recipe.pins : recipe.bans
      for _ in 0..<(wanted * 20) where wanted > 0 {
        guard let profile = generator.pick(bank.profiles), profile.group == nil,
          let mentor = candidate(for: profile, among: offers, &generator)
        else { continue }
        let (one, other) = (bank.mentors[mentor].id, profile.members[0])
        guard !taken.contains(one), !taken.contains(other) else { continue }
        taken.formUnion([one, other])
        wanted -= 1
        let form = kind == .pin || generator.chance(70) ? profile.form : nil
        bank.decisions.append(Decision(kind, form: form, mentor: one, mentee: other))
      }
    }
  }

  /// A mentor whom the profile could have, or nil where a few draws find none.
  private func candidate(
    for profile: RequestProfile, among offers: Offers, _ generator: inout SplitMix64
  ) -> Int? {
    guard let form = programme.form(profile.form), let index = menteeIndex[profile.members[0]]
    else { return nil }
    let mentee = bank.mentees[index]
    for attempt in 0..<30 {
      let pool = offers.mentors(
        of: profile.form, in: attempt < 15 ? mentee.person.organization : nil)
      guard let mentor = generator.pick(pool) else { continue }
      if suits(bank.mentors[mentor], mentee, profile, form) { return mentor }
    }
    return nil
  }

  private func suits(
    _ mentor: Mentor, _ mentee: Mentee, _ profile: RequestProfile, _ form: MentoringForm
  ) -> Bool {
    guard mentor.id != mentee.id, mentor.person.dataConsent.isGiven,
      mentee.person.dataConsent.isGiven, mentor.person.availableThisCycle,
      mentee.person.availableThisCycle, mentor.person.availability == Period(),
      !mentor.person.roles.isDisjoint(with: form.mentorRoles),
      form.allowsSuperior || mentee.person.superior != mentor.id,
      !form.requiresSameSubject || !mentor.person.subjects.isDisjoint(with: mentee.person.subjects)
    else { return false }
    let isOwn = mentor.person.organization == mentee.person.organization
    switch form.scope {
    case .own where !isOwn, .other where isOwn: return false
    case .municipal where !isOwn && !mentor.isMunicipal: return false
    default: break
    }
    if let rule = form.mentorExperience,
      rule.roles.isEmpty || !rule.roles.isDisjoint(with: mentor.person.roles)
    {
      guard let months = mentor.person.experience?.months(on: programme.asOf),
        rule.limit.admits(months: months)
      else { return false }
    }
    let levels = profile.requests.map { mentor.competencies[$0.competency] ?? 0 }
    return levels.contains { $0 > 0 }
      && zip(profile.requests, levels).allSatisfy { !$0.isMustHave || $1 >= form.mustHaveLevel }
  }
}

extension Person {
  fileprivate mutating func prefer(_ partner: PersonID) {
    if !preferredPartners.contains(partner) { preferredPartners.append(partner) }
  }
}

/// Which mentors offer a form, everywhere and within one organization.
private struct Offers {
  private struct Key: Hashable {
    var form: FormID
    var organization: OrganizationID?
  }

  private var mentors: [Key: [Int]] = [:]

  init(_ bank: Bank) {
    for (index, mentor) in bank.mentors.enumerated() {
      for form in mentor.forms {
        mentors[Key(form: form), default: []].append(index)
        if let organization = mentor.person.organization {
          mentors[Key(form: form, organization: organization), default: []].append(index)
        }
      }
    }
  }

  func mentors(of form: FormID, in organization: OrganizationID?) -> [Int] {
    mentors[Key(form: form, organization: organization)] ?? []
  }
}
