public import MentoringModel
public import Wording

/// Why a registry did not do what it was asked; whatever it held before, it holds still.
public enum RegistryFailure: Error, Sendable, Hashable {
  /// There is no file.
  case missing(path: String)
  /// A folder stands where the file should.
  case directory(path: String)
  /// The file is no database at all.
  case notADatabase(path: String)
  /// The file is the database of another program.
  case foreign(path: String)
  /// A newer version of the program made the file.
  case newer(path: String, version: Int, known: Int)
  /// The database is damaged.
  case corrupt(path: String)
  /// The file, or the folder around it, may not be written.
  case readOnly(path: String)
  /// The disk is full.
  case noRoom(path: String)
  /// The disk or the network failed.
  case inputOutput(path: String)
  /// Another process works on the registry and did not finish in time.
  case held(path: String, by: LockHolder?)
  /// Nothing was imported yet.
  case empty(path: String)
  /// A file of the user stands where one should be made.
  case exists(path: String)
  /// The folder is of another programme than the registry.
  case otherProgramme(path: String, registry: String, folder: String)
  /// The registry does not know the person.
  case unknownPerson(String, suggestion: String?)
  /// Nobody of this id was erased.
  case notErased(PersonID)
  /// No such pair was proposed.
  case notProposed(mentor: PersonID?, mentees: [PersonID], form: FormID?)
  /// The pair was proposed in several forms.
  case severalForms([FormID])
  /// There is no such run.
  case noRun(Int)
  /// There is no such decision to be undone.
  case noDecision(Int?)
  /// Of the pair something else was decided than whoever decides has seen.
  case overtaken(mentor: PersonID, mentees: [PersonID], form: FormID)
  /// Somebody was erased while a run was under way, and stands in its plan.
  case outdated(path: String)
  /// A person was erased, and what the file held before could not be overwritten yet.
  case erasing(path: String)
  /// A fault of the program: SQLite refused what should have been right.
  case fault(code: Int, message: String)

