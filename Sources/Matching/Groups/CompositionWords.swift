public import MentoringModel
public import Wording

extension CompositionRequirement {
  /// Whom a rule of composition counts: its kind and the values that it names.
  var counted: Text {
    kind.title + Text(same: values.isEmpty ? "" : " " + values.joined(separator: ", "))
  }

  /// The rule in words: «из одной организации не больше 2».
  public var text: Text {
    let limits = [
      atLeast.map { Text(ru: "не меньше \($0)", en: "at least \($0)") },
      atMost.map { Text(ru: "не больше \($0)", en: "at most \($0)") },
    ]
    return (values.isEmpty ? kind.alike + Text(same: " ") : counted + Text(same: ": "))
      + limits.compactMap { $0 }.joined(separator: ", ")
  }
}

extension CompositionRequirement.Kind {
  /// The kind in a word.
  var title: Text {
    switch self {
    case .organization: Text(ru: "организация", en: "organization")
    case .year: Text(ru: "год обучения или рождения", en: "year")
    case .age: Text(ru: "возраст", en: "age")
    case .subject: Text(ru: "предмет", en: "subject")
    case .level: Text(ru: "уровень", en: "level")
    case .role: Text(ru: "роль", en: "role")
    case .mark: Text(ru: "отметка", en: "mark")
    }
  }
  /// Those who share a value of the kind.
  fileprivate var alike: Text {
    switch self {
    case .organization: Text(ru: "из одной организации", en: "from one organization")
    case .year: Text(ru: "одного года обучения или рождения", en: "of one year")
    case .age: Text(ru: "одного возраста", en: "of one age")
    case .subject: Text(ru: "с одним предметом", en: "with one subject")
    case .level: Text(ru: "одного уровня", en: "of one level")
    case .role: Text(ru: "с одной ролью", en: "with one role")
    case .mark: Text(ru: "с одной отметкой", en: "with one mark")
    }
  }
}
