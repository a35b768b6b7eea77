import HTTPTypes
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
    /// Nobody is named whom there is, or several are.
    case unclear
    case mentee([MenteeAnswer])
    case pair([PairAnswer])
    case topic([TopicExplanation])
  }

  let page: Page
  let plan: StandingPlan
  /// What groups can be about.
  let topics: [CompetencyID]
  let query: PageQuery
  let answer: Answer

  private var words: Words { page.words }
  private var names: ReportNames { plan.result.subject.names }
  private var answers: AnswerFields {
    AnswerFields(
      page: page, names: names, standings: DecisionStandings(plan.result.bank))
  }

  func response() -> Response {
    var fields: Fields = [
      "title": words("Почему", "Why"), "back": page.address,
      "ask": words("Спросить", "Ask"), "lead": "", "remedies": false, "answers": [Fields](),
      "topicAnswers": [Fields](),
      "topicField": TopicAnswers.field(topics, chosen: query["topic"], names, words) as Any?
        ?? false,
      "menteeField": field(.mentee, Text(ru: "Наставляемый", en: "Mentee")),
      "mentorField": field(
        .mentor, Text(ru: "Почему не этот наставник?", en: "Why not this mentor?")),
    ]
    switch answer {
    case .unclear: break
    case .nothing(let remedies):
      fields["lead"] = words(
        "Назовите наставляемого: программа расскажет, из чего сложилась его пара или почему её "
          + "нет. Назовите и наставника — узнаете, чего стоит эта пара и кому придётся перейти.",
        "Name a mentee: the program tells what the pair is made of, or why there is none. Name a "
          + "mentor too to learn what that pair would cost and who would move.")
      fields["remedies"] = self.remedies(remedies)
    case .mentee(let all):
      fields["answers"] = all.map(answers.fields)
      if all.isEmpty { fields["lead"] = noRequest }
    case .pair(let all):
      fields["answers"] = all.map(answers.fields)
      if all.isEmpty { fields["lead"] = noRequest }
    case .topic(let all):
      fields["topicAnswers"] = all.map(TopicAnswers(names: names, words: words).fields)
      if all.isEmpty { fields["lead"] = words(.noGroupsAbout) }
    }
    return page.response("why", fields, status: status)
  }

  /// Whom nobody finds is not there; several are a choice.
  private var status: HTTPResponse.Status {
    if case .topic(let answers) = answer, answers.isEmpty { return .notFound }
    return PeopleChoice.Side.allCases.contains { asked($0) == .several([]) } ? .notFound : .ok
  }

  private func asked(_ side: PeopleChoice.Side) -> PeopleChoice.Found {
    PeopleChoice(side, of: plan.result.bank, names).found(query[side.rawValue])
  }

  private var noRequest: String {
    words(
      "У этого человека нет заявки в формах, которые подбираются.",
      "This person has no request in the forms that are matched.")
  }

  private func field(_ side: PeopleChoice.Side, _ label: Text) -> Fields {
    PersonField(
      side: side, label: label, people: PeopleChoice(side, of: plan.result.bank, names),
      words: words, page: page.kind, isRequired: side == .mentee, typed: query[side.rawValue]
    ).fields
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

  fileprivate static let noGroupsAbout = Text(
    ru: "Групп по этой теме здесь не собирают.", en: "No groups are made about this topic.")

  /// That there may be more.
  static let notAllTried = Text(
    ru: "За минуту проверено не всё: может помочь и что-то ещё.",
    en: "Not everything was tried within a minute: something else may help too.")
}
