import Matching
import MentoringModel
import Wording

/// A mentee with his mentor: a pair, or a place in a group.
struct Membership: Sendable {
  /// The pair or group.
  let match: ProposedMatch
  /// The mentee.
  let mentee: PersonID
  /// The mentee's own fit; in a group formed beforehand, that of the group.
  let score: Score
  /// Whether the curator fixed the mentor for this mentee.
  let isPinned: Bool

  /// Everybody who has a mentor by these matches, in their order.
  static func all(in matches: [ProposedMatch]) -> [Membership] {
    matches.flatMap { match in
      match.opened?.members.map {
        Membership(match: match, mentee: $0.mentee, score: $0.score, isPinned: $0.isPinned)
      }
        ?? match.mentees.map {
          Membership(match: match, mentee: $0, score: match.score, isPinned: match.isPinned)
        }
    }
  }
}

/// The columns of mentees with their mentors, a row each: what is sorted, filtered and worked on.
struct MembershipColumns {
  let subject: ReportSubject
  let people: ReportPeople

  /// What a workbook has: the parts of the fit and the codes after what is read.
  ///
  /// - Parameters:
  ///   - criteria: The criteria that count.
  ///   - hasGroups: Whether some of the mentees stand in groups.
  /// - Returns: The columns, those first that a print has.
  func workbook(_ criteria: [CriterionID], hasGroups: Bool) -> [ReportColumn<Membership>] {
    readable(hasGroups: hasGroups) + positions + criteria.map(part)
      + [matchCode, mentorCode, menteeCode]
  }

  /// What a file for other programs has: codes beside names, and the form.
  var file: [ReportColumn<Membership>] {
    [
      ReportColumn(.form, .name) { [subject] in .text(subject.title(of: $0.match.form)) },
      matchCode, mentorCode, menteeCode,
    ] + readable(hasGroups: true) + positions
  }

  private func readable(hasGroups: Bool) -> [ReportColumn<Membership>] {
    let group = ReportColumn<Membership>(.group, .name) {
      $0.match.groupTitle.map { .text($0) } ?? .none
    }
    return [
      ReportColumn(.mentorHeading, .name) { [subject] in .name(subject.name(of: $0.match.mentor)) },
      organization(.mentorOrganization, \.match.mentor),
      ReportColumn(.mentee, .name) { [subject] in .name(subject.name(of: $0.mentee)) },
      organization(.menteeOrganization, \.mentee),
    ] + (hasGroups ? [group] : []) + [
      ReportColumn(.fit, .fit) { .percent($0.score.total) },
      ReportColumn(.reasons) { .list($0.score.strongest.prefix(3).map(\.reason)) },
      ReportColumn(Text(ru: "Уладить до приказа", en: "To be seen to")) { row in
        .list(row.match.remarks.map(\.text))
      },
      ReportColumn(Text(ru: "Закреплено", en: "Fixed"), .name) { .mark($0.isPinned) },
    ]
  }

  private var positions: [ReportColumn<Membership>] {
    [position(.mentorPosition, \.match.mentor), position(.menteePosition, \.mentee)]
  }

  private func position(
    _ title: Text, _ person: @escaping @Sendable (Membership) -> PersonID
  ) -> ReportColumn<Membership> {
    ReportColumn(title, .detail) { [people] in .name(people.position(of: person($0))) }
  }

  private func organization(
    _ title: Text, _ person: @escaping @Sendable (Membership) -> PersonID
  ) -> ReportColumn<Membership> {
    ReportColumn(title, .name) { [people, subject] in
      people.organization(of: person($0)).map { .name(subject.name(of: $0)) } ?? .none
    }
  }

  private func part(_ criterion: CriterionID) -> ReportColumn<Membership> {
    ReportColumn(criterion.title, .part) { row in
      row.score.parts.first { $0.criterion == criterion }.map { .percent($0.earned) } ?? .none
    }
  }

  private var matchCode: ReportColumn<Membership> {
    ReportColumn(Text(ru: "Код пары или группы", en: "Code of pair or group"), .code) {
      .name($0.match.id)
    }
  }

  private var mentorCode: ReportColumn<Membership> {
    ReportColumn(Text(ru: "Код наставника", en: "Code of mentor"), .code) {
      .name($0.match.mentor.rawValue)
    }
  }

  private var menteeCode: ReportColumn<Membership> {
    ReportColumn(.menteeCode, .code) { .name($0.mentee.rawValue) }
  }
}

extension Text {
  static let mentee = Text(ru: "Наставляемый", en: "Mentee")
  static let menteeCode = Text(ru: "Код наставляемого", en: "Code of mentee")
  static let menteeOrganization = Text(
    ru: "Организация наставляемого", en: "Organization of mentee")
  fileprivate static let mentorPosition = Text(ru: "Должность наставника", en: "Post of mentor")
  fileprivate static let mentorOrganization = Text(
    ru: "Организация наставника", en: "Organization of mentor")
  fileprivate static let menteePosition = Text(
    ru: "Должность, класс или курс наставляемого", en: "Post, class or course of mentee")
}
