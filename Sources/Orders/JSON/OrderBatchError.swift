public import Wording

/// Why a file is no batch that can be relied on.
public enum OrderBatchError: Error, Sendable, Hashable {
  /// It is not JSON.
  case notJSON(line: Int?)
  /// It is another document.
  case notABatch
  /// It was written by a newer version of the program.
  case newer(format: String)
  /// A member is missing or of another kind than it should be.
  case unsound(path: String)
  /// It was changed after it was written, or only a part of it has come.
  case changed
  /// A line of it was expected and another came.
  case misplaced(line: Int)

  /// What is the matter and what to do.
  public var text: Text {
    switch self {
    case .notJSON(let line?):
      Text(
        ru: "Строка \(line) пакета — не JSON: получите пакет заново.",
        en: "Line \(line) of the batch is not JSON: get the batch again.")
    case .notJSON(nil), .notABatch:
      Text(
        ru: "Это не пакет предложений: укажите файл, записанный командой batch.",
        en: "This is no batch of proposals: give a file that the command batch wrote.")
    case .newer(let format):
      Text(
        ru: "Пакет «\(format)» новее этой программы: она читает \(OrderBatchDocument.format). "
          + "Обновите программу.",
        en: "The batch “\(format)” is newer than this program, which reads "
          + "\(OrderBatchDocument.format). Update the program.")
    case .unsound(let path):
      Text(
        ru: "В пакете нет «\(path)» или там другое, чем нужно: получите пакет заново.",
        en: "The batch has no “\(path)”, or something else than is needed: get the batch again.")
    case .changed:
      Text(
        ru: "Пакет изменён или получен не целиком: его хеш не сходится. Получите пакет заново.",
        en: "The batch was changed or has come in part: its hash does not fit. Get it again.")
    case .misplaced(let line):
      Text(
        ru: "Строка \(line) пакета стоит не на своём месте: получите пакет заново.",
        en: "Line \(line) of the batch is out of place: get the batch again.")
    }
  }
}
