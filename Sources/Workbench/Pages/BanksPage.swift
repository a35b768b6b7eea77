import BankIO
import Foundation
import Hummingbird
import Matching
import MentoringModel
import NastavnikKit
import Reports
import Wording

/// The tables of the folder with what was found in them, coverage and shortages.
struct BanksPage {
  let page: Page
  let folder: StandingFolder
  let plan: StandingPlan?
  /// What would help; nil while it is looked for.
  let study: HelpfulChanges?
  let query: PageQuery

  private var words: Words { page.words }
  private var bank: Bank { folder.folder.bank }

  func response() throws -> Response {
    let table = BankTable(rawValue: query["table"] ?? "mentors")
    guard let table else { throw Refusal.unknown(query["table"] ?? "") }
    let remarks = RowRemarks(folder.findings, words)
    let rows = PeopleRows(folder: folder, remarks: remarks, words: words)
    let found = rows.found(in: table, query: query)
    let window = RowWindow("people", of: found.count, on: page, query: query)
    let general = folder.findings.filter { !rows.hasRow(for: $0) }
    return page.response(
      "banks",
      [
        "title": words("Базы", "Banks"), "tiles": tiles,
        "problem": plan == nil ? page.state.failure.map { words($0.pageText) } ?? "" : "",
        "loaded": query["loaded"].map { loaded($0) } ?? "", "next": next,
        "fileFindings": general.isEmpty
          ? false : ["findings": general.map { remarks.fields($0, placed: true) }] as Fields,
        "findingsTitle": words("Замечания к файлам", "Remarks on the files"),
        "hasTables": true, "tablesLabel": words("Таблицы", "Tables"),
        "tables": BankTable.allCases.map { tab($0, rows, isCurrent: $0 == table) },
        "table": table.rawValue, "query": query["q"] ?? "",
        "onlyFindings": query["only"] != nil,
        "searchLabel": words("Имя или слово", "A name or a word"),
        "onlyLabel": words("только с замечаниями", "only with remarks"),
        "show": words("Показать", "Show"),
        "people": found.isEmpty
          ? false
          : window.fields.with(["rows": found[window.range].map { rows.row($0, in: table) }]),
        "shown": words(Text(ru: "Найдено: \(found.count)", en: "Found: \(found.count)")),
        "problemsTitle": words("замечаний", "remarks"),
      ].with(upload).with(outlook))
  }

  private func loaded(_ names: String) -> String {
    words(Text(ru: "Загружено: \(names).", en: "Loaded: \(names)."))
      + (query["replaced"] == nil
        ? ""
        : words(
          " Прежние файлы — в папке replaced.", " The files before are in the folder replaced."))
  }

  /// What to do now.
  private var next: Any {
    let text: Text
    switch (bank.mentors.isEmpty, bank.mentees.isEmpty) {
    case (true, true):
      text = Text(
        ru: "Загрузите таблицы наставников и наставляемых. Если их ещё нет, скачайте пустые: это "
          + "книги Excel с пояснениями; заполните их и загрузите.",
        en: "Load the tables of mentors and of mentees. Where there are none yet, take the empty "
          + "ones: Excel workbooks with explanations; fill them in and load them.")
    case (true, false):
      text = Text(ru: "Загрузите таблицу наставников.", en: "Load the table of mentors.")
    case (false, true):
      text = Text(ru: "Загрузите таблицу наставляемых.", en: "Load the table of mentees.")
    case (false, false):
      guard page.state.job == nil, plan != nil else { return false }
      text =
        folder.findings.contains { $0.severity >= .error }
        ? Text(
          ru: "Исправьте ошибки в таблицах и загрузите их снова; пока пары подобраны без того, что "
            + "понять нельзя.",
          en:
            "Mend the errors in the tables and load them again; until then pairs are made without "
            + "what cannot be understood.")
        : Text(ru: "Таблицы прочитаны, пары подобраны.", en: "The tables are read, pairs are made.")
    }
    let isReady = !bank.mentors.isEmpty && !bank.mentees.isEmpty
    return [
      "text": words(text), "href": isReady ? SitePath.matching : "",
      "title": words("К парам", "To the pairs"),
    ] as Fields
  }

  private var tiles: [Fields] {
    let errors = folder.findings.count { $0.severity >= .error }
    let warnings = folder.findings.count { $0.severity == .warning }
    return [
      Piece.tile(words("Наставники", "Mentors"), "\(bank.mentors.count)"),
      Piece.tile(words("Наставляемые", "Mentees"), "\(bank.mentees.count)"),
      Piece.tile(words("Заявки", "Requests"), "\(bank.profiles.count)"),
      Piece.tile(words("Ошибки", "Errors"), "\(errors)", errors > 0 ? "bad" : "good"),
      Piece.tile(
        words("Предупреждения", "Warnings"), "\(warnings)", warnings > 0 ? "warn" : "good"),
    ]
  }

