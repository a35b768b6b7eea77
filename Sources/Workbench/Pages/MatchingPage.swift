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
    let standings = DecisionStandings(plan.result.bank)
    let rows = MatchRows(page: page, subject: subject, standings: standings)
    let found = rows.found(in: form, query: query)
    let window = RowWindow("pairs", of: found.count, on: page, query: query)
    let unmatched = UnmatchedRows(page: page, plan: plan).list(of: form, query: query)
    let proposed = form.matches.count { !standings.isDecided($0) }
    let approved = form.matches.count { standings.kind(of: $0) == .approve }
    return page.response(
      "matching",
      [
        "title": words("Подбор", "Matching"), "form": form.form.rawValue, "back": page.address,
        "lead": words(
          "Это предложение программы. «Почему?» объясняет пару и сравнивает её с другим "
            + "наставником, «Утвердить» оставляет её при всех новых подборах.",
          "This is what the program proposes. “Why?” explains a pair and compares it with another "
            + "mentor; “Approve” keeps it in every new matching."),
        "ordersHref": SitePath.orders, "orders": words("К приказам", "To the orders"),
        "proof": words(Text.proof(of: subject.plan)),
        "unproved": unproved,
        "proofKind": subject.plan.isProvedOptimal ? "good" : "", "tiles": tiles,
        "formsLabel": words("Формы наставничества", "Forms of mentoring"),
        "forms": subject.plan.forms.map { tab($0, isCurrent: $0.form == form.form) },
        "searchLabel": words("Имя или слово", "A name or a word"), "query": query["q"] ?? "",
        "showLabel": words("Показать", "Show"), "shows": choices(MatchRows.Show.allCases, "show"),
        "sortLabel": words("Порядок", "Order"), "sorts": choices(MatchRows.Sort.allCases, "sort"),
        "show": words("Показать", "Show"),
        "pairsTitle": words("Пары и группы", "Pairs and groups"),
        "shown": words(Text(ru: "Найдено: \(found.count)", en: "Found: \(found.count)")),
        "pairs": window.fields.with(["rows": found[window.range].map(rows.row)]),
        "hasRows": !found.isEmpty, "nobody": words("Таких пар нет.", "No such pairs."),
        "formNote": standings.approvesWhole(form.form) ? approvedWhole(form.form) : false,
        "canApproveAll": proposed > 0,
        "approveAll": words(
          Text(
            ru: "Утвердить все предложенные (\(proposed))",
            en: "Approve all that are proposed (\(proposed))")),
        "canTakeBackAll": approved > 1,
        "takeBackAll": words(
          Text(
            ru: "Снять все утверждения (\(approved))",
            en: "Take back all approvals (\(approved))")),
        "unmatchedList": unmatched.rows.isEmpty
          ? false : unmatched.window.fields.with(["rows": unmatched.rows]),
        "unmatchedTitle": words(
          Text(ru: "Без наставника: ", en: "Without a mentor: ")
            + Noun.request.counted(form.unmatched.count)),
        "remediesHref": plan.solved == nil ? "" : SitePath.why,
        "remedies": words(
          "Какое одно изменение поможет больше всего?", "Which single change would help most?"),
        "load": load(of: form),
      ])
  }

  private func approvedWhole(_ form: FormID) -> Any {
    [
      "text": words(.approvedWhole), "key": page.visitor.formKey, "back": page.address,
      "button": FormButton(kind: .approve, form: form).value, "action": words(Piece.action(nil)),
    ] as Fields
  }

  /// The longest search that the page offers.
  static let mostSeconds = 3600

  /// What it means that the time was up, and how to go on looking.
  private var unproved: Any {
    guard !subject.plan.isProvedOptimal, let seconds = page.state.searchSeconds else {
      return false
    }
    let longer = min(max(seconds * 5, 60), Self.mostSeconds)
    return [
      "text": words(
        Text(
          ru: "За \(seconds) с не доказано, что плана лучше нет: так бывает, где собирают много "
            + "групп. План проверен, его можно утверждать; «Почему» и «Что если» отвечают о "
            + "доказанном плане.",
          en:
            "Within \(seconds) s it was not proved that there is no better plan: that happens where "
            + "many groups are made. The plan was verified and can be approved; “Why” and “What if” "
            + "answer of a proved plan.")),
      "seconds": longer > seconds ? "\(longer)" : "",
      "longer": words(
        Text(
          ru: "Искать дольше (до \(longer / 60) мин)",
          en: "Search longer (up to \(longer / 60) min)")),
    ] as Fields
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
