import Matching
import MentoringModel
import Wording

/// What a plan was made by and what proves it, in lines.
struct SettingRow: Sendable {
  /// What it belongs to.
  let section: Text
  /// What it is.
  let name: Text
  /// The value.
  let value: ReportValue

  /// The columns.
  static let columns: [ReportColumn<SettingRow>] = [
    ReportColumn(Text(ru: "Раздел", en: "Section"), .name) { .text($0.section) },
    ReportColumn(Text(ru: "Что", en: "What"), .name) { .text($0.name) },
    ReportColumn(Text(ru: "Значение", en: "Value")) { $0.value },
  ]

  /// The lines of a report.
  static func all(of report: PlanReport) -> [SettingRow] {
    programme(report) + result(report) + goals(report) + weights(report) + forms(report)
      + inputs(report)
  }

  private static func programme(_ report: PlanReport) -> [SettingRow] {
    let programme = report.subject.programme
    return [
      SettingRow(.programme, Text(ru: "Название", en: "Title"), .text(programme.title)),
      SettingRow(
        .programme, Text(ru: "Учреждение", en: "Institution"), .name(programme.institution)),
      SettingRow(
        .programme, Text(ru: "Возраст и стаж — на дату", en: "Ages and experience on"),
        .text(Text(ru: programme.asOf.dotted, en: "\(programme.asOf)"))),
      SettingRow(
        .programme, Text(ru: "Наставников у одного наставляемого", en: "Mentors of one mentee"),
        programme.mentorsPerMentee.map { .number($0) } ?? .text(.noLimit)),
    ]
  }

  private static func result(_ report: PlanReport) -> [SettingRow] {
    [
      SettingRow(
        .result, Text(ru: "Что доказано", en: "What is proved"), .text(.claim(of: report.plan))),
      SettingRow(.result, Text(ru: "Решатель", en: "Solver"), .text(report.solver)),
      SettingRow(
        .result, Text(ru: "Сколько секунд можно было решать", en: "Seconds allowed"),
        report.manifest.timeLimit.map { .name($0) } ?? .text(.noLimit)),
      SettingRow(
        .result, Text(ru: "Версия программы", en: "Version"), .name(report.manifest.version)),
    ]
  }

  private static func goals(_ report: PlanReport) -> [SettingRow] {
    GoalWords.all(of: report.plan).enumerated().map { index, goal in
      SettingRow(
        Text(
          ru: "Цели по порядку: достигнуто / возможно", en: "Goals in order: reached / possible"),
        Text(same: "\(index + 1). ") + goal.title, goal.reached.map { .text($0) } ?? .none)
    }
  }

  private static func weights(_ report: PlanReport) -> [SettingRow] {
    let programme = report.subject.programme
    let forms = report.plan.forms.compactMap { programme.form($0.form) }
    let own = forms.compactMap { form in
      form.weights.map { (Text(ru: "Веса: ", en: "Weights: ") + form.title, $0) }
    }
    let common =
      own.count < forms.count ? [(Text(ru: "Веса", en: "Weights"), programme.weights)] : []
    return (common + own).flatMap { title, weights in
      CriterionID.allCases.filter { weights[$0] > 0 }.map {
        SettingRow(title, $0.title, .percent(weights[$0]))
      }
    }
  }

  private static func forms(_ report: PlanReport) -> [SettingRow] {
    let programme = report.subject.programme
    return report.plan.forms.flatMap { plan in
      guard let form = programme.form(plan.form) else { return [SettingRow]() }
      let size = form.groups.map { "\($0.size.lowerBound)–\($0.size.upperBound)" }
      return [
        SettingRow(form.title, Text(ru: "Наставников", en: "Mentors"), .number(plan.mentorCount)),
        SettingRow(
          form.title, Text(ru: "Мест у них", en: "Their places"), .number(plan.placeCount)),
        SettingRow(
          form.title,
          Text(
            ru: "Мест у наставника: обычно, самое большее", en: "Places of a mentor: usual, most"),
          .name("\(form.defaultCapacity), \(form.maximumCapacity)")),
        SettingRow(
          form.title, Text(ru: "Человек в группе", en: "People in a group"), .name(size ?? "")),
        SettingRow(form.title, Text(ru: "Куратор", en: "Curator"), .name(form.curator)),
        SettingRow(
          form.title, Text(ru: "Средний балл соответствия", en: "Mean fit"), .percent(plan.meanFit)),
      ].filter { $0.value != .none }
    }
  }

  /// The files that were read, by their hashes.
  private static func inputs(_ report: PlanReport) -> [SettingRow] {
    report.manifest.inputs.map {
      SettingRow(
        Text(ru: "Прочитанные файлы, SHA-256", en: "Files read, SHA-256"), Text(same: $0.file),
        .name($0.digest))
    }
  }

  private init(_ section: Text, _ name: Text, _ value: ReportValue) {
    self.section = section
    self.name = name
    self.value = value
  }
}

extension Text {
  fileprivate static let programme = Text(ru: "Программа", en: "Programme")
  fileprivate static let result = Text(ru: "Подбор", en: "Matching")
  fileprivate static let noLimit = Text(ru: "без ограничения", en: "no limit")
}
