public import MentoringModel
public import Wording

extension CriterionID {
  /// The criterion in a few words.
  public var title: Text {
    switch self {
    case .requests: Text(ru: "запросы", en: "requests")
    case .subject: Text(ru: "предмет", en: "subject")
    case .experience: Text(ru: "стаж", en: "experience")
    case .interests: Text(ru: "интересы", en: "interests")
    case .preference: Text(ru: "взаимная симпатия", en: "mutual preference")
    case .schedule: Text(ru: "время и способ встреч", en: "times and ways to meet")
    case .proximity: Text(ru: "близость", en: "proximity")
    case .age: Text(ru: "возраст", en: "age")
    case .recognition: Text(ru: "награды и категория", en: "awards and category")
    case .cohesion: Text(ru: "близость в группе", en: "nearness within a group")
    case .continuity: Text(ru: "прошлый год", en: "last year")
    }
  }
}
