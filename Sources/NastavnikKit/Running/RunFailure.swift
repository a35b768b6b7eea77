public import AssignmentKernel
public import Matching
public import MentoringModel
public import Registry
public import Reports
public import Wording

/// Why a run gave no plan, or its files could not be written.
public enum RunFailure: Error, Sendable, Hashable {
  /// A folder or file that should be read does not exist.
  case missing(path: String)
  /// A file exists and cannot be read.
  case unreadable(path: String)
  /// Nothing can be matched until the findings are mended.
  case unusableData([Finding])
  /// A form that the programme does not have.
  case unknownForm(String, suggestion: String?)
  /// A person whom the banks do not have, or more than one.
  case unknownPerson(String, suggestion: String?)
  /// A topic that the programme does not have.
  case unknownTopic(String, suggestion: String?, topics: [Text])
  /// A variant that was not solved.
  case unknownVariant(String, suggestion: String?)
  /// No plan gives up so few old pairs.
  case tooFewChanges(atLeast: Int)
  /// A file that should be a plan is none.
  case noPlan(path: String)
  /// The time was up before the best plan was proved, so that no question has an exact answer.
  case unproved
  /// The banks have so many possible pairs that a plan that stays in memory can't be asked.
  case tooManyPairs(limit: Int)
  /// Goals that are not weighed against each other together.
  case goalsTogether
  /// The banks make no problem: a capacity is beyond what a problem can hold.
  case problem(ProblemError)
  /// A certificate cannot be checked.
  case certificate(CertificateError)
  /// The solver gave no answer.
  case solver(SolverFailure)
  /// The verifier does not confirm what the solver claims; the plan is not shown.
  case unconfirmed(solver: String, status: SolveStatus, violation: Text?)
  /// Files of the user stand where output should go.
  case outputExists([String])
  /// Copies of the tables would be written over the tables.
  case outputIsInput(path: String)
  /// A registry did not do what it was asked.
  case registry(RegistryFailure)
  /// Output cannot be written to a path.
  case unwritable(path: String)
  /// Another program changes the files of a folder and does not end.
  case held(path: String)

  /// What is the matter and what to do, in both languages.
  public var text: Text {
    switch self {
    case .missing(let path):
      Text(
        ru: "Нет файла или папки «\(path)»: проверьте путь или создайте папку командой init.",
        en: "There is no “\(path)”: check the path, or make a folder with init.")
    case .unreadable(let path):
      Text(
        ru: "Не удаётся прочитать «\(path)»: проверьте права доступа.",
        en: "“\(path)” cannot be read: check its permissions.")
    case .unusableData:
      Text(
        ru: "Подбор невозможен, пока не исправлены препятствия в данных.",
        en: "Nothing can be matched until the fatal findings are mended.")
    case .unknownForm(let name, let suggestion):
      Text(
        ru: "В программе нет формы «\(name)»"
          + (suggestion.map { "; может быть, «\($0)»?" } ?? "."),
        en: "The programme has no form “\(name)”" + (suggestion.map { "; “\($0)”?" } ?? "."))
    case .unknownPerson(let name, let suggestion):
      Text(
        ru: "В базах нет человека «\(name)» или такое имя не одно"
          + (suggestion.map { "; может быть, «\($0)»?" } ?? "."),
        en: "The banks have no “\(name)”, or more than one"
          + (suggestion.map { "; “\($0)”?" } ?? "."))
    case .unknownTopic(let name, let suggestion, let topics):
      Text(
        ru: "В программе нет темы «\(name)»" + (suggestion.map { "; может быть, «\($0)»?" } ?? "."),
        en: "The programme has no topic “\(name)”" + (suggestion.map { "; “\($0)”?" } ?? "."))
        + (topics.isEmpty
          ? Text(ru: " Групп она не собирает.", en: " It makes no groups.")
          : Text(ru: " Группы собирают по темам: ", en: " It makes groups about: ")
            + topics.joined(separator: ", ") + Text(same: "."))
    case .unknownVariant(let name, let suggestion):
      Text(
        ru: "Варианта «\(name)» нет" + (suggestion.map { "; может быть, «\($0)»?" } ?? "."),
        en: "There is no variant “\(name)”" + (suggestion.map { "; “\($0)”?" } ?? "."))
    case .tooFewChanges(let least):
      QuestionFailure.tooFewChanges(atLeast: least).text
    case .noPlan(let path):
      Text(
        ru: "«\(path)» — не план: укажите plan.json, записанный командой match.",
        en: "“\(path)” is no plan: give a plan.json that match wrote.")
    case .unproved:
      Text(
        ru: "Лучший план не доказан за отведённое время: дайте больше времени (--time-limit).",
        en: "The best plan was not proved within the time: allow more of it (--time-limit).")
    case .tooManyPairs(let limit):
      Text(
        ru: "В базах больше \(limit / 1_000_000) миллионов возможных пар, и на странице о плане не "
          + "спросить: спросите командами explain и whatif.",
        en: "The banks have more than \(limit / 1_000_000) million possible pairs, so the page "
          + "can't be asked about the plan: ask by the commands explain and whatif.")
    case .goalsTogether: QuestionFailure.goalsTogether.text
    case .problem(let error): error.text
    case .certificate(let error): error.text
    case .solver(let failure): failure.text
    case .unconfirmed(let solver, let status, let violation):
      Text(
        ru:
          "Проверка не подтвердила ответ решателя \(solver) (\(status.rawValue)); план не показан. "
          + "Это ошибка программы: возьмите другой решатель и сообщите о ней.",
        en:
          "The answer of solver \(solver) (\(status.rawValue)) was not confirmed and is not shown. "
          + "This is a fault of the program: use another solver and report it.")
        + (violation.map { Text(same: " ") + $0 } ?? Text(same: ""))
    case .outputExists(let paths):
      Text(
        ru: "Уже есть: \(paths.joined(separator: ", ")). Ничего не записано; укажите --force или "
          + "другую папку.",
        en: "Already there: \(paths.joined(separator: ", ")). Nothing was written; use --force or "
          + "another folder.")
    case .outputIsInput(let path):
      Text(
        ru: "«\(path)» — папка самой программы: для копий укажите другую.",
        en: "“\(path)” is the programme folder itself: name another one for the copies.")
    case .held(let path):
      Text(
        ru: "Папку «\(path)» сейчас меняет другая программа: подождите и повторите.",
        en: "Another program is changing “\(path)”: wait and try again.")
    case .registry(let failure): failure.text
    case .unwritable(let path):
      Text(
        ru: "Не удаётся записать «\(path)»: проверьте путь, права и место на диске.",
        en: "“\(path)” cannot be written: check the path, its permissions and the disk.")
    }
  }
}

extension RunFailure {
  /// A question that has no answer.
  public init(_ failure: QuestionFailure) {
    self =
      switch failure {
      case .problem(let error): .problem(error)
      case .solver(let failure): .solver(failure)
      case .tooFewChanges(let least): .tooFewChanges(atLeast: least)
      case .unproved: .unproved
      case .goalsTogether: .goalsTogether
      }
  }
}
