import MentoringModel
import Registry
import Reports
import Wording

/// What a registry holds, as tables and sentences.
enum RegistryTables {
  static func rendered(_ pairs: [PairStanding], in session: Session) -> String {
    let language = session.languages.tables
    var table = TextTable([
      .init(Text(ru: "Форма", en: "Form")[language]),
      .init(Text(ru: "Наставник", en: "Mentor")[language]),
      .init(Text(ru: "Наставляемые", en: "Mentees")[language], .elastic),
      .init(Text(ru: "Балл", en: "Fit")[language], .right),
      .init(Text(ru: "Состояние", en: "State")[language], .elastic),
    ])
    for pair in pairs {
      let mentees = pair.mentees.map(\.rawValue).joined(separator: ", ")
      table.add([
        pair.form?.rawValue ?? "—", pair.mentor.rawValue,
        pair.group.map { "\($0): \(mentees)" } ?? mentees,
        pair.fit.map { Text.percent($0)[language] } ?? "",
        pair.stateText[language],
      ])
    }
    return table.rendered(width: session.width)
  }

  static func rendered(_ people: [RegisteredPerson], in session: Session) -> String {
    let language = session.languages.tables
    var table = TextTable([
      .init(Text(ru: "Код", en: "Id")[language]),
      .init(Text(ru: "ФИО", en: "Name")[language], .elastic),
      .init(Text(ru: "Где", en: "Where")[language], .elastic),
      .init(Text(ru: "Организация", en: "Organization")[language]),
      .init(Text(ru: "Состояние", en: "State")[language]),
      .init(Text(ru: "Версий", en: "Versions")[language], .right),
    ])
    for person in people {
      table.add([
        person.id.rawValue, person.name,
        person.sides.map { tableTitle($0)[language] }.joined(separator: ", "),
        person.organization?.rawValue ?? "", person.state.title[language], "\(person.versions)",
      ])
    }
    return table.rendered(width: session.width)
  }

  static func rendered(_ entries: [AuditEntry], in session: Session) -> String {
    let language = session.languages.tables
    var table = TextTable([
      .init("№", .right), .init(Text(ru: "Когда", en: "When")[language]),
      .init(Text(ru: "Кто", en: "Who")[language]),
      .init(Text(ru: "Что", en: "What")[language]),
      .init(Text(ru: "Решение", en: "Decision")[language], .right),
      .init(Text(ru: "О чём", en: "About")[language], .elastic),
    ])
    for entry in entries {
      table.add([
        "\(entry.id)", entry.act.at, entry.act.by, entry.action.title[language],
        entry.decision.map(String.init) ?? "", entry.about[language],
      ])
    }
    return table.rendered(width: session.width)
  }

  static func rendered(_ versions: [PersonVersion], in session: Session) -> String {
    let language = session.languages.tables
    var table = TextTable([
      .init(Text(ru: "Таблица", en: "Table")[language]),
      .init(Text(ru: "С редакции", en: "Since")[language], .right),
      .init(Text(ru: "Когда", en: "When")[language]),
      .init(Text(ru: "До", en: "Until")[language], .right),
      .init(Text(ru: "Что записано", en: "What it says")[language], .elastic),
    ])
    for version in versions {
      table.add([
        tableTitle(version.table)[language], "\(version.since)", version.sinceTime,
        version.until.map(String.init) ?? "", version.profile,
      ])
    }
    return table.rendered(width: session.width)
  }

  static func text(of report: ImportReport, in session: Session) -> String {
    let language = session.languages.tables
    guard !report.isUnchanged else {
      return Text(
        ru: "Ничего не изменилось: в реестре то же самое (редакция \(report.revision)).\n",
        en: "Nothing changed: the registry says the same (revision \(report.revision)).\n")[
          language]
    }
    var table = TextTable([
      .init(Text(ru: "Таблица", en: "Table")[language], .elastic),
      .init(Text(ru: "новых", en: "added")[language], .right),
      .init(Text(ru: "изменено", en: "changed")[language], .right),
      .init(Text(ru: "выбыло", en: "gone")[language], .right),
      .init(Text(ru: "как было", en: "kept")[language], .right),
    ])
    for rows in report.tables where rows.kept + rows.added + rows.changed + rows.gone > 0 {
      table.add(
        [tableTitle(rows.table)[language]]
          + [rows.added, rows.changed, rows.gone, rows.kept].map { "\($0)" })
    }
    let title = Text(ru: "Редакция \(report.revision)\n", en: "Revision \(report.revision)\n")
    return title[language] + table.rendered(width: session.width)
  }

  static func text(of report: WithdrawalReport, in session: Session) -> String {
    let language = session.languages.tables
    let others = report.otherIDs.map(\.rawValue).joined(separator: ", ")
    let id =
      others.isEmpty
      ? Text(same: report.person.rawValue)
      : Text(ru: "\(report.person) (он же \(others))", en: "\(report.person), also \(others),")
    let title =
      report.isUnchanged
      ? Text(ru: "\(id.ru) отозван раньше.", en: "\(id.en) had withdrawn before.")
      : Text(
        ru: "\(id.ru) больше не участвует в подборах и выгрузках.",
        en: "\(id.en) takes part in no run and no export any more.")
    guard !report.fallen.isEmpty else {
      return (title + Text(ru: " Утверждённых пар нет.\n", en: " No approved pair falls.\n"))[
        language]
    }
    return (title + Text(ru: " Отпадают:\n", en: " These fall:\n"))[language]
      + rendered(report.fallen, in: session)
  }

  static func tableTitle(_ table: String) -> Text {
    switch table {
    case "mentor": Text(ru: "наставники", en: "mentors")
    case "mentee": Text(ru: "наставляемые", en: "mentees")
    case "mentee_request": Text(ru: "заявки", en: "requests")
    case "organization": Text(ru: "организации", en: "organizations")
    case "roster_entry": Text(ru: "контингент", en: "roster")
    case "bank_decision": Text(ru: "решения в таблице", en: "decisions of the table")
    case "companions": Text(ru: "вместе и врозь", en: "together and apart")
    default: Text(same: table)
    }
  }
}
