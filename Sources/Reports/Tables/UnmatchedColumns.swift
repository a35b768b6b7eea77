import Matching
import MentoringModel
import Wording

/// The columns of requests without a mentor.
struct UnmatchedColumns {
  let subject: ReportSubject

  /// A row a request: who, why, what would help, who came nearest.
  var all: [ReportColumn<UnmatchedProfile>] {
    [
      ReportColumn(.mentees) { [subject] profile in
        .members(
          of: profile.group.map { Text(same: $0) },
          profile.mentees.map { Text(same: subject.name(of: $0)) })
      },
      ReportColumn(.reason) { .text($0.reason) },
      ReportColumn(.advice) { .text($0.advice) },
      ReportColumn(.nearest) { [subject] profile in
        profile.nearest.map { nearest in
          .text(
            Text(same: subject.name(of: nearest.mentor) + ", ") + Text.percent(nearest.fit)
              + Text(same: ": ") + nearest.obstacle)
        } ?? .text(Text(same: "—"))
      },
    ]
  }

  /// A row a mentee, with codes, to be sorted and filtered.
  func members(_ people: ReportPeople) -> [ReportColumn<UnmatchedMember>] {
    [
      ReportColumn(.form, .name) { [subject] in .text(subject.title(of: $0.profile.form)) },
      ReportColumn(.mentee, .name) { [subject] in .name(subject.name(of: $0.mentee)) },
      ReportColumn(.menteeOrganization, .name) { [subject] row in
        people.organization(of: row.mentee).map { .name(subject.name(of: $0)) } ?? .none
      },
      ReportColumn(.group, .name) { .name($0.profile.group ?? "") },
      ReportColumn(.reason) { .text($0.profile.reason) },
      ReportColumn(.advice) { .text($0.profile.advice) },
      ReportColumn(.nearest, .name) { [subject] row in
        row.profile.nearest.map { .name(subject.name(of: $0.mentor)) } ?? .none
      },
      ReportColumn(.fit, .fit) { $0.profile.nearest.map { .percent($0.fit) } ?? .none },
      ReportColumn(Text(ru: "Что помешало", en: "What stood between")) {
        $0.profile.nearest.map { .text($0.obstacle) } ?? .none
      },
      ReportColumn(Text(ru: "Код причины", en: "Code of reason"), .code) {
        .name($0.profile.code)
      },
      ReportColumn(.menteeCode, .code) { .name($0.mentee.rawValue) },
    ]
  }
}

/// A mentee of a request without a mentor.
struct UnmatchedMember: Sendable {
  /// The request.
  let profile: UnmatchedProfile
  /// The mentee.
  let mentee: PersonID

  /// Everybody whom these requests are for, in their order.
  static func all(in profiles: [UnmatchedProfile]) -> [UnmatchedMember] {
    profiles.flatMap { profile in
      profile.mentees.map { UnmatchedMember(profile: profile, mentee: $0) }
    }
  }
}

extension Text {
  fileprivate static let reason = Text(ru: "Причина", en: "Reason")
  fileprivate static let advice = Text(ru: "Что поможет", en: "What would help")
  fileprivate static let nearest = Text(ru: "Ближайший наставник", en: "Nearest mentor")
}
