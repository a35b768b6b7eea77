import MentoringModel
import Wording

extension Flaw {
  static func wrongType(_ expected: Text) -> Flaw {
    Flaw(
      .error, code: "wrongType",
      Text(
        ru: "Здесь нужно другое: \(expected.ru).",
        en: "Something else belongs here: \(expected.en)."),
      advice: Text(
        ru: "Исправьте значение по образцу из описания файла.",
        en: "Mend the value as the description of the file shows."))
  }

  static func noNumber(_ text: String, _ range: ClosedRange<Int>) -> Flaw {
    Flaw(
      .error, code: "noNumber", value: text,
      Text(
        ru: "«\(quoted(text))» — не целое число от \(range.lowerBound) до \(range.upperBound).",
        en:
          "“\(quoted(text))” is not a whole number from \(range.lowerBound) to \(range.upperBound)."
      ),
      advice: Text(
        ru: "Исправьте число; пока действует обычное значение.",
        en: "Mend the number; until then the usual value holds."))
  }

  static func noSwitch(_ text: String) -> Flaw {
    Flaw(
      .error, code: "noSwitch", value: text,
      Text(
        ru: "«\(quoted(text))» — не true и не false.",
        en: "“\(quoted(text))” is neither true nor false."),
      advice: Text(ru: "Напишите true или false.", en: "Write true or false."))
  }

  static func noDay(_ text: String) -> Flaw {
    Flaw(
      .error, code: "noDay", value: text,
      Text(ru: "«\(quoted(text))» — не дата.", en: "“\(quoted(text))” is not a date."),
      advice: Text(ru: "Напишите, например, 2023-09-25.", en: "Write, for example, 2023-09-25."))
  }

  static func oneLanguage(_ text: String) -> Flaw {
    Flaw(
      .warning, code: "oneLanguage", value: text,
      Text(
        ru: "Текст «\(quoted(text))» дан на одном языке.",
        en: "The text “\(quoted(text))” is given in one language."),
      advice: Text(
        ru: "Допишите ru и en или оставьте простую строку.",
        en: "Write both ru and en, or a plain string."))
  }

  static func unknownWord(_ text: String, known: [String]) -> Flaw {
    let words = known.joined(separator: ", ")
    return Flaw(
      .error, code: "unknownWord", value: text,
      Text(ru: "«\(quoted(text))» здесь не известно.", en: "“\(quoted(text))” is not known here."),
      advice: Text(ru: "Возможны: \(words).", en: "Possible are: \(words).")
        + suggestion(nearMiss(of: text, among: known)))
  }

  static func missingKey(_ key: String) -> Flaw {
    Flaw(
      .error, code: "missingKey", value: key,
      Text(ru: "Нет ключа «\(key)».", en: "The key “\(key)” is missing."),
      advice: Text(ru: "Допишите его.", en: "Add it."))
  }

  static func duplicateKey(_ id: String) -> Flaw {
    Flaw(
      .error, code: "duplicateKey", value: id,
      Text(
        ru: "«\(quoted(id))» уже есть выше; это второе не учтено.",
        en: "“\(quoted(id))” stands above already; this one is not used."),
      advice: Text(ru: "Переименуйте или удалите его.", en: "Rename or remove it."))
  }
}
