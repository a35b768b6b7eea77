import MentoringModel
import Wording

extension BankChecks {
  /// A mentor has no more places in a form than the form allows; more are cut.
  @Sendable static func formCapacities(_ bank: inout Bank, _ programme: Programme) -> [Finding] {
    var findings: [Finding] = []
    let most = Dictionary(
      programme.forms.map { ($0.id, $0.maximumCapacity) }, uniquingKeysWith: { first, _ in first })
    for index in bank.mentors.indices {
      let mentor = bank.mentors[index]
      for (form, places) in mentor.capacityByForm.sorted(by: { $0.key < $1.key }) {
        guard let limit = most[form], places > limit else { continue }
        findings.append(
          Flaw.tooManyPlaces(places, limit, form)
            .finding(at: mentor.person.source.column("Мест по формам")))
        bank.mentors[index].capacityByForm[form] = limit
      }
    }
    return findings
  }
}

extension Flaw {
  fileprivate static func tooManyPlaces(_ places: Int, _ limit: Int, _ form: FormID) -> Flaw {
    Flaw(
      .warning, code: "tooManyPlaces", value: "\(places)",
      Text(
        ru: "Мест \(places), а форма «\(form)» допускает \(limit); взято \(limit).",
        en: "\(places) places, but the form “\(form)” allows \(limit); \(limit) is used."),
      advice: Text(
        ru: "Исправьте число или capacity.maximum формы.",
        en: "Mend the number or capacity.maximum of the form."))
  }
}
