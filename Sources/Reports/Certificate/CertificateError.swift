public import AssignmentKernel
public import Wording

/// Why a file is no certificate that can be checked.
public enum CertificateError: Error, Sendable, Hashable {
  /// The text is no JSON, or a member is missing or of another kind.
  case malformed(path: String)
  /// The file has another format or version.
  case format(String)
  /// The status is none of those that exist.
  case status(String)
  /// Lists that belong together differ in length.
  case lengths(path: String)
  /// An arc names a row or column that does not exist, or has too few or too many weights.
  case arc(Int)
  /// Groups stand in each other in a circle, too deep, or out of order.
  case groups(Side)
  /// A chosen pair is not an arc.
  case chosenPair(row: Int, column: Int)
  /// The file goes with an instance and holds none itself.
  case noInstance
  /// The parts do not make a problem.
  case problem(ProblemError)

  /// What is the matter and what to do, in both languages.
  public var text: Text {
    switch self {
    case .malformed(let path):
      Text(
        ru: "Свидетельство испорчено (\(path)): возьмите файл, который записала программа.",
        en: "The certificate is damaged (\(path)): take the file as the program wrote it.")
    case .format(let found):
      Text(
        ru: "Формат «\(found)» неизвестен: нужен \(CertificateDocument.format).",
        en: "Format “\(found)” is unknown: \(CertificateDocument.format) is needed.")
    case .status(let found):
      Text(ru: "Состояния «\(found)» нет.", en: "There is no status “\(found)”.")
    case .lengths(let path):
      Text(
        ru: "Списки в «\(path)» разной длины: свидетельство испорчено.",
        en: "The lists in “\(path)” differ in length: the certificate is damaged.")
    case .arc(let arc):
      Text(
        ru: "Дуга \(arc) испорчена: нет такой строки, столбца или веса.",
        en: "Arc \(arc) is damaged: no such row, column or weight.")
    case .groups(.row):
      Text(
        ru: "Группы строк вложены неверно: свидетельство испорчено.",
        en: "The groups of rows are nested wrongly: the certificate is damaged.")
    case .groups(.column):
      Text(
        ru: "Группы столбцов вложены неверно: свидетельство испорчено.",
        en: "The groups of columns are nested wrongly: the certificate is damaged.")
    case .chosenPair(let row, let column):
      Text(
        ru: "Выбранной пары (\(row), \(column)) нет среди дуг задачи.",
        en: "The chosen pair (\(row), \(column)) is no arc of the problem.")
    case .noInstance:
      Text(
        ru: "В свидетельстве нет задачи: укажите файл задачи и --certificate.",
        en: "The certificate holds no problem: name the instance and use --certificate.")
    case .problem(let error): error.text
    }
  }
}
