import Hummingbird
import Matching
import MentoringModel
import NastavnikKit
import Reports
import Wording

/// Why this pair, why not that one, why nobody; and what would help.
struct WhyPage {
  /// What was asked and answered.
  enum Answer: Sendable {
    case nothing(HelpfulChanges?)
    case mentee([MenteeAnswer])
    case pair([PairAnswer])
  }

  let page: Page
  let plan: StandingPlan
  let mentee: PersonID?
  let mentor: PersonID?
  let answer: Answer

  private var words: Words { page.words }
  private var names: ReportNames { plan.result.subject.names }
  private var answers: AnswerFields {
    AnswerFields(
      page: page, names: names, standings: DecisionStandings(plan.result.bank))
  }

  func response() -> Response {
    let bank = plan.result.bank
    var fields: Fields = [
      "title": words("Почему", "Why"), "back": page.address,
      "menteeLabel": words("Наставляемый", "Mentee"), "choose": words("выберите", "choose"),
      "mentorLabel": words("Почему не этот наставник?", "Why not this mentor?"),
      "mentorOfPlan": words("— тот, кто в плане —", "— the one in the plan —"),
      "ask": words("Спросить", "Ask"), "lead": "", "remedies": false, "answers": [Fields](),
      "mentees": options(bank.mentees.map(\.person), mentee),
      "mentors": options(bank.mentors.map(\.person), mentor),
    ]
    switch answer {
    case .nothing(let remedies):
      fields["lead"] = words(
        "Выберите наставляемого: программа расскажет, из чего сложилась его пара или почему её "
          + "нет. Выберите и наставника — узнаете, чего стоит эта пара и кому придётся перейти.",
        "Choose a mentee: the program tells what the pair is made of, or why there is none. Choose "
          + "a mentor too to learn what that pair would cost and who would move.")
      fields["remedies"] = self.remedies(remedies)
    case .mentee(let all):
      fields["answers"] = all.map(answers.fields)
      if all.isEmpty { fields["lead"] = noRequest }
    case .pair(let all):
      fields["answers"] = all.map(answers.fields)
      if all.isEmpty { fields["lead"] = noRequest }
    }
    return page.response("why", fields)
  }

  private var noRequest: String {
    words(
      "У этого человека нет заявки в формах, которые подбираются.",
      "This person has no request in the forms that are matched.")
  }

  private func options(_ people: [Person], _ current: PersonID?) -> [Fields] {
    people.map { ($0.id, names.nameWithID($0.id)) }.sorted { $0.1 < $1.1 }.map { id, name in
      ["id": id.rawValue, "name": name, "isCurrent": id == current]
    }
  }

  private func remedies(_ help: HelpfulChanges?) -> Any {
    guard !plan.result.subject.plan.unmatched.isEmpty else { return false }
    let title = words(
      "Что поможет больше всего (одно изменение, план пересчитан)",
      "What helps most (one change, the plan solved again)")
    guard let help else {
      return [
        "remediesTitle": title, "list": [Fields](), "none": "", "waits": words(.studying),
        "partial": "",
      ] as Fields
    }
    return [
      "remediesTitle": title, "waits": "", "partial": help.isPartial ? words(.notAllTried) : "",
      "list": help.remedies.map { remedy -> Fields in
        [
          "change": words(names.text(of: remedy.change)), "gain": "+\(remedy.gain.mentees)",
          "who": remedy.gain.found.prefix(5).map { names.name(of: $0.mentee) }
            .joined(separator: ", "),
        ]
      },
      "none": help.remedies.isEmpty && !help.isPartial
        ? words(
          "Ни одно отдельное изменение не даст наставника никому больше.",
          "No single change gives anybody more a mentor.") : "",
    ] as Fields
  }
}

extension Text {
  /// That the answer takes a while.
  static let studying = Text(
    ru: "Считаю: план решается заново для каждого ответа. Обновите страницу чуть позже.",
    en: "Working: the plan is solved anew for every answer. Load the page again in a while.")

  /// That there may be more.
  static let notAllTried = Text(
    ru: "За минуту проверено не всё: может помочь и что-то ещё.",
    en: "Not everything was tried within a minute: something else may help too.")
}
