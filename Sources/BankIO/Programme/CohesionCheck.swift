import MentoringModel
import Wording

/// Cohesion has a meaning in groups alone.
enum CohesionCheck {
  /// Notes weights of cohesion that count nowhere, or are all that counts for pairs.
  static func check(_ programme: Programme, _ file: YAMLMap) {
    let pairForms = programme.forms.filter { $0.groups == nil }
    for form in pairForms where (form.weights?[.cohesion] ?? 0) > 0 {
      file.add(.idleCohesion, at: "forms")
    }
    let usesOwn = programme.forms.filter { $0.weights == nil }
    guard programme.weights[.cohesion] > 0 else { return }
    if !usesOwn.contains(where: { $0.groups != nil }) {
      file.add(.idleCohesion, at: "weights")
    } else if usesOwn.contains(where: { $0.groups == nil }),
      programme.weights.without(.cohesion) == nil
    {
      file.add(.cohesionAlone, at: "weights")
    }
  }
}

extension Flaw {
  fileprivate static let idleCohesion = Flaw(
    .warning, code: "idleCohesion", value: "cohesion",
    Text(
      ru: "Вес cohesion действует только в формах с группами; здесь он не учтён.",
      en: "The weight cohesion counts in forms with groups alone; it is not used here."),
    advice: Text(
      ru: "Уберите его или разрешите группы: «mode: groups».",
      en: "Remove it, or allow groups: “mode: groups”."))

  fileprivate static let cohesionAlone = Flaw(
    .error, code: "cohesionAlone", value: "cohesion",
    Text(
      ru: "Кроме cohesion весов нет, а для пар он не действует; в формах с парами взяты обычные.",
      en: "There is no weight but cohesion, which pairs do not have; forms with pairs use the "
        + "usual ones."),
    advice: Text(
      ru: "Добавьте веса других критериев.", en: "Add weights of other criteria."))
}
