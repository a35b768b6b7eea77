import MentoringModel
import Wording

extension BankChecks {
  /// Together and apart speak of mentees of the bank, in forms that make groups; what does not is
  /// not used.
  @Sendable static func unknownCompanions(_ bank: inout Bank, _ programme: Programme) -> [Finding] {
    let groupForms = Set(programme.forms.filter { $0.groups != nil }.map(\.id))
    guard !bank.companions.isEmpty || programme.forms.contains(where: \.namesCompanions) else {
      return []
    }
    var mentees = KnownIDs(Set(bank.mentees.map(\.id.rawValue)))
    var findings: [Finding] = []
    for some in programme.forms.flatMap({ $0.groups?.companions ?? [] }) {
      for person in some.people where !mentees.contains(person.rawValue) {
        let flaw = Flaw.unknownCompanion(person, nearest: mentees.nearest(to: person.rawValue))
        findings.append(flaw.finding(at: some.source))
      }
    }
    bank.companions = bank.companions.compactMap { some in
      guard some.form.map(groupForms.contains) ?? !groupForms.isEmpty else {
        findings.append(
          Flaw.companionsWithoutGroups(some.form).finding(at: some.source.column("Форма")))
        return nil
      }
      var known = some
      known.people.removeAll { !mentees.contains($0.rawValue) }
      for person in some.people where !mentees.contains(person.rawValue) {
        let flaw = Flaw.unknownCompanion(person, nearest: mentees.nearest(to: person.rawValue))
        findings.append(flaw.finding(at: some.source.column("Наставляемый")))
      }
      return known.people.count > 1 ? known : nil
    }
    return findings
  }

  /// Nobody keeps both together with and apart from another, and companions fit into a group.
  @Sendable static func contradictoryCompanions(
    _ bank: inout Bank, _ programme: Programme
  ) -> [Finding] {
    var findings: [Finding] = []
    for form in programme.forms {
      guard let groups = form.groups else { continue }
      let companions = EffectiveCompanions(of: form, in: bank)
      findings += companions.contradictions.map { contradiction in
        Flaw.togetherAndApart(contradiction.one, contradiction.other, form.id)
          .finding(at: contradiction.apart.source)
      }
      for set in companions.together {
        let source = place(of: set, form, bank)
        if set.count > groups.size.upperBound, source.file != groups.source.file {
          findings.append(
            Flaw.companyTooLarge(set.count, groups.size.upperBound).finding(at: source))
        }
        findings += groups.composition.enumerated().compactMap { index, rule in
          surplus(of: set, rule, bank, programme).map {
            Flaw.companyAgainstRule(index + 1, $0.value, $0.count, most: $0.most).finding(
              at: source)
          }
        }
      }
    }
    return findings
  }

  /// Where the last list that made the set stands.
  private static func place(
    of set: [PersonID], _ form: MentoringForm, _ bank: Bank
  ) -> SourceLocation {
    let all = (form.groups?.companions ?? []) + bank.companions.filter { $0.concerns(form.id) }
    return all.last { $0.kind == .together && $0.people.allSatisfy(set.contains) }?.source
      ?? SourceLocation(file: FolderListing.programmeName, column: "forms")
  }

  /// The value that too many of the set share for a rule.
  private static func surplus(
    of set: [PersonID], _ rule: CompositionRequirement, _ bank: Bank, _ programme: Programme
  ) -> (value: String, count: Int, most: Int)? {
    guard let most = rule.atMost, rule.kind != .level else { return nil }
    var counts: [String: Int] = [:]
    for mentee in bank.mentees where set.contains(mentee.id) {
      let values = rule.values(of: mentee, topic: nil, asOf: programme.asOf)
      if rule.values.isEmpty {
        for value in values { counts[value, default: 0] += 1 }
      } else if !Set(values).isDisjoint(with: rule.values) {
        counts[rule.values.joined(separator: ", "), default: 0] += 1
      }
    }
    return counts.sorted { $0.key < $1.key }.first { $0.value > most }
      .map { (value: $0.key, count: $0.value, most: most) }
  }
}

extension MentoringForm {
  fileprivate var namesCompanions: Bool { groups?.companions.isEmpty == false }
}

extension Flaw {
  fileprivate static func unknownCompanion(_ id: PersonID, nearest: String?) -> Flaw {
    Flaw(
      .error, code: "unknownCompanion", value: id.rawValue,
      Text(
        ru: "Наставляемого \(id) нет в базе; из списка он исключён.",
        en: "The mentee \(id) is not in the bank and is left out of the list."),
      advice: Text(ru: "Исправьте код или удалите его.", en: "Mend the id or remove it.")
        + suggestion(nearest))
  }

  fileprivate static func companionsWithoutGroups(_ form: FormID?) -> Flaw {
    Flaw(
      .error, code: "companionsWithoutGroups", value: form?.rawValue,
      Text(
        ru: form.map { "Форма «\($0)» групп не составляет; строка не учтена." }
          ?? "Ни одна форма групп не составляет; строка не учтена.",
        en: form.map { "The form “\($0)” makes no groups; the row is not used." }
          ?? "No form makes groups; the row is not used."),
      advice: Text(
        ru: "Разрешите группы в programme.yaml («mode: groups») или удалите строку.",
        en: "Allow groups in programme.yaml (“mode: groups”) or remove the row."))
  }

  fileprivate static func togetherAndApart(
    _ one: PersonID, _ other: PersonID, _ form: FormID
  ) -> Flaw {
    Flaw(
      .error, code: "togetherAndApart", value: "\(one), \(other)",
      Text(
        ru: "\(one) и \(other) в форме «\(form)» и вместе, и врозь; «врозь» не учтено.",
        en: "\(one) and \(other) keep both together and apart in the form “\(form)”; “apart” is "
          + "not used."),
      advice: Text(ru: "Оставьте одно из двух.", en: "Keep one of the two."))
  }

  fileprivate static func companyAgainstRule(
    _ rule: Int, _ value: String, _ count: Int, most: Int
  ) -> Flaw {
    let counted = Noun.mentee.counted(count)
    return Flaw(
      .error, code: "companyAgainstRule", value: value,
      Text(
        ru: "Вместе держатся \(counted.ru) со значением «\(quoted(value))», а правило состава "
          + "\(rule) допускает \(most): в группу они не попадут.",
        en: "\(counted.en) with “\(quoted(value))” keep together, but rule of composition \(rule) "
          + "allows \(most): they can stand in no group."),
      advice: Text(
        ru: "Сократите список «вместе» или увеличьте atMost.",
        en: "Shorten the list or raise atMost."))
  }
}
