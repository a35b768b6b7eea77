import MentoringModel
import Wording

extension BankChecks {
  /// Each form has mentors and mentees; an empty one is worth knowing.
  @Sendable static func formsWithoutPeople(
    _ bank: inout Bank, _ programme: Programme
  ) -> [Finding] {
    let asked = Set(bank.profiles.map(\.form))
    let place = SourceLocation(file: FolderListing.programmeName, column: "forms")
    return programme.forms.compactMap { form in
      let hasMentor = bank.mentors.contains {
        ($0.forms.isEmpty || $0.forms.contains(form.id))
          && !$0.person.roles.isDisjoint(with: form.mentorRoles)
      }
      guard !hasMentor || !asked.contains(form.id) else { return nil }
      return Flaw.formWithoutPeople(form.id, hasMentor: hasMentor, isAsked: asked.contains(form.id))
        .finding(at: place)
    }
  }
}

extension Flaw {
  fileprivate static func formWithoutPeople(_ id: FormID, hasMentor: Bool, isAsked: Bool) -> Flaw {
    let absent: Text =
      switch (hasMentor, isAsked) {
      case (true, _): Text(ru: "наставляемых", en: "mentees")
      case (false, true): Text(ru: "наставников", en: "mentors")
      case (false, false): Text(ru: "ни наставников, ни наставляемых", en: "mentors and no mentees")
      }
    return Flaw(
      .note, code: "formWithoutPeople", value: id.rawValue,
      Text(ru: "В форме «\(id)» нет \(absent.ru).", en: "The form “\(id)” has no \(absent.en)."),
      advice: Text(
        ru: "Если так быть не должно, проверьте роли и формы в таблицах.",
        en: "If that should not be, check the roles and forms in the tables."))
  }
}
