import MentoringModel
import Wording

/// Where the form sets a least fit, no mentee has a mentor who suits him less.
struct MinimumFit: PairVeto {
  let code = "belowMinimumFit"

  func forbids(_ encounter: Encounter) -> Bool {
    let least = encounter.setting.form.minimumFit
    return least > 0 && fit(encounter) < least
  }

  func objection(to encounter: Encounter) -> Objection {
    let (fit, least) = (
      Text.hundredths(fit(encounter)), Text.hundredths(encounter.setting.form.minimumFit)
    )
    return Objection(
      reason: Text(
        ru: "соответствие \(fit.ru) % ниже наименьшего \(least.ru) % (minimumFit)",
        en: "the fit of \(fit.en)% is below the least of \(least.en)% (minimumFit)"),
      advice: Text(
        ru: "Найдите наставника ближе к запросу или снизьте minimumFit формы.",
        en: "Find a mentor nearer to the request, or lower minimumFit of the form."))
  }

  private func fit(_ encounter: Encounter) -> Int {
    encounter.setting.scoring.total(of: encounter)
  }
}
