public import MentoringModel
public import Wording

extension Finding.Severity {
  /// A stable name for programs.
  public var code: String {
    switch self {
    case .note: "note"
    case .warning: "warning"
    case .error: "error"
    case .fatal: "fatal"
    }
  }
}

extension ObjectiveTier {
  /// The goal in a few words.
  public var title: Text {
    switch self {
    case .pins: Text(ru: "закреплённые пары", en: "fixed pairs")
    case .coverage: Text(ru: "охват наставляемых", en: "mentees matched")
    case .coverageTargets: Text(ru: "люди целевого охвата", en: "people of the coverage targets")
    case .minimumLoad: Text(ru: "недобор до наименьшей нагрузки", en: "short of the minimum load")
    case .balance: Text(ru: "нагрузка наставников", en: "loads of the mentors")
    case .worstFit: Text(ru: "худшая из пар", en: "the worst-off pair")
    case .leximin: Text(ru: "пары от худшей к лучшей", en: "pairs from the worst upwards")
    case .ownOrganization: Text(ru: "своя организация", en: "own organization")
    case .fewestGroups: Text(ru: "открыто групп", en: "groups opened")
    case .fewestMentors: Text(ru: "занято наставников", en: "mentors with mentees")
    case .fit: Text(ru: "сумма соответствий", en: "total fit")
    case .tieBreak: Text(ru: "выбор среди равных", en: "choice among equals")
    }
  }
}

extension Text {
  /// Hundredths of a percent as people write them: 84,52 % in Russian, 84.52% in English.
  public static func percent(_ hundredths: Int) -> Text {
    let number = Text.hundredths(hundredths)
    return Text(ru: "\(number.ru) %", en: "\(number.en)%")
  }

  /// A part of a whole in hundredths of a percent, rounded half up; 100 % only where it is all of it.
  ///
  /// - Precondition: `whole` is positive.
  public static func hundredths(_ part: Int, of whole: Int) -> Int {
    let rounded = (part * 10_000 + whole / 2) / whole
    return part < whole ? min(rounded, 9_999) : rounded
  }
}
