import MentoringModel
import Wording

extension Flaw {
  static func groupsWithoutMode(isPairs: Bool) -> Flaw {
    Flaw(
      .error, code: "groupsWithoutMode", value: isPairs ? "pairs" : nil,
      Text(
        ru: isPairs
          ? "Группы описаны, а mode: pairs их не допускает." : "Группы описаны, а ключа mode нет.",
        en: isPairs
          ? "Groups are described, and mode: pairs does not allow them."
          : "Groups are described, and there is no key “mode”."),
      advice: Text(
        ru: "Напишите «mode: groups» или «mode: both» либо удалите ключ groups.",
        en: "Write “mode: groups” or “mode: both”, or remove the key groups."))
  }

  static func minimumAboveMaximum(_ minimum: Int, _ maximum: Int) -> Flaw {
    Flaw(
      .error, code: "minimumAboveMaximum", value: "\(minimum)",
      Text(
        ru: "Наименьший размер группы \(minimum) больше наибольшего \(maximum).",
        en: "The minimum size of a group, \(minimum), is above the maximum, \(maximum)."),
      advice: Text(ru: "Исправьте одно из чисел.", en: "Mend one of the numbers."))
  }

  static func minimumAbovePlaces(_ minimum: Int, _ places: Int) -> Flaw {
    Flaw(
      .error, code: "minimumAboveCapacity", value: "\(minimum)",
      Text(
        ru: "В группе не меньше \(minimum), а мест у наставника в форме не больше \(places): "
          + "ни одна группа не откроется.",
        en: "A group has \(minimum) members or more, but a mentor has at most \(places) places in "
          + "the form: no group can open."),
      advice: Text(
        ru: "Увеличьте capacity.maximum до \(minimum) или уменьшите size.minimum до \(places).",
        en: "Raise capacity.maximum to \(minimum) or lower size.minimum to \(places)."))
  }

  static func maximumAbovePlaces(_ maximum: Int, _ places: Int) -> Flaw {
    Flaw(
      .warning, code: "maximumAboveCapacity", value: "\(maximum)",
      Text(
        ru: "В группе до \(maximum), а мест у наставника в форме не больше \(places); взято "
          + "\(places).",
        en: "A group has up to \(maximum) members, but a mentor has at most \(places) places in "
          + "the form; \(places) is used."),
      advice: Text(
        ru: "Увеличьте capacity.maximum или уменьшите size.maximum.",
        en: "Raise capacity.maximum or lower size.maximum."))
  }

  static func groupsAbovePlaces(_ groups: Int, _ minimum: Int, _ places: Int) -> Flaw {
    Flaw(
      .warning, code: "groupsAboveCapacity", value: "\(groups)",
      Text(
        ru: "Групп у наставника до \(groups), в каждой не меньше \(minimum), а мест не больше "
          + "\(places); взято \(places / minimum).",
        en: "A mentor leads up to \(groups) groups of \(minimum) or more, but has at most "
          + "\(places) places; \(places / minimum) is used."),
      advice: Text(
        ru: "Увеличьте capacity.maximum или уменьшите perMentor.",
        en: "Raise capacity.maximum or lower perMentor."))
  }

  static func unknownTopic(_ word: String, nearest: String?) -> Flaw {
    Flaw(
      .error, code: "unknownTopic", value: word,
      Text(
        ru: "Темы «\(quoted(word))» нет среди компетенций.",
        en: "The topic “\(quoted(word))” is not among the competencies."),
      advice: Text(
        ru: "Исправьте её или добавьте в ключ competencies.",
        en: "Mend it or add it under competencies.") + suggestion(nearest))
  }

  static let companionAlone = Flaw(
    .error, code: "companionAlone",
    Text(
      ru: "Вместе или врозь можно держать только двоих и больше.",
      en: "Together or apart takes two people or more."),
    advice: Text(
      ru: "Впишите коды через запятую: [N-1, N-2].", en: "Write ids with commas: [N-1, N-2]."))

  static func companyTooLarge(_ people: Int, _ maximum: Int) -> Flaw {
    let counted = Noun.mentee.counted(people)
    return Flaw(
      .error, code: "companyTooLarge", value: "\(people)",
      Text(
        ru: "Вместе держатся \(counted.ru), а в группе мест \(maximum).",
        en: "\(counted.en) keep together, but a group has \(maximum) places."),
      advice: Text(
        ru: "Увеличьте size.maximum или сократите список.",
        en: "Raise size.maximum or shorten the list."))
  }
}
