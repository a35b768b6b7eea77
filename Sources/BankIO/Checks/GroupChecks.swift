import MentoringModel
import Wording

extension BankChecks {
  /// Every topic that a form names is offered and asked for.
  @Sendable static func groupTopics(_ bank: inout Bank, _ programme: Programme) -> [Finding] {
    programme.forms.flatMap { form -> [Finding] in
      guard let groups = form.groups, !groups.topics.isEmpty else { return [] }
      let asked = Set(singles(bank, form).flatMap { $0.requests.map(\.competency) })
      return groups.topics.flatMap { topic -> [Finding] in
        let title = programme.vocabulary.title(of: topic)
        let isOffered = bank.mentors.contains {
          $0.takesPart(in: form) && ($0.competencies[topic] ?? 0) >= form.mustHaveLevel
        }
        var flaws: [Flaw] = []
        if !isOffered { flaws.append(.topicOfNobody(title, form.mustHaveLevel)) }
        if !asked.contains(topic) { flaws.append(.topicNotAsked(title)) }
        return flaws.map { $0.finding(at: groups.source) }
      }
    }
  }

  /// The values that rules of composition name are those of somebody, and the values that there are
  /// let a group come to its minimum.
  @Sendable static func compositionValues(_ bank: inout Bank, _ programme: Programme) -> [Finding] {
    guard programme.forms.contains(where: { $0.groups?.composition.isEmpty == false }) else {
      return []
    }
    let mentees = bank.mentees
    let places = Dictionary(
      mentees.enumerated().lazy.map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    return programme.forms.flatMap { form -> [Finding] in
      guard let groups = form.groups, !groups.composition.isEmpty else { return [] }
      let people = singles(bank, form).compactMap { profile in
        places[profile.members[0]].map { (mentee: mentees[$0], requests: profile.requests) }
      }
      guard !people.isEmpty else { return [] }
      return groups.composition.enumerated().flatMap { index, rule -> [Finding] in
        let values = people.map { one in
          rule.kind == .level
            ? one.requests.compactMap { $0.level.map(String.init) }
            : rule.values(of: one.mentee, topic: nil, asOf: programme.asOf)
        }
        let known = Set(values.flatMap(\.self))
        let isNeeded = (rule.atLeast ?? 0) > 0 && known.isDisjoint(with: rule.values)
        var flaws = rule.values.filter { !known.contains($0) }.map { value in
          Flaw.valueOfNobody(
            index + 1, value, isNeeded: isNeeded,
            nearest: nearMiss(of: value, among: known.sorted()))
        }
        let most = (rule.atMost ?? Int.max).multipliedReportingOverflow(by: known.count)
        if rule.values.isEmpty, rule.kind.isExclusive, rule.kind != .level,
          values.allSatisfy({ !$0.isEmpty }), !most.overflow,
          most.partialValue < groups.size.lowerBound
        {
          flaws.append(
            .tooFewValues(index + 1, known.count, rule.atMost ?? 0, groups.size.lowerBound))
        }
        return flaws.map { $0.finding(at: rule.source) }
      }
    }
  }

  /// The profiles of a form that may enter a group.
  private static func singles(_ bank: Bank, _ form: MentoringForm) -> [RequestProfile] {
    bank.profiles.filter { $0.form == form.id && $0.group == nil && !$0.members.isEmpty }
  }
}

extension Mentor {
  /// Whether the mentor chose the form and has a role for it.
  fileprivate func takesPart(in form: MentoringForm) -> Bool {
    (forms.isEmpty || forms.contains(form.id)) && !person.roles.isDisjoint(with: form.mentorRoles)
  }
}

extension Flaw {
  fileprivate static func topicOfNobody(_ topic: Text, _ level: Int) -> Flaw {
    Flaw(
      .warning, code: "topicOfNobody", value: topic.ru,
      Text(
        ru: "Тему «\(topic.ru)» на уровне от \(level) не предлагает ни один наставник формы.",
        en: "No mentor of the form offers the topic “\(topic.en)” at level \(level) or above."),
      advice: Text(
        ru: "Найдите наставника, снизьте mustHaveLevel или уберите тему.",
        en: "Find a mentor, lower mustHaveLevel, or remove the topic."))
  }

  fileprivate static func topicNotAsked(_ topic: Text) -> Flaw {
    Flaw(
      .note, code: "topicNotAsked", value: topic.ru,
      Text(
        ru: "Тему «\(topic.ru)» в этой форме никто не просит.",
        en: "Nobody in this form asks for the topic “\(topic.en)”."),
      advice: Text(
        ru: "Если так быть не должно, проверьте запросы.",
        en: "If that should not be, check the requests."))
  }

  fileprivate static func valueOfNobody(
    _ rule: Int, _ value: String, isNeeded: Bool, nearest: String?
  ) -> Flaw {
    Flaw(
      isNeeded ? .error : .warning, code: "valueOfNobody", value: value,
      Text(
        ru: "Правило состава \(rule): значения «\(quoted(value))» нет ни у кого из просящих в этой "
          + "форме" + (isNeeded ? "; ни одна группа не откроется." : "."),
        en: "Rule of composition \(rule): nobody who asks in this form has the value "
          + "“\(quoted(value))”" + (isNeeded ? "; no group can open." : ".")),
      advice: Text(ru: "Исправьте значение или правило.", en: "Mend the value or the rule.")
        + suggestion(nearest))
  }

  fileprivate static func tooFewValues(
    _ rule: Int, _ values: Int, _ most: Int, _ minimum: Int
  ) -> Flaw {
    Flaw(
      .error, code: "tooFewValues", value: "\(most)",
      Text(
        ru: "Правило состава \(rule): разных значений \(values), каждого не больше \(most) — в "
          + "группе будет не больше \(values * most), а нужно \(minimum).",
        en: "Rule of composition \(rule): there are \(values) values, at most \(most) of each: a "
          + "group can have \(values * most) members, and needs \(minimum)."),
      advice: Text(
        ru: "Увеличьте atMost или уменьшите size.minimum.",
        en: "Raise atMost or lower size.minimum."))
  }
}
