import Foundation
import Matching
import MentoringModel
import NastavnikKit
import Reports
import Wording

/// The rows of pairs and groups.
struct MatchRows {
  /// Which are shown.
  enum Show: String, TitledChoice {
    case all
    case proposed
    case approved
    case pinned
    case remarks

    var title: Text {
      switch self {
      case .all: Text(ru: "все", en: "all")
      case .proposed: Text(ru: "ещё не решено", en: "not decided yet")
      case .approved: Text(ru: "утверждённые", en: "approved")
      case .pinned: Text(ru: "закреплённые", en: "fixed")
      case .remarks: Text(ru: "с замечаниями", en: "with remarks")
      }
    }
  }

  /// In which order.
  enum Sort: String, TitledChoice {
    case mentor
    case mentee
    case best
    case worst

    var title: Text {
      switch self {
      case .mentor: Text(ru: "по наставнику", en: "by mentor")
      case .mentee: Text(ru: "по наставляемому", en: "by mentee")
      case .best: Text(ru: "лучшие сначала", en: "best first")
      case .worst: Text(ru: "слабые сначала", en: "weakest first")
      }
    }
  }

  let page: Page
  let subject: ReportSubject
  let standings: DecisionStandings

  private var words: Words { page.words }

  /// The pairs and groups of a form that a query asks for, in its order.
  func found(in form: FormPlan, query: PageQuery) -> [ProposedMatch] {
    let show = query["show"].flatMap(Show.init(rawValue:)) ?? .all
    let sort = query["sort"].flatMap(Sort.init(rawValue:)) ?? .mentor
    let search = RowSearch(query["q"])
    let chosen = form.matches.filter { match in
      isShown(match, show)
        && search.finds([
          subject.name(of: match.mentor), mentees(of: match), topic(of: match), reasons(of: match),
        ])
    }
    return sorted(chosen, sort)
  }

  private func isShown(_ match: ProposedMatch, _ show: Show) -> Bool {
    switch show {
    case .all: true
    case .proposed: !standings.isDecided(match)
    case .approved: standings.isApproved(match)
    case .pinned: match.isPinned
    case .remarks: !match.remarks.isEmpty
    }
  }

  private func sorted(_ matches: [ProposedMatch], _ sort: Sort) -> [ProposedMatch] {
    switch sort {
    case .mentor: byName(matches) { $0.mentor }
    case .mentee: byName(matches) { $0.mentees.first ?? $0.mentor }
    case .best: matches.sorted { $0.score.total > $1.score.total }
    case .worst: matches.sorted { $0.score.total < $1.score.total }
    }
  }

  private func byName(
    _ matches: [ProposedMatch], _ person: (ProposedMatch) -> PersonID
  ) -> [ProposedMatch] {
    matches.map { (folded(subject.name(of: person($0))), $0) }.sorted { $0.0 < $1.0 }.map(\.1)
  }

  private func mentees(of match: ProposedMatch) -> String {
    match.opened.map(members) ?? subject.names.names(of: match.mentees, group: match.group)
  }

  private func topic(of match: ProposedMatch) -> String {
    match.opened.map { words($0.title) } ?? ""
  }

  private func reasons(of match: ProposedMatch) -> String {
    words(
      (match.opened.map { [$0.reason] } ?? match.score.strongest.prefix(2).map(\.reason))
        .joined(separator: "; "))
  }

  /// What a row is called in its page, and in addresses that lead to it.
  static func mark(of match: ProposedMatch) -> String {
    "p-" + SitePath.escaped(match.id)
  }

  /// A pair or a group as a row.
  func row(_ match: ProposedMatch) -> Fields {
    let standing = standings.kind(of: match)
    var row: Fields = [
      "id": Self.mark(of: match), "mentor": subject.name(of: match.mentor),
      "mentees": mentees(of: match),
      "topic": topic(of: match),
      "fit": words(.percent(match.score.total)), "width": Piece.width(match.score.total),
      "reasons": reasons(of: match), "remarks": match.remarks.map { words($0.text) },
      "marks": standings.marks(of: match).map {
        ["kind": $0.kind, "text": words($0.text)] as Fields
      },
      "why": words("Почему?", "Why?"),
      "whyHref": SitePath.address(SitePath.why, [("mentee", match.mentees.first?.rawValue)]),
    ]
    // What a row about the whole form approved, no button of a pair takes back.
    row["act"] = standings.isApprovedWhole(match) ? false : act(match, standing)
    return row
  }

  private func act(_ match: ProposedMatch, _ standing: Decision.Kind?) -> Any {
    let wish: Decision.Kind? = standing == .approve ? nil : .approve
    let button = DecisionButton(
      kind: wish, seen: standings.kinds(of: match), form: match.form, mentor: match.mentor,
      mentees: match.mentees)
    return ["value": button.value, "title": words(Piece.action(wish))] as Fields
  }

  private func members(_ group: OpenedGroup) -> String {
    group.members.map { member in
      subject.name(of: member.mentee) + " (" + words(.percent(member.score.total)) + ")"
    }.joined(separator: ", ")
  }
}

/// The rows of requests without a mentor.
struct UnmatchedRows {
  /// With more of them the smallest blocking sets are not looked for on this page.
  private static let mostExplained = 200

  let page: Page
  let plan: StandingPlan

  private var words: Words { page.words }

  /// The rows of a form that have the words of a search, as many as stand on a page.
  func list(of form: FormPlan, query: PageQuery) -> (window: RowWindow, rows: [Fields]) {
    let names = plan.result.subject.names
    let explained =
      form.unmatched.count <= Self.mostExplained
      ? plan.solved?.unmatched(in: form.form) ?? [] : []
    let blocking = Dictionary(
      explained.map { ($0.profile, $0.blocking) }, uniquingKeysWith: { first, _ in first })
    let reason = { (profile: UnmatchedProfile) in
      words((blocking[profile] ?? nil)?.text(naming: names.name(of:)) ?? profile.reason)
    }
    let search = RowSearch(query["q"])
    let found = form.unmatched.filter { profile in
      search.finds([
        names.names(of: profile.mentees, group: profile.group), reason(profile),
      ])
    }
    let window = RowWindow("unmatched", of: found.count, on: page, query: query)
    let rows = found[window.range].map { profile -> Fields in
      [
        "mentees": names.names(of: profile.mentees, group: profile.group),
        "reason": reason(profile), "advice": words(profile.advice),
        "nearest": profile.nearest.map { nearest in
          words(
            Text(ru: "Ближе всех: ", en: "Nearest: ")
              + Text(same: names.name(of: nearest.mentor) + ", ") + .percent(nearest.fit)
              + Text(same: ": ") + nearest.obstacle)
        } ?? "",
        "why": words("Почему?", "Why?"),
        "whyHref": SitePath.address(SitePath.why, [("mentee", profile.mentees.first?.rawValue)]),
      ]
    }
    return (window, rows)
  }
}
