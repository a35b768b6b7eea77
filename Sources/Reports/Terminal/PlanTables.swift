import Matching
import MentoringModel
public import Wording

/// A plan for the terminal: form by form the pairs and the unmatched, then the totals.
public enum PlanTables {
  /// The whole report.
  public static func rendered(
    _ subject: ReportSubject, solver: Text, in language: Language, width: Int
  ) -> String {
    var parts = subject.plan.forms.map { form in
      section(of: form, subject, in: language, width: width)
    }
    parts.append(PlanSummary.rendered(subject, solver: solver, in: language, width: width))
    return parts.joined(separator: "\n")
  }

  private static func section(
    of form: FormPlan, _ subject: ReportSubject, in language: Language, width: Int
  ) -> String {
    var text = subject.title(of: form.form)[language] + "\n\n"
    if form.matches.isEmpty {
      text += Text.noPair[language] + "\n"
    } else {
      text += matches(of: form, subject, in: language).rendered(width: width)
    }
    if !form.unmatched.isEmpty {
      text += "\n" + Text.unmatched(form.unmatched.count)[language] + "\n\n"
      text += unmatched(of: form, subject, in: language).rendered(width: width)
    }
    return text
  }

  private static func matches(
    of form: FormPlan, _ subject: ReportSubject, in language: Language
  ) -> TextTable {
    var table = TextTable([
      .init(Noun.mentor.heading[language], .elastic),
      .init(Text.mentees[language], .elastic),
      .init(Text.fit[language], .right),
      .init(Text.reasons[language], .elastic),
    ])
    for match in form.matches {
      table.add([
        subject.name(of: match.mentor),
        match.opened.map { members(of: $0, subject)[language] }
          ?? people(match.mentees, group: match.group, subject),
        Text.percent(match.score.total)[language],
        why(match)[language],
      ])
    }
    return table
  }

  private static func unmatched(
    of form: FormPlan, _ subject: ReportSubject, in language: Language
  ) -> TextTable {
    var table = TextTable([
      .init(Text.mentees[language], .elastic),
      .init(Text.reason[language], .elastic),
      .init(Text.advice[language], .elastic),
      .init(Text.nearest[language], .elastic),
    ])
    for profile in form.unmatched {
      table.add([
        people(profile.mentees, group: profile.group, subject),
        profile.reason[language],
        profile.advice[language],
        profile.nearest.map { nearest($0, subject)[language] } ?? "—",
      ])
    }
    return table
  }

  private static func people(
    _ people: [PersonID], group: String?, _ subject: ReportSubject
  ) -> String {
    let names = people.map(subject.name(of:)).joined(separator: ", ")
    return group.map { "\($0): \(names)" } ?? names
  }

  /// The topic of a group that opened, and its members with their own fit.
  private static func members(of group: OpenedGroup, _ subject: ReportSubject) -> Text {
    let members = group.members.map { member in
      Text(same: subject.name(of: member.mentee) + " (") + Text.percent(member.score.total)
        + Text(same: ")")
    }
    let number = group.number > 1 ? Text(same: " \(group.number)") : Text(same: "")
    return group.title + number + Text(same: ": ") + members.joined(separator: ", ")
  }

  /// The pin, the two strongest reasons and the remarks.
  private static func why(_ match: ProposedMatch) -> Text {
    let pin = match.isPinned ? [Text.pinned] : []
    let reasons =
      match.opened.map { [$0.reason] } ?? match.score.strongest.prefix(2).map(\.reason)
    let remarks = match.remarks.map { Text(same: "! ") + $0.text }
    return (pin + reasons + remarks).joined(separator: "; ")
  }

  private static func nearest(_ nearest: NearestMentor, _ subject: ReportSubject) -> Text {
    Text(same: subject.name(of: nearest.mentor) + ", ") + Text.percent(nearest.fit)
      + Text(same: ": ") + nearest.obstacle
  }
}

extension Noun {
  fileprivate var heading: Text {
    Text(
      ru: one.prefix(1).uppercased() + one.dropFirst(),
      en: singular.prefix(1).uppercased() + singular.dropFirst())
  }
}

extension Text {
  fileprivate static let noPair = Text(ru: "Пар нет.", en: "No pairs.")
  fileprivate static let reasons = Text(ru: "Почему", en: "Why")
  fileprivate static let reason = Text(ru: "Причина", en: "Reason")
  fileprivate static let advice = Text(ru: "Что поможет", en: "What would help")
  fileprivate static let nearest = Text(ru: "Ближайший наставник", en: "Nearest mentor")
  fileprivate static let pinned = Text(ru: "закреплено куратором", en: "fixed by the curator")

  fileprivate static func unmatched(_ count: Int) -> Text {
    let requests = Noun.request.counted(count)
    return Text(ru: "Без наставника: \(requests.ru)", en: "Without a mentor: \(requests.en)")
  }
}
