import MentoringModel
import Wording

/// Reads `forms`.
struct FormReader {
  /// Reads the conditions of the forms.
  let rules: RuleReader
  /// The competencies that groups may be about.
  let vocabulary: Vocabulary

  /// The forms that can be used, in their order.
  func forms(_ file: YAMLMap) -> [MentoringForm] {
    var seen: Set<FormID> = []
    return file.maps("forms").compactMap { map in
      defer { map.finish() }
      guard let form = form(map) else { return nil }
      if seen.insert(form.id).inserted { return form }
      map.add(.duplicateKey(form.id.rawValue), at: "id")
      return nil
    }
  }

  private func form(_ map: YAMLMap) -> MentoringForm? {
    let before = map.notes.findings.count { $0.severity >= .error }
    let id = map.require(map.string("id"), "id")
    let mentorRoles = rules.roles(map, "mentorRoles")
    let menteeRoles = rules.roles(map, "menteeRoles")
    for (key, roles) in [("mentorRoles", mentorRoles), ("menteeRoles", menteeRoles)] {
      if roles.isEmpty { map.add(.missingKey(key)) }
    }
    let title = map.text("title") ?? Text(same: id ?? "")
    var form = MentoringForm(
      id: FormID(rawValue: id ?? ""), title: title, mentorRoles: mentorRoles,
      menteeRoles: menteeRoles)
    form.aliases = map.strings("aliases")
    form.curator = map.string("curator") ?? ""
    form.mentorExperience = rules.experience(map, "mentorExperience")
    form.menteeRule = rules.rule(map, "mentees") ?? PersonRule()
    form.scope = map.word("scope", of: OrganizationScope.self) ?? form.scope
    form.training = map.word("training", of: TrainingRule.self) ?? form.training
    form.requiresSameSubject = map.flag("sameSubject") ?? form.requiresSameSubject
    form.allowsSuperior = map.flag("superiorAllowed") ?? form.allowsSuperior
    form.mustHaveLevel = map.integer("mustHaveLevel", in: 1...5) ?? form.mustHaveLevel
    form.requiresSharedCompetency =
      map.flag("sharedCompetency") ?? form.requiresSharedCompetency
    form.minimumFit = (map.integer("minimumFit", in: 0...100) ?? 0) * 100
    form.roleModels = map.strings("roleModels")
    readCapacity(map, into: &form)
    form.groups = GroupReader(rules: rules, vocabulary: vocabulary).groups(map, of: form)
    form.period = period(map)
    form.type = map.string("type") ?? ""
    let hardRulesAreSound = map.notes.findings.count { $0.severity >= .error } == before
    form.weights = WeightReader.read(map)
    guard let id, PersonIDCell.isSound(id), !id.isEmpty else {
      if let id { map.add(.badID(id), at: "id") }
      return nil
    }
    // A form with half its rules would pair people whom the programme keeps apart.
    if !hardRulesAreSound { map.add(.formLeftOut(id)) }
    return hardRulesAreSound ? form : nil
  }

  private func readCapacity(_ map: YAMLMap, into form: inout MentoringForm) {
    let range = 0...CapacityCell.most
    guard map.isMap("capacity"), let capacity = map.map("capacity") else {
      guard let number = map.integer("capacity", in: range) else { return }
      (form.defaultCapacity, form.maximumCapacity) = (number, number)
      return
    }
    let usual = capacity.integer("default", in: range)
    let most = capacity.integer("maximum", in: range)
    capacity.finish()
    form.defaultCapacity = usual ?? min(form.defaultCapacity, most ?? form.defaultCapacity)
    form.maximumCapacity = most ?? max(form.maximumCapacity, form.defaultCapacity)
    guard form.defaultCapacity > form.maximumCapacity else { return }
    capacity.add(.defaultAboveMaximum(form.defaultCapacity, form.maximumCapacity), at: "default")
    form.defaultCapacity = form.maximumCapacity
  }

  private func period(_ map: YAMLMap) -> Period {
    guard let inner = map.map("period") else { return Period() }
    defer { inner.finish() }
    let period = Period(start: inner.date("from"), end: inner.date("to"))
    if let start = period.start, let end = period.end, end < start {
      inner.add(.periodReversed(start, end), at: "to")
    }
    return period
  }
}

extension Flaw {
  fileprivate static func formLeftOut(_ id: String) -> Flaw {
    Flaw(
      .error, code: "formLeftOut", value: id,
      Text(
        ru: "Форма «\(quoted(id))» не учтена: в её правилах есть ошибки.",
        en: "The form “\(quoted(id))” is left out: there are errors in its rules."),
      advice: Text(
        ru: "Исправьте ошибки этой формы, названные рядом.",
        en: "Mend the errors of this form that are named nearby."))
  }

  fileprivate static func defaultAboveMaximum(_ usual: Int, _ most: Int) -> Flaw {
    Flaw(
      .warning, code: "defaultAboveMaximum", value: "\(usual)",
      Text(
        ru: "Обычное число мест \(usual) больше наибольшего \(most); взято \(most).",
        en: "The default of \(usual) places is above the maximum of \(most); \(most) is used."),
      advice: Text(ru: "Исправьте одно из чисел.", en: "Mend one of the numbers."))
  }

  fileprivate static func periodReversed(_ start: CalendarDate, _ end: CalendarDate) -> Flaw {
    Flaw(
      .error, code: "periodReversed", value: end.description,
      Text(
        ru: "Конец \(end.dotted) раньше начала \(start.dotted).",
        en: "The end \(end) is before the start \(start)."),
      advice: Text(ru: "Исправьте одну из дат.", en: "Mend one of the dates."))
  }
}