  private func tab(_ table: BankTable, _ rows: PeopleRows, isCurrent: Bool) -> Fields {
    let count = table == .mentors ? bank.mentors.count : bank.mentees.count
    let problems = rows.problems(in: table)
    return [
      "id": table.rawValue, "title": words(table.title), "count": count,
      "problems": problems > 0 ? "\(problems)" : "", "isCurrent": isCurrent,
    ]
  }

  private var upload: Fields {
    [
      "uploadTitle": words("Загрузить таблицы", "Load tables"),
      "uploadHint": words(
        "Перетащите сюда файлы Excel или CSV или выберите их. Что за таблица, программа узнает по "
          + "заголовкам.",
        "Drop Excel or CSV files here, or choose them. The program tells by the headings which "
          + "table it is."),
      "fileLabel": words("Файлы", "Files"), "kindLabel": words("Таблица", "Table"),
      "kindAuto": words("узнать по заголовкам", "tell by the headings"),
      "kinds": TableKind.allCases.map { ["id": $0.rawValue, "title": words($0.title)] as Fields },
      "uploadSubmit": words("Загрузить", "Load"),
      "templatesLabel": words("Пустые таблицы, чтобы заполнить:", "Empty tables to fill in:"),
      "templates": folder.folder.programme == nil
        ? false
        : [
          "files": TableKind.allCases.filter(\.hasTemplate).map {
            ["name": $0.rawValue + ".xlsx", "title": words($0.title)] as Fields
          }
        ] as Fields,
      "downloadsLabel": words("Сейчас в папке:", "In the folder now:"),
      "downloads": folder.folder.inputs.isEmpty
        ? false
        : [
          "files": folder.folder.inputs.filter { !$0.name.contains("/") }.map {
            ["name": $0.name, "title": $0.name] as Fields
          }
        ] as Fields,
    ]
  }

  private var outlook: Fields {
    let names = folder.names
    let targets = plan?.result.subject.plan.coverage ?? []
    return [
      "coverage": targets.isEmpty ? false : ["targets": targets.map(coverage)] as Fields,
      "coverageTitle": words("Охват", "Coverage"),
      "shortages": plan == nil || study.map { $0.gaps.isEmpty && !$0.isPartial } ?? false
        ? false
        : [
          "waits": study == nil ? words(.studying) : "",
          "partial": study?.isPartial ?? false ? words(.notAllTried) : "",
          "gaps": (study?.gaps ?? []).map { gap -> Fields in
            [
              "competency": names.map { words($0.programme.vocabulary.title(of: gap.competency)) }
                ?? "", "form": names.map { words($0.title(of: gap.form)) } ?? "",
              "asked": gap.asked, "unmet": gap.unmet, "mentors": gap.mentors,
              "places": gap.places, "gain": gap.gain.mentees > 0 ? "+\(gap.gain.mentees)" : "0",
            ]
          },
        ] as Fields,
      "shortageTitle": words("Каких компетенций не хватает", "Competencies that are short"),
      "shortageLead": words(
        "Для каждой план пересчитан с ещё одним наставником, у которого она есть.",
        "For each the plan was solved with one more mentor who has it."),
      "competencyTitle": words("Компетенция", "Competency"), "formTitle": words("Форма", "Form"),
      "headings": [
        words("Просят", "Asked"),
        words("Без наставника", "Unmet"), words("Наставников", "Mentors"),
        words("Мест", "Places"), words("Ещё один даст", "One more brings"),
      ],
    ]
  }

  private func coverage(_ result: CoverageResult) -> Fields {
    let share = result.total == 0 ? 0 : Text.hundredths(result.covered, of: result.total)
    let below = result.organizations.filter {
      $0.total > 0 && $0.covered * 100 < result.target.percent * $0.total
    }.sorted { $0.covered * $1.total < $1.covered * $0.total }
    return [
      "title": words(result.target.title), "width": Piece.width(share),
      "text": words(
        Text(
          ru: "\(result.covered) из \(result.total), цель \(result.target.percent) % "
            + (result.isReached ? "достигнута" : "не достигнута"),
          en: "\(result.covered) of \(result.total), target \(result.target.percent)% "
            + (result.isReached ? "reached" : "not reached"))),
      "organizations": below.prefix(5).map { one in
        let name =
          one.organization.flatMap { id in folder.names?.name(of: id) }
          ?? words("без организации", "no organization")
        return "\(name): "
          + words(
            Text(ru: "\(one.covered) из \(one.total)", en: "\(one.covered) of \(one.total)"))
      },
    ]
  }
}

/// The tables whose rows are people.
enum BankTable: String, CaseIterable {
  case mentors
  case mentees

  var title: Text {
    switch self {
    case .mentors: TableKind.mentors.title
    case .mentees: TableKind.mentees.title
    }
  }
}
