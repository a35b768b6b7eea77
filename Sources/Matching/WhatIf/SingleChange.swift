public import MentoringModel
import Wording

/// One thing that a curator could change so that more mentees find a mentor.
public enum SingleChange: Sendable, Hashable {
  /// One more place with a mentor in a form.
  case place(PersonID, FormID)
  /// One more mentee for every mentor of a form whose number of places the form sets.
  case formPlaces(FormID)
  /// One more mentee for an organization with all that belongs to it.
  case organizationPlace(OrganizationID)
  /// One more mentor for a mentee over all forms.
  case mentorsPerMentee(Int)
  /// The consent of a person to process personal data.
  case consent(PersonID)
  /// A mentor is trained.
  case training(PersonID)
  /// Another threshold of the mentors' experience in a form.
  case mentorExperience(FormID, Limit)
  /// A lower level for must-have requests in a form.
  case mustHaveLevel(FormID, Int)
  /// A form without the rule that one request at least is answered.
  case anyCompetency(FormID)
  /// A form without the rule of the same subject.
  case anySubject(FormID)
  /// A form without one of its rules of composition, by its place in the list from 0.
  case anyComposition(FormID, rule: Int)
  /// Another scope of a form.
  case scope(FormID, OrganizationScope)
  /// A lower least fit in a form.
  case minimumFit(FormID, Int)
  /// One more mentee for every mentor over all forms.
  case maximumLoad(Int)
  /// So many mentors may have somebody.
  case maximumMentors(Int)
  /// A competency that a mentor acquires, at a level.
  case competency(PersonID, CompetencyID, Int)

  /// The banks and the programme with the change.
  public func applied(
    to programme: Programme, _ bank: Bank
  ) -> (programme: Programme, bank: Bank) {
    var (programme, bank) = (programme, bank)
    switch self {
    case .place(let mentor, let form):
      guard let rules = programme.form(form) else { break }
      bank.changeMentor(mentor) { mentor in
        mentor.capacityByForm[form] = rules.capacity(of: mentor) + 1
        mentor.capacity = mentor.capacity.map { $0 + 1 }
      }
    case .formPlaces(let form):
      programme.changeForm(form) {
        $0.defaultCapacity += 1
        $0.maximumCapacity += 1
      }
    case .organizationPlace(let organization):
      for index in bank.organizations.indices where bank.organizations[index].id == organization {
        bank.organizations[index].capacity = bank.organizations[index].capacity.map { $0 + 1 }
      }
    case .mentorsPerMentee(let limit): programme.mentorsPerMentee = limit
    case .consent(let person):
      bank.changeMentor(person) { $0.person.dataConsent = .given(nil) }
      bank.changeMentee(person) { $0.person.dataConsent = .given(nil) }
    case .training(let mentor): bank.changeMentor(mentor) { $0.isTrained = true }
    case .mentorExperience(let form, let limit):
      programme.changeForm(form) { $0.mentorExperience?.limit = limit }
    case .mustHaveLevel(let form, let level):
      programme.changeForm(form) { $0.mustHaveLevel = level }
    case .anyCompetency(let form):
      programme.changeForm(form) { $0.requiresSharedCompetency = false }
    case .anySubject(let form): programme.changeForm(form) { $0.requiresSameSubject = false }
    case .anyComposition(let form, let rule):
      programme.changeForm(form) { $0.groups?.composition.remove(at: rule) }
    case .scope(let form, let scope): programme.changeForm(form) { $0.scope = scope }
    case .minimumFit(let form, let least): programme.changeForm(form) { $0.minimumFit = least }
    case .maximumLoad(let most): programme.maximumLoad = most
    case .maximumMentors(let most): programme.maximumMentors = most
    case .competency(let mentor, let competency, let level):
      bank.changeMentor(mentor) { $0.competencies[competency] = level }
    }
    return (programme, bank)
  }
}

extension Bank {
  /// Changes every row of a mentor.
  mutating func changeMentor(_ id: PersonID, _ change: (inout Mentor) -> Void) {
    for index in mentors.indices where mentors[index].id == id { change(&mentors[index]) }
  }

  /// Changes every row of a mentee.
  mutating func changeMentee(_ id: PersonID, _ change: (inout Mentee) -> Void) {
    for index in mentees.indices where mentees[index].id == id { change(&mentees[index]) }
  }
}

extension Programme {
  /// Changes a form.
  mutating func changeForm(_ id: FormID, _ change: (inout MentoringForm) -> Void) {
    for index in forms.indices where forms[index].id == id { change(&forms[index]) }
  }
}
