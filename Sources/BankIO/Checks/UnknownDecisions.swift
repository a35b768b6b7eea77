import MentoringModel
import Wording

extension BankChecks {
  /// Decisions speak of people of the banks, and of forms in which the mentee asks; others are
  /// not used.
  @Sendable static func unknownDecisions(_ bank: inout Bank, _ programme: Programme) -> [Finding] {
    guard !bank.decisions.isEmpty else { return [] }
    var mentors = KnownIDs(Set(bank.mentors.map(\.id.rawValue)))
    var mentees = KnownIDs(Set(bank.mentees.map(\.id.rawValue)))
    var formsByMentee: [PersonID: Set<FormID>] = [:]
    let decided = Set(bank.decisions.map(\.mentee))
    for profile in bank.profiles {
      for member in profile.members where decided.contains(member) {
        formsByMentee[member, default: []].insert(profile.form)
      }
    }
    var (findings, kept): ([Finding], [Decision]) = ([], [])
    for decision in bank.decisions {
      var flaws: [(Flaw, String)] = []
      let isPin = decision.kind.fixes
      if !mentors.contains(decision.mentor.rawValue) {
        let nearest = mentors.nearest(to: decision.mentor.rawValue)
        flaws.append((.unknownMentor(decision.mentor, isPin: isPin, nearest: nearest), "Наставник"))
      }
      if !mentees.contains(decision.mentee.rawValue) {
        let nearest = mentees.nearest(to: decision.mentee.rawValue)
        flaws.append(
          (.unknownMentee(decision.mentee, isPin: isPin, nearest: nearest), "Наставляемый"))
      } else if let form = decision.form, isPin,
        !(formsByMentee[decision.mentee]?.contains(form) ?? false)
      {
        flaws.append((.notAsking(decision.mentee, form), "Форма"))
      }
      findings += flaws.map { $0.0.finding(at: decision.source.column($0.1)) }
      if flaws.isEmpty { kept.append(decision) }
    }
    bank.decisions = kept
    return findings
  }
}

extension Flaw {
  fileprivate static func unknownMentor(_ id: PersonID, isPin: Bool, nearest: String?) -> Flaw {
    Flaw(
      isPin ? .error : .warning, code: "unknownMentor", value: id.rawValue,
      Text(
        ru: "Наставника \(id) нет в базе; решение не учтено.",
        en: "The mentor \(id) is not in the bank; the decision is not used."),
      advice: Text(ru: "Исправьте код или удалите строку.", en: "Mend the id or remove the row.")
        + suggestion(nearest))
  }

  fileprivate static func unknownMentee(_ id: PersonID, isPin: Bool, nearest: String?) -> Flaw {
    Flaw(
      isPin ? .error : .warning, code: "unknownMentee", value: id.rawValue,
      Text(
        ru: "Наставляемого \(id) нет в базе; решение не учтено.",
        en: "The mentee \(id) is not in the bank; the decision is not used."),
      advice: Text(ru: "Исправьте код или удалите строку.", en: "Mend the id or remove the row.")
        + suggestion(nearest))
  }

  fileprivate static func notAsking(_ id: PersonID, _ form: FormID) -> Flaw {
    Flaw(
      .error, code: "pinWithoutRequest", value: form.rawValue,
      Text(
        ru: "\(id) не просит наставника в форме «\(form)»; решение не учтено.",
        en: "\(id) asks for no mentor in the form “\(form)”; the decision is not used."),
      advice: Text(
        ru: "Исправьте форму или добавьте строку в mentees.csv.",
        en: "Mend the form or add a row to mentees.csv."))
  }
}
