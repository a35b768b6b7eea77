import BankIO
import Foundation
import Hummingbird
import MentoringModel
import NastavnikKit
import Reports
import Wording

/// What was decided, by whom and when, and how to take it back.
struct DecisionsPage {
  /// The history shows so many entries.
  private static let mostEntries = 200

  let page: Page
  let folder: StandingFolder
  let names: ReportNames
  let history: [HistoryEntry]
  /// Where the decisions are kept.
  let place: Text
  let query: PageQuery

  private var words: Words { page.words }
  private var bank: Bank { folder.folder.bank }

  func response() -> Response {
    let search = RowSearch(query["q"])
    let found = folder.decisions.filter {
      search.finds([
        names.name(of: $0.mentor), names.name(of: $0.mentee), words(Piece.title($0.kind)),
      ])
    }
    let window = RowWindow("decided", of: found.count, on: page, query: query)
    return page.response(
      "decisions",
      [
        "title": words("Решения", "Decisions"),
        "lead": words(
          Text(
            ru: "Закреплённые и утверждённые пары остаются при каждом новом подборе, запрещённые и "
              + "отклонённые не предлагаются. ",
            en: "Fixed and approved pairs stay in every new matching; forbidden and turned down "
              + "ones are not proposed. ") + place),
        "newTitle": words("Новое решение", "A new decision"),
        "formLabel": words("Форма", "Form"),
        "pin": words(Piece.action(.pin)), "forbid": words(Piece.action(.forbid)),
        "forms": names.programme.forms.map {
          [
            "id": $0.id.rawValue, "title": words($0.title),
            "isCurrent": $0.id.rawValue == query["form"],
          ] as Fields
        },
        "mentorField": field(.mentor, Text(ru: "Наставник", en: "Mentor")),
        "menteeField": field(.mentee, Text(ru: "Наставляемый", en: "Mentee")),
        "standingTitle": words("Действуют сейчас", "Standing now"),
        "nothing": words("Решений пока нет.", "No decisions yet."),
        "hasDecisions": !folder.decisions.isEmpty, "wholeForms": bank.formDecisions.map(whole),
        "shown": words(Text(ru: "Найдено: \(found.count)", en: "Found: \(found.count)")),
        "decisions": found.isEmpty
          ? false : window.fields.with(["rows": found[window.range].map(row)]),
        "back": page.address,
        "searchLabel": words("Имя или слово", "A name or a word"), "query": query["q"] ?? "",
        "show": words("Показать", "Show"), "historyTitle": words("История", "History"),
        "hasHistory": !history.isEmpty,
        "noHistory": words("На этой странице ещё ничего не решали.", "Nothing decided here yet."),
        "history": entries, "undone": words("отменено", "undone"), "undo": undo,
      ])
  }

  private func field(_ side: PeopleChoice.Side, _ label: Text) -> Fields {
    PersonField(
      side: side, label: label, people: PeopleChoice(side, of: bank, names), words: words,
      page: page.kind, typed: query[side.rawValue]
    ).fields
  }

  private func row(_ decision: Decision) -> Fields {
    let (mentor, mentee) = (names.name(of: decision.mentor), names.name(of: decision.mentee))
    return [
      "kind": decision.kind.rawValue, "title": words(Piece.title(decision.kind)),
      "mentor": mentor, "mentee": mentee, "by": decision.decidedBy,
      "on": decision.decidedOn?.dotted ?? "",
      "form": decision.form.map { words(names.title(of: $0)) }
        ?? words("во всех формах", "in every form"),
      "place": told(decision.source),
      "remove": remove(decision),
    ]
  }

  private func told(_ place: SourceLocation) -> String {
    let isKept = place.file == DecisionLedger.sourceFile
    let row = place.row.map {
      isKept ? "№ \($0)" : words(Text(ru: "строка \($0)", en: "row \($0)"))
    }
    return [isKept ? words("реестр", "registry") : place.file, row ?? ""]
      .filter { !$0.isEmpty }.joined(separator: ", ")
  }

