import MentoringModel
import Registry
import Reports
import Wording

extension RegistryTables {
  static func text(of status: RegistryStatus, in session: Session) -> String {
    let language = session.languages.tables
    var table = TextTable([
      .init(Text(ru: "Реестр", en: "Registry")[language]), .init(status.programme, .elastic),
    ])
    func add(_ title: Text, _ value: Text) { table.add([title[language], value[language]]) }
    add(Text(ru: "редакция базы", en: "revision of the bank"), Text(same: "\(status.revision)"))
    if let act = status.lastImport {
      add(Text(ru: "внесена", en: "imported"), act.text)
    }
    for name in [
      "mentor", "mentee", "mentee_request", "organization", "roster_entry", "bank_decision",
      "companions",
    ] {
      guard let count = status.rows[name], count > 0 else { continue }
      add(tableTitle(name), Text(same: "\(count)"))
    }
    add(
      Text(ru: "прежние версии строк", en: "former versions of rows"),
      Text(same: "\(status.formerRows)"))
    add(
      Text(ru: "отозвали согласие, стёрты", en: "withdrawn, erased"),
      Text(same: "\(status.withdrawn), \(status.purged)"))
    if let run = status.lastRun {
      add(
        Text(ru: "последний подбор", en: "latest run"),
        Text(same: "\(run.id), ") + run.act.text + Text(same: ", \(run.solver), \(run.status)"))
    }
    for (state, title) in Self.states {
      guard let count = status.pairs[state] else { continue }
      add(title, Noun.pair.counted(count))
    }
    add(Text(ru: "файл", en: "file"), soundness(of: status))
    if let holder = status.holder {
      add(
        Text(ru: "сейчас работает", en: "at work just now"),
        Text(same: "\(holder.command), \(holder.host), \(holder.process), \(holder.since)"))
    }
    return table.rendered(width: session.width)
  }

  private static let states: [(String, Text)] = [
    ("proposed", Text(ru: "предложено", en: "proposed")),
    ("approved", Text(ru: "утверждено", en: "approved")),
    ("rejected", Text(ru: "отклонено", en: "rejected")),
    ("fallen", Text(ru: "отпало", en: "fallen")),
  ]

  private static func soundness(of status: RegistryStatus) -> Text {
    let size = Text(ru: "\(status.bytes / 1024) КиБ, ", en: "\(status.bytes / 1024) KiB, ")
    guard status.isSound else {
      return size
        + Text(
          ru: "повреждён: вернитесь к резервной копии", en: "damaged: go back to a backup")
    }
    guard let entry = status.brokenSeal else {
      return size + Text(ru: "цел, журнал не изменён", en: "sound, audit unchanged")
    }
    return size
      + Text(
        ru: "журнал изменён с записи \(entry)", en: "the audit was changed from entry \(entry) on")
  }
}

extension RecordedDecision.Act {
  /// Who and when.
  var text: Text { Text(same: "\(at), \(by)") }
}

extension RecordedDecision.Kind {
  /// The kind in a word.
  var title: Text {
    switch self {
    case .pin: Text(ru: "закрепить", en: "pin")
    case .ban: Text(ru: "запретить", en: "ban")
    case .approve: Text(ru: "утвердить", en: "approve")
    case .reject: Text(ru: "отклонить", en: "reject")
    case .withdraw: Text(ru: "отозвать", en: "withdraw")
    }
  }
}

extension RegisteredPerson.State {
  /// The state in a word.
  var title: Text {
    switch self {
    case .present: Text(ru: "в базе", en: "present")
    case .gone: Text(ru: "выбыл", en: "gone")
    case .withdrawn: Text(ru: "отозван", en: "withdrawn")
    case .purged: Text(ru: "стёрт", en: "erased")
    }
  }
}

extension PairStanding {
  /// The state in words, with who decided and when.
  var stateText: Text {
    guard withdrawn.isEmpty else {
      let names = withdrawn.map(\.rawValue).joined(separator: ", ")
      return Text(ru: "отпала: отозван \(names)", en: "fallen: \(names) withdrew")
    }
    return switch state {
    case .proposed where isPinned: Text(ru: "закреплена", en: "pinned")
    case .proposed: Text(ru: "предложена", en: "proposed")
    case .approved(let act): Text(ru: "утверждена, ", en: "approved, ") + act.text
    case .rejected(let act): Text(ru: "отклонена, ", en: "rejected, ") + act.text
    }
  }
}

extension AuditEntry {
  /// What an act was about.
  var about: Text {
    var parts: [Text] = []
    if let form { parts.append(Text(same: form.rawValue)) }
    if !people.isEmpty {
      parts.append(Text(same: people.map(\.rawValue).joined(separator: " — ")))
    }
    if let run { parts.append(Text(ru: "подбор \(run)", en: "run \(run)")) }
    if let revision { parts.append(Text(ru: "редакция \(revision)", en: "revision \(revision)")) }
    let words: [(String, Text)] = [
      ("added", Text(ru: "новых", en: "added")), ("changed", Text(ru: "изменено", en: "changed")),
      ("gone", Text(ru: "выбыло", en: "gone")), ("pairs", Text(ru: "пар", en: "pairs")),
      ("people", Text(ru: "людей", en: "people")),
    ]
    for (key, word) in words {
      if let count = counts[key] { parts.append(word + Text(same: ": \(count)")) }
    }
    return parts.joined(separator: ", ")
  }
}

extension AuditEntry.Action {
  /// The act in a word.
  var title: Text {
    switch self {
    case .importing: Text(ru: "внесена база", en: "import")
    case .run: Text(ru: "подбор", en: "run")
    case .pin: Text(ru: "закреплено", en: "pin")
    case .ban: Text(ru: "запрещено", en: "ban")
    case .approve: Text(ru: "утверждено", en: "approve")
    case .reject: Text(ru: "отклонено", en: "reject")
    case .withdraw: Text(ru: "отзыв согласия", en: "withdraw")
    case .undo: Text(ru: "отмена решения", en: "undo")
    case .purge: Text(ru: "стирание", en: "purge")
    case .admit: Text(ru: "допущен снова", en: "admit")
    case .export: Text(ru: "выгрузка", en: "export")
    case .backup: Text(ru: "резервная копия", en: "backup")
    }
  }
}