  /// What is the matter, where, and what to do.
  public var text: Text {
    switch self {
    case .missing(let path):
      Text(
        ru: "Реестра «\(path)» нет: проверьте путь или начните его командой import.",
        en: "There is no registry “\(path)”: check the path, or begin one with import.")
    case .directory(let path):
      Text(
        ru: "«\(path)» — папка, а реестр — один файл: укажите файл, например nastavnik.sqlite.",
        en: "“\(path)” is a folder, and a registry is one file: name one, say nastavnik.sqlite.")
    case .notADatabase(let path):
      Text(
        ru: "«\(path)» — не реестр и не база данных; файл не тронут. Укажите файл реестра.",
        en: "“\(path)” is no registry and no database; it was left alone. Name a registry.")
    case .foreign(let path):
      Text(
        ru: "«\(path)» — база данных другой программы; файл не тронут. Укажите файл реестра.",
        en: "“\(path)” is the database of another program; it was left alone. Name a registry.")
    case .newer(let path, let version, let known):
      Text(
        ru: "Реестр «\(path)» создан более новой программой (версия \(version), эта знает до "
          + "\(known)); файл не тронут. Обновите nastavnik.",
        en: "The registry “\(path)” is of a newer program (version \(version), this one knows "
          + "\(known)); it was left alone. Update nastavnik.")
    case .corrupt(let path):
      Text(
        ru: "Реестр «\(path)» повреждён; файл не тронут. Сделайте с него копию и вернитесь к "
          + "последней резервной (registry backup).",
        en: "The registry “\(path)” is damaged; it was left alone. Copy it and go back to the "
          + "latest backup (registry backup).")
    case .readOnly(let path):
      Text(
        ru: "В «\(path)» нельзя писать, ничего не изменено: проверьте права на файл и на папку "
          + "(рядом нужны файлы -wal и -shm) или скопируйте реестр туда, где писать можно.",
        en: "“\(path)” may not be written, nothing was changed: check the permissions of the file "
          + "and its folder (-wal and -shm stand beside it), or copy it to where you may write.")
    case .noRoom(let path):
      Text(
        ru: "На диске с «\(path)» нет места; в реестре всё осталось как было. Освободите место и "
          + "повторите.",
        en: "The disk of “\(path)” is full; the registry is as it was. Make room and try again.")
    case .inputOutput(let path):
      Text(
        ru: "Диск или сеть не дали прочитать или записать «\(path)»; в реестре всё осталось как "
          + "было. Проверьте их и повторите.",
        en: "The disk or the network failed while “\(path)” was read or written; the registry is "
          + "as it was. Check them and try again.")
    case .held(let path, let holder):
      (holder?.text ?? Text(ru: "Другая программа", en: "Another program"))
        + Text(
          ru: " работает с реестром «\(path)»; ничего не изменено. Подождите и повторите "
            + "(--wait — сколько секунд ждать).",
          en: " works on the registry “\(path)”; nothing was changed. Wait and try again "
            + "(--wait says how many seconds to wait).")
    case .empty(let path):
      Text(
        ru: "В реестре «\(path)» ещё ничего нет: начните с команды import.",
        en: "There is nothing in the registry “\(path)” yet: begin with import.")
    case .exists(let path):
      Text(
        ru: "«\(path)» уже есть; ничего не записано. Укажите другой файл.",
        en: "“\(path)” is there already; nothing was written. Name another file.")
    case .otherProgramme(let path, let registry, let folder):
      Text(
        ru: "Реестр «\(path)» ведётся для программы «\(registry)», а в папке — «\(folder)»; ничего "
          + "не изменено. У каждой программы свой реестр: укажите другой файл.",
        en: "The registry “\(path)” is of the programme “\(registry)”, the folder of “\(folder)”; "
          + "nothing was changed. Every programme has its registry: name another file.")
    case .unknownPerson(let id, let suggestion):
      Text(
        ru: "В реестре нет человека с кодом «\(id)»" + (suggestion.map { "; «\($0)»?" } ?? "."),
        en: "The registry has no one with the id “\(id)”" + (suggestion.map { "; “\($0)”?" } ?? ".")
      )
    case .notErased(let id):
      Text(
        ru:
          "Под кодом «\(id)» никто не стёрт, допускать некого; ничего не изменено. Код пишется как "
          + "в таблицах.",
        en:
          "Nobody was erased by the id “\(id)”, so there is nobody to admit; nothing was changed. "
          + "Write the id as the tables have it.")
    case .notProposed(let mentor, let mentees, let form):
      Self.notProposed(mentor, mentees, form)
    case .severalForms(let forms):
      Text(
        ru: "Эта пара предложена в нескольких формах: укажите --form "
          + forms.map(\.rawValue).joined(separator: ", --form ") + ".",
        en: "The pair was proposed in several forms: give --form "
          + forms.map(\.rawValue).joined(separator: " or --form ") + ".")
    case .noRun(let run):
      Text(
        ru: "Подбора \(run) в реестре нет: номера показывает registry history.",
        en: "The registry has no run \(run): registry history has the numbers.")
    case .noDecision(let id):
      id.map {
        Text(
          ru: "Решения \($0) нет или оно уже отменено: номера показывает registry history.",
          en: "There is no decision \($0), or it is undone: registry history has the numbers.")
      }
        ?? Text(
          ru: "Отменять нечего: действующих решений нет.",
          en: "There is nothing to undo: no decision stands.")
    case .overtaken(let mentor, let mentees, let form):
      Text(
        ru: "О паре \(Self.pair(mentor, mentees, form)) тем временем решили иначе; ничего не "
          + "изменено. Посмотрите на нынешнее решение и повторите.",
        en: "Of the pair \(Self.pair(mentor, mentees, form)) something else was decided meanwhile; "
          + "nothing was changed. Look at the decision as it is, and repeat.")
    case .outdated(let path):
      Text(
        ru: "Пока шёл подбор, из реестра «\(path)» стёрли человека; план не записан. Повторите.",
        en: "While the run was under way somebody was erased from the registry “\(path)”; the plan "
          + "was not recorded. Run it again.")
    case .erasing(let path):
      Text(
        ru: "Человек стёрт, но прежние страницы файла «\(path)» ещё не затёрты: реестр читает "
          + "другая программа или на диске нет места. Закройте её или освободите место и выполните "
          + "registry status.",
        en: "The person is erased, but older pages of “\(path)” are not overwritten yet: another "
          + "program reads the registry, or the disk is full. Close it or make room, and run "
          + "registry status.")
    case .fault(let code, let message):
      Text(
        ru: "Это ошибка программы (SQLite \(code): \(message)); в реестре всё осталось как было. "
          + "Сообщите о ней.",
        en: "This is a fault of the program (SQLite \(code): \(message)); the registry is as it "
          + "was. Report it.")
    }
  }

  private static func notProposed(
    _ mentor: PersonID?, _ mentees: [PersonID], _ form: FormID?
  ) -> Text {
    let meant = pair(mentor, mentees, form)
    return Text(
      ru: "В последнем подборе нет предложения: \(meant). Сначала match --registry; свою пару "
        + "закрепляет registry pin.",
      en: "The latest run proposes no such thing: \(meant). Run match --registry first; a pair of "
        + "your own is pinned with registry pin.")
  }

  /// A pair by its ids, as far as it is said.
  private static func pair(_ mentor: PersonID?, _ mentees: [PersonID], _ form: FormID?) -> String {
    let pair = [mentor?.rawValue, mentees.map(\.rawValue).joined(separator: " + ")]
      .compactMap { $0 }.filter { !$0.isEmpty }.joined(separator: " — ")
    return [pair, form?.rawValue ?? ""].filter { !$0.isEmpty }.joined(separator: ", ")
  }
}