  /// A decision about a whole form, with a button that takes it back.
  private func whole(_ decision: FormDecision) -> Fields {
    let form = words(names.title(of: decision.form))
    return [
      "title": form, "by": decision.decidedBy, "on": decision.decidedOn?.dotted ?? "",
      "place": told(decision.source), "key": page.visitor.formKey, "back": page.address,
      "kind": decision.kind == .approve ? "good" : "bad",
      "note": decision.kind == .approve
        ? words(.approvedWhole)
        : words(
          "Форма отклонена целиком строкой таблицы решений: в ней ничего не предлагается.",
          "A row of the table of decisions turns the form down whole: nothing is proposed in it."),
      "button": FormButton(kind: decision.kind, form: decision.form).value,
      "action": words(Piece.action(nil)),
    ]
  }

  private func remove(_ decision: Decision) -> Any {
    guard let form = decision.form ?? names.programme.forms.first?.id else { return false }
    let seen = folder.decisions.standing(decision.mentor, decision.mentee, in: form)
    let button = DecisionButton(
      kind: nil, seen: [seen], form: form, mentor: decision.mentor, mentees: [decision.mentee])
    return ["value": button.value, "title": words(Piece.action(nil))] as Fields
  }

  private var undo: Any {
    guard let last = history.undoable else { return false }
    return [
      "number": last.number ?? 0, "title": words("Отменить", "Undo"),
      "last": words(Text(ru: "Последнее: ", en: "Last: ")) + told(last),
      "key": page.visitor.formKey,
    ] as Fields
  }

  private var entries: [Fields] {
    history.prefix(Self.mostEntries).map { entry in
      [
        "at": entry.at, "time": entry.at.replacing("T", with: " ").replacing("Z", with: " UTC"),
        "text": told(entry) + (entry.by.isEmpty ? "" : " (\(entry.by))"),
        "isUndone": entry.isUndone,
      ]
    }
  }

  /// An entry in words; of many pairs the first few are named.
  private func told(_ entry: HistoryEntry) -> String {
    let head = words(entry.act.text)
    let pairs = entry.pairs.prefix(3).map { pair in
      names.name(of: pair.mentor) + " → " + names.name(of: pair.mentee)
    }
    if case .tookFormBack(_, let form) = entry.act {
      return (entry.number.map { "№ \($0): " } ?? "") + head + " — " + words(names.title(of: form))
    }
    let more = entry.pairs.count - pairs.count
    let rest = more > 0 ? words(Text(ru: " и ещё \(more)", en: " and \(more) more")) : ""
    let number = entry.number.map { "№ \($0): " } ?? ""
    return number + head
      + (pairs.isEmpty ? "" : " — " + pairs.joined(separator: "; ") + rest)
  }
}

extension HistoryEntry.Act {
  /// What was done, in words.
  fileprivate var text: Text {
    switch self {
    case .decided(let kind): Piece.title(kind)
    case .tookBack(let kind):
      Text(ru: "снято: ", en: "taken back: ") + (kind.map { Piece.title($0) } ?? Text(same: ""))
    case .tookFormBack(let kind, _):
      kind == .approve
        ? Text(ru: "снято утверждение формы", en: "the approval of a form was taken back")
        : Text(ru: "снято отклонение формы", en: "the rejection of a form was taken back")
    case .undid(let number):
      Text(ru: "отменено решение № \(number)", en: "decision \(number) was undone")
    case .imported(let bank):
      Text(ru: "таблицы прочитаны, база № \(bank)", en: "tables read in, bank \(bank)")
    case .ran(let run, let pairs):
      Text(ru: "подбор № \(run): ", en: "run \(run): ") + Noun.pair.counted(pairs)
    case .withdrew: Text(ru: "отозвано согласие", en: "a consent was withdrawn")
    case .erased: Text(ru: "человек стёрт", en: "a person was erased")
    case .admitted:
      Text(ru: "стёртый раньше допущен снова", en: "somebody who was erased may come back")
    case .exported: Text(ru: "реестр выгружен", en: "the registry was exported")
    case .backedUp: Text(ru: "сделана копия реестра", en: "the registry was copied")
    }
  }
}
