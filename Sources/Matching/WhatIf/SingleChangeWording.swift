public import MentoringModel
public import Wording

extension SingleChange {
  /// The change in words.
  ///
  /// - Parameters:
  ///   - programme: The programme, for the titles of forms and competencies.
  ///   - person: What a person is called.
  ///   - organization: What an organization is called.
  /// - Returns: The change in both languages.
  public func text(
    in programme: Programme, person: (PersonID) -> String,
    organization: (OrganizationID) -> String
  ) -> Text {
    func title(_ form: FormID) -> Text { programme.form(form)?.title ?? Text(same: form.rawValue) }
    func inForm(_ form: FormID) -> Text {
      programme.forms.count == 1
        ? Text(same: "")
        : Text(ru: " в форме ", en: " in the form ") + title(form).quotedTitle
    }
    switch self {
    case .place(let mentor, let form):
      return Text(
        ru: "ещё 1 место у наставника \(person(mentor))",
        en: "1 more place with mentor \(person(mentor))") + inForm(form)
    case .formPlaces(let form):
      return Text(
        ru: "ещё 1 место у каждого наставника, у которого нет своего числа мест",
        en: "1 more place with every mentor who has no number of places of his own") + inForm(form)
    case .organizationPlace(let id):
      return Text(
        ru: "ещё 1 место в пределе организации \(organization(id))",
        en: "1 more place within the limit of \(organization(id))")
    case .mentorsPerMentee(let limit):
      let mentors = Noun.upToMentors.counted(limit)
      return Text(
        ru: "у наставляемого до \(mentors.ru) (mentorsPerMentee)",
        en: "up to \(mentors.en) for a mentee (mentorsPerMentee)")
    case .consent(let id):
      return Text(
        ru: "согласие на обработку персональных данных: \(person(id))",
        en: "the consent to process personal data: \(person(id))")
    case .training(let mentor):
      return Text(ru: "обучение: \(person(mentor))", en: "training: \(person(mentor))")
    case .mentorExperience(let form, let limit):
      return Text(
        ru: "порог стажа наставника «\(limit.text.ru)»",
        en: "the threshold of a mentor's experience “\(limit.text.en)”") + inForm(form)
    case .mustHaveLevel(let form, let level):
      return Text(
        ru: "обязательная компетенция с уровня \(level)",
        en: "a must-have competency from level \(level)") + inForm(form)
    case .anyCompetency(let form):
      return Text(
        ru: "без правила об общей компетенции", en: "without the rule of a shared competency")
        + inForm(form)
    case .anySubject(let form):
      return Text(
        ru: "без правила об общем предмете", en: "without the rule of the same subject")
        + inForm(form)
    case .anyComposition(let form, let rule):
      let text = programme.form(form)?.groups?.composition[rule].text ?? Text(same: "")
      return Text(
        ru: "без правила состава \(rule + 1) (\(text.ru))",
        en: "without rule of composition \(rule + 1) (\(text.en))") + inForm(form)
    case .scope(let form, let scope):
      return scope.text + Text(same: " (scope: \(scope.rawValue))") + inForm(form)
    case .minimumFit(let form, let least):
      return Text(
        ru: "наименьшее соответствие \(least / 100) % (minimumFit)",
        en: "a least fit of \(least / 100)% (minimumFit)") + inForm(form)
    case .maximumLoad(let most):
      let mentees = Noun.upToMentees.counted(most)
      return Text(
        ru: "у наставника до \(mentees.ru) (maximumLoad)",
        en: "up to \(mentees.en) for a mentor (maximumLoad)")
    case .maximumMentors(let most):
      let mentors = Noun.upToMentors.counted(most)
      return Text(
        ru: "занять до \(mentors.ru) (maximumMentors)",
        en: "up to \(mentors.en) at work (maximumMentors)")
    case .competency(let mentor, let competency, let level):
      let skill = programme.vocabulary.title(of: competency)
      return Text(
        ru: "компетенция «\(skill.ru)» (уровень \(level)) у наставника \(person(mentor))",
        en: "competency “\(skill.en)” (level \(level)) for mentor \(person(mentor))")
    }
  }
}

extension OrganizationScope {
  /// Whose mentors a mentee may have.
  fileprivate var text: Text {
    switch self {
    case .own:
      Text(ru: "наставники только своей организации", en: "mentors of the own organization")
    case .municipal:
      Text(ru: "наставники и муниципальной базы", en: "mentors of the municipal base as well")
    case .any: Text(ru: "наставники любых организаций", en: "mentors of any organization")
    case .other:
      Text(ru: "наставники только других организаций", en: "mentors of other organizations")
    }
  }
}

extension Noun {
  /// After «до», in the genitive.
  fileprivate static let upToMentees = Noun(
    one: "наставляемого", few: "наставляемых", many: "наставляемых", singular: "mentee",
    plural: "mentees")
  /// After «до», in the genitive.
  fileprivate static let upToMentors = Noun(
    one: "наставника", few: "наставников", many: "наставников", singular: "mentor",
    plural: "mentors")
}

extension Text {
  /// In quotation marks, unless it brings its own.
  fileprivate var quotedTitle: Text {
    ru.hasPrefix("«") ? Text(ru: ru, en: "“\(en)”") : Text(ru: "«\(ru)»", en: "“\(en)”")
  }
}
