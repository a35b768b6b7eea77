import Matching
import MentoringModel
import Reports
import Wording

/// Answers about pairs as the values of a template.
struct AnswerFields {
  let page: Page
  let names: ReportNames
  let standings: DecisionStandings

  private var words: Words { page.words }
  private var tables: AnswerTables { AnswerTables(names: names, words: words) }

  /// The answer about one request of a mentee.
  func fields(_ answer: MenteeAnswer) -> Fields {
    switch answer {
    case .paired(let explanation): fields(explanation)
    case .unmatched(let explanation): fields(explanation)
    }
  }

  /// The answer about a mentee and a mentor.
  func fields(_ answer: PairAnswer) -> Fields {
    if case .none(let explanation) = answer.obstacle { return fields(explanation) }
    var fields = blank(
      answer.form, answer.mentees, answer.group, answer.mentor, answer.score.total)
    fields["verdict"] = words(answer.text)
    fields["parts"] = tables.parts(answer.score)
    fields["requests"] = tables.requests(answer.requests)
    switch answer.obstacle {
    case .rules(let objections):
      fields["kind"] = "bad"
      fields["advice"] = ["list": objections.map { words($0.advice) }] as Fields
    case .noGroup(let reasons):
      fields["kind"] = "bad"
      fields["advice"] = ["list": reasons.map { words($0) }] as Fields
    case .cost(let difference):
      fields["change"] =
        [
          "changeTitle": words("Чего это стоит и кто переходит", "What it costs and who moves"),
          "text": "",
          "difference": tables.difference(
            difference, other: words("С этой парой", "With this pair")),
        ] as Fields
      add([.pin, .forbid], answer.form, answer.mentor, answer.mentees, to: &fields)
    case .noPlan, .none: break
    }
    return fields
  }

  private func fields(_ explanation: PairExplanation) -> Fields {
    let match = explanation.match
    var fields = blank(
      match.form, match.mentees, match.group, match.mentor, match.score.total)
    fields["verdict"] = words(match.opened?.reason ?? .standsInPlan)
    fields["kind"] = "good"
    fields["parts"] = tables.parts(match.score)
    fields["requests"] = tables.requests(explanation.requests)
    if let topic = match.opened?.topic {
      let title = words(names.programme.vocabulary.title(of: topic))
      fields["topic"] =
        [
          "href": SitePath.address(SitePath.why, [("topic", topic.rawValue)]),
          "title": words("Все группы по теме «\(title)»", "All groups about “\(title)”"),
        ] as Fields
    }
    if !match.remarks.isEmpty {
      fields["advice"] = ["list": match.remarks.map { words($0.text) }] as Fields
    }
    fields["change"] =
      [
        "changeTitle": words("Если бы этой пары не было", "Without this pair"),
        "text": words(explanation.marginText),
        "difference": explanation.margin.map {
          tables.difference($0, other: words("Без этой пары", "Without this pair"))
        } as Any? ?? false,
      ] as Fields
    fields["alternates"] = alternates(explanation)
    add([.approve, .reject, .pin, .forbid], match.form, match.mentor, match.mentees, to: &fields)
    return fields
  }

  private func fields(_ explanation: UnmatchedExplanation) -> Fields {
    let profile = explanation.profile
    var fields = blank(profile.form, profile.mentees, profile.group, nil, nil)
    fields["verdict"] = words(
      explanation.blocking.map { $0.text(naming: names.name(of:)) } ?? profile.reason)
    fields["kind"] = "bad"
    let nearest = profile.nearest.map { nearest in
      words(
        Text(ru: "Ближе всех: ", en: "Nearest: ")
          + Text(same: names.name(of: nearest.mentor) + ", ") + .percent(nearest.fit)
          + Text(same: ": ") + nearest.obstacle)
    }
    fields["advice"] =
      [
        "list": [words(profile.advice)] + (nearest.map { [$0] } ?? [])
          + (explanation.rules?.lines ?? []).map { words($0) }
      ] as Fields
    return fields
  }

  private func blank(
    _ form: FormID, _ mentees: [PersonID], _ group: String?, _ mentor: PersonID?, _ fit: Int?
  ) -> Fields {
    let people = names.names(of: mentees, group: group)
    let pair = mentor.map { names.name(of: $0) + " → " + people }
    let heading = pair.map { $0 + (fit.map { ", " + words(.percent($0)) } ?? "") }
    return [
      "form": words(names.title(of: form)),
      "heading": heading ?? people + " — " + words("без наставника", "no mentor"), "kind": "",
      "verdict": "", "advice": false, "topic": false, "isPair": false, "standing": false,
      "acts": [Fields](),
      "parts": false, "requests": false, "change": false, "alternates": false,
      "back": page.address, "key": page.visitor.formKey,
    ]
  }

  private func add(
    _ kinds: [Decision.Kind], _ form: FormID, _ mentor: PersonID, _ mentees: [PersonID],
    to fields: inout Fields
  ) {
    let standing = mentees.map { standings.kind(mentor, $0, in: form) }
    let seen = Set(standing).count == 1 ? standing.first ?? nil : nil
    let wishes: [Decision.Kind?] = kinds.filter { $0 != seen } + (seen == nil ? [] : [nil])
    fields["isPair"] = true
    if let seen {
      fields["standing"] = ["kind": seen.rawValue, "text": words(Piece.title(seen))] as Fields
    } else if standings.approvesWhole(form) {
      fields["standing"] =
        ["kind": Decision.Kind.approve.rawValue, "text": words(.approvedWithForm)] as Fields
    }
    fields["acts"] = wishes.enumerated().map { place, kind -> Fields in
      let button = DecisionButton(
        kind: kind, seen: standing, form: form, mentor: mentor, mentees: mentees)
      return [
        "value": button.value, "title": words(Piece.action(kind)),
        "isMain": place == 0 && kind == .approve,
      ]
    }
  }

  private func alternates(_ explanation: PairExplanation) -> Fields {
    [
      "alternatesTitle": words(
        "Запасные наставники: место есть, остальные пары остаются",
        "Alternates: there is a place, and all other pairs stay"),
      "none": explanation.alternates.isEmpty
        ? words(
          "Запасных наставников со свободным местом нет.",
          "No other suitable mentor has a free place.") : "",
      "list": explanation.alternates.map { alternate -> Fields in
        [
          "mentor": names.name(of: alternate.mentor),
          "fit": words(.percent(alternate.score.total)), "text": words(alternate.difference.text),
          "href": SitePath.address(
            SitePath.why,
            [
              ("mentee", explanation.match.mentees.first?.rawValue),
              ("mentor", alternate.mentor.rawValue),
            ]),
        ]
      },
    ]
  }
}

extension Text {
  fileprivate static let standsInPlan = Text(
    ru: "Эта пара стоит в плане.", en: "This pair stands in the plan.")
}
