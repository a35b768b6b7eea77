import MentoringModel

extension PairVeto {
  func strike(
    _ mentors: inout MentorSet, for member: PreparedMentee, of profile: PreparedProfile,
    in table: MentorTable
  ) {
    for place in mentors.places {
      let encounter = Encounter(
        mentor: table.mentors[Int(place)], mentee: member, profile: profile,
        setting: table.setting)
      if forbids(encounter) { mentors.remove(Int(place)) }
    }
  }
}

extension SamePerson {
  func strike(
    _ mentors: inout MentorSet, for member: PreparedMentee, of profile: PreparedProfile,
    in table: MentorTable
  ) {
    for place in table.persons.members(of: member.common.number) { mentors.remove(Int(place)) }
    for other in member.common.others {
      for place in table.persons.members(of: other) { mentors.remove(Int(place)) }
    }
    for place in table.alsoThose[member.common.number] ?? [] { mentors.remove(Int(place)) }
    for crowd in member.common.crowds {
      for place in table.crowds[crowd] ?? [] { mentors.remove(Int(place)) }
    }
  }
}

extension DecidedAgainst {
  func strike(
    _ mentors: inout MentorSet, for member: PreparedMentee, of profile: PreparedProfile,
    in table: MentorTable
  ) {
    guard !table.forbidden.isEmpty else { return }
    for place in table.forbidden[member.mentee.id] ?? [] { mentors.remove(Int(place)) }
  }
}

extension ScopeOfOrganization {
  func strike(
    _ mentors: inout MentorSet, for member: PreparedMentee, of profile: PreparedProfile,
    in table: MentorTable
  ) {
    let scope = table.setting.form.scope
    guard scope != .any else { return }
    var own = table.mentors(of: member.common.organization)
    if scope == .other {
      mentors.subtract(own)
    } else {
      if scope == .municipal { own.formUnion(table.municipal) }
      mentors.formIntersection(own)
    }
  }
}

extension DirectSuperior {
  func strike(
    _ mentors: inout MentorSet, for member: PreparedMentee, of profile: PreparedProfile,
    in table: MentorTable
  ) {
    guard !table.setting.form.allowsSuperior else { return }
    for place in table.persons.members(of: member.common.superior) { mentors.remove(Int(place)) }
  }
}

extension SameSubject {
  func strike(
    _ mentors: inout MentorSet, for member: PreparedMentee, of profile: PreparedProfile,
    in table: MentorTable
  ) {
    guard table.setting.form.requiresSameSubject else { return }
    let places = mentors.places
    let shared = table.subjects.sharedCounts(with: member.common.subjects, of: places)
    for (place, count) in zip(places, shared) where count == 0 { mentors.remove(Int(place)) }
  }
}

extension MustHaveCompetency {
  func strike(
    _ mentors: inout MentorSet, for member: PreparedMentee, of profile: PreparedProfile,
    in table: MentorTable
  ) {
    guard table.setting.form.mustHaveLevel > 0 else { return }
    for request in profile.requests where request.request.isMustHave {
      mentors.formIntersection(table.skills[request.competency]?.mustHave ?? table.nobody)
    }
  }
}

extension SharedCompetency {
  func strike(
    _ mentors: inout MentorSet, for member: PreparedMentee, of profile: PreparedProfile,
    in table: MentorTable
  ) {
    guard table.setting.form.requiresSharedCompetency, !profile.requests.isEmpty else { return }
    var able = table.nobody
    for request in profile.requests {
      if let holders = table.skills[request.competency] { able.formUnion(holders.anyLevel) }
    }
    mentors.formIntersection(able)
  }
}
