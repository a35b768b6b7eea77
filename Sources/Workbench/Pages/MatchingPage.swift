import AssignmentKernel
import Foundation
import Hummingbird
import Matching
import MentoringModel
import NastavnikKit
import Reports
import Wording

/// The pairs and groups of a form, and those without a mentor.
struct MatchingPage {
  let page: Page
  let plan: StandingPlan
  let query: PageQuery

  private var words: Words { page.words }
  private var subject: ReportSubject { plan.result.subject }

  /// The form that is shown.
  private func shownForm() throws -> FormPlan {
    let forms = subject.plan.forms
    guard let id = query["form"] else {
      guard let first = forms.first(where: { !$0.matches.isEmpty }) ?? forms.first else {
        throw Refusal.noPage
      }
      return first
    }
    guard let form = forms.first(where: { $0.form.rawValue == id }) else {
      throw Refusal.unknown(id)
    }
    return form
  }

  func response() throws -> Response {
    let form = try shownForm()
    let standings = DecisionStandings(plan.result.bank.decisions)
    let rows = MatchRows(page: page, subject: subject, standings: standings)
    let list = rows.list(of: form, query: query)
    let unmatched = UnmatchedRows(page: page, plan: plan).list(of: form, query: query["q"] ?? "")
    let proposed = form.matches.count { standings.kind(of: $0) == nil }
    return page.response(
      "matching",
      [
        "title": words("Подбор", "Matching"), "form": form.form.rawValue, "back": page.address,
        "proof": words(Text.proof(of: subject.plan)),
        "proofKind": subject.plan.isProvedOptimal ? "good" : "", "tiles": tiles,
        "formsLabel": words("Формы наставничества", "Forms of mentoring"),
        "forms": subject.plan.forms.map { tab($0, isCurrent: $0.form == form.form) },
        "searchLabel": words("Имя или слово", "A name or a word"), "query": query["q"] ?? "",
        "showLabel": words("Показать", "Show"), "shows": choices(MatchRows.Show.allCases, "show"),
        "sortLabel": words("Порядок", "Order"), "sorts": choices(MatchRows.Sort.allCases, "sort"),
        "show": words("Показать", "Show"),
        "pairsTitle": words("Пары и группы", "Pairs and groups"),
        "shown": words(Text(ru: "Показано: \(list.count)", en: "Shown: \(list.count)")),
        "rows": list, "hasRows": !list.isEmpty, "nobody": words("Таких пар нет.", "No such pairs."),
        "canApproveAll": proposed > 0,
        "approveAll": words(
          Text(
            ru: "Утвердить все предложенные (\(proposed))",
            en: "Approve all that are proposed (\(proposed))")),
        "hasUnmatched": !unmatched.isEmpty, "unmatchedRows": unmatched,
        "unmatchedTitle": words(
          Text(ru: "Без наставника: ", en: "Without a mentor: ")
            + Noun.request.counted(form.unmatched.count)),
        "remediesHref": plan.solved == nil ? "" : SitePath.why,
        "remedies": words(
          "Какое одно изменение поможет больше всего?", "Which single change would help most?"),
        "load": load(of: form),
      ])
  }

  private var tiles: [Fields] {
    let matches = subject.plan.matches
    let groups = matches.count(where: \.isGroupOfPeople)
    let mean = matches.isEmpty ? 0 : matches.reduce(0) { $0 + $1.score.total } / matches.count
    let unmatched = subject.plan.unmatched.count
    return [
      Piece.tile(words("Пары", "Pairs"), "\(matches.count - groups)"),
      Piece.tile(words("Группы", "Groups"), "\(groups)"),
      Piece.tile(
        words("Без наставника", "Without a mentor"), "\(unmatched)", unmatched > 0 ? "warn" : ""),
      Piece.tile(words("Подходят в среднем", "Mean fit"), words(.percent(mean))),
      Piece.tile(
        words("Наставников в резерве", "Mentors in reserve"), "\(subject.plan.reserve.count)"),
    ]
  }

  private func tab(_ form: FormPlan, isCurrent: Bool) -> Fields {
    [
      "href": SitePath.address(SitePath.matching, [("form", form.form.rawValue)]),
      "title": words(subject.title(of: form.form)), "count": form.matches.count,
      "unmatched": form.unmatched.isEmpty ? "" : "−\(form.unmatched.count)",
      "unmatchedTitle": words("без наставника", "without a mentor"), "isCurrent": isCurrent,
    ]
  }

  private func choices<Choice: TitledChoice>(_ all: [Choice], _ name: String) -> [Fields] {
    all.map { choice in
      [
        "id": choice.rawValue, "title": words(choice.title),
        "isCurrent": (query[name] ?? all[0].rawValue) == choice.rawValue,
      ]
    }
  }

  /// How many mentors have how many mentees in the form.
  private func load(of form: FormPlan) -> Any {
    var load: [PersonID: Int] = [:]
    for match in form.matches { load[match.mentor, default: 0] += match.mentees.count }
    guard load.count > 1 else { return false }
    let counts = Dictionary(grouping: load.values) { $0 }.mapValues(\.count)
    let title = words(
      "Нагрузка: сколько наставников ведут столько наставляемых",
      "Load: how many mentors have so many mentees")
    let chart = BarChart(
      title: title,
      bars: counts.sorted { $0.key < $1.key }.prefix(12).map {
        .init(name: "\($0.key)", value: $0.value)
      }, words: words)
    return ["title": title, "chart": chart.markup] as Fields
  }
}

/// A choice of a list with a title.
protocol TitledChoice: RawRepresentable<String>, CaseIterable {
  var title: Text { get }
}

extension ProposedMatch {
  /// Whether it is a group, formed beforehand or opened.
  var isGroupOfPeople: Bool { mentees.count > 1 || opened != nil }
}

/// What was decided of each pair.
struct DecisionStandings {
  private struct Pair: Hashable {
    var mentor: PersonID
    var mentee: PersonID
  }

  private let byPair: [Pair: [Decision]]

  init(_ decisions: [Decision]) {
    byPair = Dictionary(grouping: decisions) { Pair(mentor: $0.mentor, mentee: $0.mentee) }
  }

  /// The decision that stands for a pair, or nil.
  func kind(_ mentor: PersonID, _ mentee: PersonID, in form: FormID) -> Decision.Kind? {
    byPair[Pair(mentor: mentor, mentee: mentee)]?.last { $0.concerns(form) }?.kind
  }

  /// The decision that stands for all people of a match, or nil.
  func kind(of match: ProposedMatch) -> Decision.Kind? {
    let kinds = Set(kinds(of: match))
    return kinds.count == 1 ? kinds.first ?? nil : nil
  }

  /// The decision that stands for each of the people of a match.
  func kinds(of match: ProposedMatch) -> [Decision.Kind?] {
    match.mentees.map { kind(match.mentor, $0, in: match.form) }
  }
}
