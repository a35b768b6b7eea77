import MentoringModel
import Wording

extension BankChecks {
  /// Of two decisions about a whole form the rejection holds; that an approval goes on to hold for
  /// later runs is told.
  @Sendable static func wholeForms(_ bank: inout Bank, _ programme: Programme) -> [Finding] {
    var (findings, kept): ([Finding], [FormDecision]) = ([], [])
    for decision in bank.formDecisions {
      if let first = kept.first(where: { $0.form == decision.form && $0.kind == decision.kind }) {
        findings.append(Flaw.sameDecision(first.source).finding(at: decision.source))
      } else if decision.kind == .approve,
        let rejected = bank.formDecisions.first(where: {
          $0.form == decision.form && $0.kind == .reject
        })
      {
        findings.append(Flaw.approvedAndRejected(rejected).finding(at: decision.source))
      } else {
        kept.append(decision)
        if decision.kind == .approve {
          findings.append(Flaw.approvedWhole(decision.form).finding(at: decision.source))
        }
      }
    }
    bank.formDecisions = kept
    return findings
  }
}

extension Flaw {
  fileprivate static func approvedAndRejected(_ rejected: FormDecision) -> Flaw {
    Flaw(
      .error, code: "approvedAndRejected", value: rejected.form.rawValue,
      Text(
        ru: "Форма «\(rejected.form)» и утверждена, и отклонена (\(rejected.source.place.ru)); она "
          + "отклонена.",
        en: "The form “\(rejected.form)” is both approved and rejected "
          + "(\(rejected.source.place.en)); it is rejected."),
      advice: Text(ru: "Оставьте одно из решений.", en: "Keep one of the decisions."))
  }

  fileprivate static func approvedWhole(_ form: FormID) -> Flaw {
    Flaw(
      .note, code: "wholeFormApproved", value: form.rawValue,
      Text(
        ru: "Форма «\(form)» утверждена целиком: это относится и к парам, которые предложит "
          + "следующий подбор.",
        en: "The form “\(form)” is approved whole, with the pairs that the next run proposes too."),
      advice: Text(
        ru: "Чтобы утвердить только нынешние пары, впишите каждую своей строкой.",
        en: "To approve today's pairs alone, write each in a row of its own."))
  }
}
