import Matching
import MentoringModel
import Wording

/// The columns of demand and offer: competencies, organizations, mentors.
struct BalanceColumns {
  let subject: ReportSubject

  /// What is asked for, and how much of it is offered.
  var demands: [ReportColumn<CompetencyDemand>] {
    [
      ReportColumn(Text(ru: "Компетенция", en: "Competency"), .name) { [subject] in
        .text(subject.programme.vocabulary.title(of: $0.competency))
      },
      ReportColumn(.form, .name) { [subject] in .text(subject.title(of: $0.form)) },
      ReportColumn(Text(ru: "Просят", en: "Ask for it"), .number) { .number($0.asked) },
      ReportColumn(Text(ru: "Без наставника", en: "No mentor"), .number) {
        .number($0.unmatched)
      },
      ReportColumn(Text(ru: "С наставником", en: "Have a mentor"), .number) {
        .number($0.matched)
      },
      ReportColumn(Text(ru: "Наставник ею владеет", en: "Mentor has it"), .number) {
        .number($0.answered)
      },
      ReportColumn(Text(ru: "Наставников с ней", en: "Mentors with it"), .number) {
        .number($0.mentors)
      },
      ReportColumn(Text(ru: "Мест у них", en: "Places of theirs"), .number) {
        .number($0.places)
      },
    ]
  }

  /// Who asks and finds a mentor in each organization, and how far the targets are reached there.
  func organizations(_ targets: [CoverageResult]) -> [ReportColumn<OrganizationBalance>] {
    [
      ReportColumn(.organization, .name) { [subject] in .text(subject.title(of: $0.organization)) },
      ReportColumn(Text(ru: "Просят наставника", en: "Ask for a mentor"), .number) {
        .number($0.asking)
      },
      ReportColumn(Text(ru: "Получили", en: "Have one"), .number) { .number($0.matched) },
      ReportColumn(Text(ru: "Доля", en: "Share"), .fit) { .share($0.matched, of: $0.asking) },
      ReportColumn(Text(ru: "Наставников", en: "Mentors"), .number) { .number($0.mentors) },
      ReportColumn(.places, .number) { .number($0.places) },
      ReportColumn(.taken, .number) { .number($0.taken) },
    ] + targets.flatMap(columns)
  }

  private func columns(of target: CoverageResult) -> [ReportColumn<OrganizationBalance>] {
    let counts = Dictionary(
      target.organizations.map { ($0.organization, $0) }, uniquingKeysWith: { first, _ in first })
    let title = target.target.title
    return [
      ReportColumn(title + Text(ru: ": всего", en: ": all"), .number) {
        counts[$0.organization].map { .number($0.total) } ?? .none
      },
      ReportColumn(title + Text(ru: ": охвачено", en: ": covered"), .number) {
        counts[$0.organization].map { .number($0.covered) } ?? .none
      },
      ReportColumn(title + Text(ru: ": доля", en: ": share"), .fit) {
        counts[$0.organization].map { .share($0.covered, of: $0.total) } ?? .none
      },
    ]
  }

  /// Mentors with their places, taken in each form, and free.
  func loads(_ forms: [FormID]) -> [ReportColumn<MentorLoad>] {
    let byForm = forms.map { form in
      ReportColumn<MentorLoad>(subject.title(of: form), .number) { load in
        load.shares.first { $0.form == form }.map { .number($0.taken) } ?? .none
      }
    }
    return [
      ReportColumn(.mentorHeading, .name) { [subject] in .name(subject.name(of: $0.mentor)) },
      ReportColumn(.organization, .name) { [subject] in
        $0.organization.map { .name(subject.name(of: $0)) } ?? .none
      },
      ReportColumn(.places, .number) { .number($0.places) },
    ] + (forms.count > 1 ? byForm : [])
      + [
        ReportColumn(.taken, .number) { .number($0.taken) },
        ReportColumn(Text(ru: "Свободно", en: "Free"), .number) { .number($0.free) },
        ReportColumn(Text(ru: "Загрузка", en: "Load"), .fit) { .share($0.taken, of: $0.places) },
        ReportColumn(.code, .code) { .name($0.mentor.rawValue) },
      ]
  }
}

extension ReportSubject {
  /// The name of an organization, or that none is known.
  func title(of organization: OrganizationID?) -> Text {
    organization.map { Text(same: name(of: $0)) } ?? .noOrganization
  }
}

extension Text {
  fileprivate static let places = Text(ru: "Мест", en: "Places")
  fileprivate static let taken = Text(ru: "Занято", en: "Taken")
}
