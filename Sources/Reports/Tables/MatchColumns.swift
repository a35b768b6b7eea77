import Matching
import MentoringModel
import Wording

/// The columns of pairs and groups, a row each: what is read at a glance.
struct MatchColumns {
  let subject: ReportSubject
  /// The most reasons that are told of a pair.
  var mostReasons = 2

  /// Mentor, mentees, fit, why.
  var all: [ReportColumn<ProposedMatch>] { [mentor, mentees, fit, reasons] }

  /// Mentor, topic, members, fit, why.
  func groups(_ people: ReportPeople) -> [ReportColumn<ProposedMatch>] {
    [
      ReportColumn(.form, .name) { [subject] in .text(subject.title(of: $0.form)) },
      mentor,
      ReportColumn(.organization, .name) { [subject] match in
        people.organization(of: match.mentor).map { .name(subject.name(of: $0)) } ?? .none
      },
      ReportColumn(.group, .name) { .text($0.groupTitle ?? Text(same: "")) },
      ReportColumn(Text(ru: "Человек", en: "People"), .number) { .number($0.mentees.count) },
      members, fit, reasons,
      ReportColumn(.code, .code) { .name($0.id) },
    ]
  }

  private var mentor: ReportColumn<ProposedMatch> {
    ReportColumn(.mentorHeading, .name) { [subject] in .name(subject.name(of: $0.mentor)) }
  }

  private var mentees: ReportColumn<ProposedMatch> {
    ReportColumn(.mentees) { [subject] in .members(of: $0.groupTitle, subject.memberTexts(of: $0)) }
  }

  private var members: ReportColumn<ProposedMatch> {
    ReportColumn(.mentees) { [subject] in .members(of: nil, subject.memberTexts(of: $0)) }
  }

  private var fit: ReportColumn<ProposedMatch> {
    ReportColumn(.fit, .fit) { .percent($0.score.total) }
  }

  private var reasons: ReportColumn<ProposedMatch> {
    ReportColumn(.reasons) { [mostReasons] in .list($0.reasons(mostReasons)) }
  }
}

extension ReportSubject {
  /// The mentees of a match; those of a group that opened with their own fit.
  fileprivate func memberTexts(of match: ProposedMatch) -> [Text] {
    match.opened?.members.map { member in
      Text(same: name(of: member.mentee) + " (") + Text.percent(member.score.total)
        + Text(same: ")")
    } ?? match.mentees.map { Text(same: name(of: $0)) }
  }
}

extension ProposedMatch {
  /// Whether it is a group and no pair.
  var isGroup: Bool { mentees.count > 1 || group != nil || opened != nil }

  /// What a group is called: its topic, and its number where the mentor has more about the topic.
  var groupTitle: Text? {
    guard let opened else { return group.map { Text(same: $0) } }
    return opened.title + Text(same: opened.number > 1 ? " \(opened.number)" : "")
  }

  /// The pin, the strongest reasons and the remarks.
  func reasons(_ count: Int) -> [Text] {
    let pin = isPinned ? [Text.fixedByCurator] : []
    let strongest = opened.map { [$0.reason] } ?? score.strongest.prefix(count).map(\.reason)
    return pin + strongest + remarkTexts
  }

  /// What is to be seen to before the match stands in an order.
  var remarkTexts: [Text] { remarks.map { Text(same: "! ") + $0.text } }
}

extension Text {
  static let reasons = Text(ru: "Почему", en: "Why")
  static let group = Text(ru: "Группа", en: "Group")
  static let organization = Text(ru: "Организация", en: "Organization")
  static let code = Text(ru: "Код", en: "Code")
  static let fixedByCurator = Text(ru: "закреплено куратором", en: "fixed by the curator")
}
