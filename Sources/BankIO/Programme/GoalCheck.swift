import MentoringModel
import Wording

/// Goals that need something else in the programme file.
enum GoalCheck {
  /// Notes goals that nothing is asked of, and those that contradict each other.
  static func check(_ programme: Programme, _ file: YAMLMap) {
    for goal in programme.tiers { check(goal, programme, file, at: "tiers") }
    if programme.minimumLoad != nil { check(.minimumLoad, programme, file, at: "minimumLoad") }
    if let least = programme.minimumLoad, let most = programme.maximumLoad, least > most {
      file.add(.loadsReversed(least, most), at: "minimumLoad")
    }
  }

  private static func check(
    _ goal: ObjectiveTier, _ programme: Programme, _ file: YAMLMap, at key: String
  ) {
    for obstacle in programme.obstacles(to: goal, makesGroups: programme.makesGroups) {
      switch obstacle {
      case .aimless: file.add(.aimlessGoal(goal.rawValue), at: key)
      case .groups: file.add(.goalOfPairs(goal.rawValue), at: key)
      case .fewMentors: file.add(.goalBesideFewMentors(goal.rawValue), at: key)
      }
    }
  }
}

extension Flaw {
  /// A goal and the key of what it aims at have one name.
  fileprivate static func aimlessGoal(_ goal: String) -> Flaw {
    Flaw(
      .warning, code: "aimlessGoal", value: goal,
      Text(
        ru: "Цель «\(goal)» ни о чём не просит: нет ключа «\(goal)».",
        en: "The goal “\(goal)” asks for nothing: the key “\(goal)” is missing."),
      advice: Text(
        ru: "Допишите «\(goal)» или уберите цель из tiers.",
        en: "Add “\(goal)”, or take the goal out of tiers."))
  }

  fileprivate static func loadsReversed(_ least: Int, _ most: Int) -> Flaw {
    Flaw(
      .warning, code: "minimumLoadAboveMaximum", value: "\(least)",
      Text(
        ru: "Наименьшая нагрузка \(least) больше наибольшей \(most); столько не получит никто.",
        en: "The minimum load of \(least) is above the maximum of \(most); nobody can have it."),
      advice: Text(ru: "Исправьте одно из чисел.", en: "Mend one of the numbers."))
  }

  fileprivate static func goalBesideFewMentors(_ goal: String) -> Flaw {
    Flaw(
      .warning, code: "goalBesideFewMentors", value: goal,
      Text(
        ru:
          "«\(goal)» не учтена рядом с fewestMentors или maximumMentors: нагрузка либо ложится на "
          + "немногих, либо делится на всех.",
        en:
          "“\(goal)” is left out beside fewestMentors or maximumMentors: a load is either for few "
          + "or shared by all."),
      advice: Text(ru: "Оставьте что-то одно.", en: "Keep one of them."))
  }

  fileprivate static func goalOfPairs(_ goal: String) -> Flaw {
    Flaw(
      .warning, code: "goalOfPairs", value: goal,
      Text(
        ru: "«\(goal)» действует только в формах пар; где форма собирает группы, цель не учтена.",
        en: "“\(goal)” holds for forms of pairs alone; beside a form that makes groups it is left "
          + "out."),
      advice: Text(
        ru: "Подберите формы пар отдельно: --form.", en: "Match the forms of pairs apart: --form."))
  }
}
