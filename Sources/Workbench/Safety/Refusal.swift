import HTTPTypes
import Hummingbird
import Wording

/// A request that is not answered as asked: why, with a status that programs understand.
struct Refusal: Error, Sendable {
  /// The status.
  var status: HTTPResponse.Status
  /// What is the matter.
  var title: Text
  /// What to do.
  var advice: Text
  /// Whether the connection ends, because more of the body may come.
  var closes = false
  /// The seconds after which to try again.
  var retryAfter: Int?
}

extension Refusal {
  static func foreignHost(_ hosts: [String]) -> Refusal {
    let list = hosts.joined(separator: ", ")
    return Refusal(
      status: .misdirectedRequest,
      title: Text(ru: "Этот адрес не обслуживается", en: "This address is not served here"),
      advice: Text(
        ru: "Откройте страницу по адресу, который напечатала программа: \(list).",
        en: "Open the page at the address that the program printed: \(list)."))
  }

  static let foreignOrigin = Refusal(
    status: .forbidden,
    title: Text(ru: "Запрос пришёл с чужой страницы", en: "The request came from another site"),
    advice: Text(
      ru: "Ничего не изменено. Вернитесь на страницу программы и повторите.",
      en: "Nothing was changed. Go back to the page of the program and try again."))

  static let wrongFormKey = Refusal(
    status: .forbidden,
    title: Text(ru: "Страница устарела", en: "The page is out of date"),
    advice: Text(
      ru: "Ничего не изменено. Обновите страницу и повторите.",
      en: "Nothing was changed. Load the page again and repeat."))

  static let notAdmitted = Refusal(
    status: .unauthorized,
    title: Text(ru: "Сначала откройте ссылку", en: "Open the link first"),
    advice: Text(
      ru: "Откройте адрес, который программа напечатала при запуске. Он действует один раз; чтобы "
        + "получить новый, запустите программу ещё раз.",
      en: "Open the address that the program printed when it started. It works once; to get a new "
        + "one, start the program again."))

  static let wrongPassword = Refusal(
    status: .unauthorized,
    title: Text(ru: "Пароль не подошёл", en: "The password is not right"),
    advice: Text(ru: "Проверьте раскладку и повторите.", en: "Check it and try again."))

  static let tooManyAttempts = Refusal(
    status: .tooManyRequests,
    title: Text(ru: "Слишком много попыток", en: "Too many attempts"),
    advice: Text(ru: "Подождите полминуты и повторите.", en: "Wait half a minute and try again."),
    retryAfter: 30)

  static func tooLarge(_ megabytes: Int) -> Refusal {
    Refusal(
      status: .contentTooLarge,
      title: Text(ru: "Файл слишком большой", en: "The file is too large"),
      advice: Text(
        ru: "За раз можно загрузить не больше \(megabytes) МБ. Ничего не изменено.",
        en: "At most \(megabytes) MB can be loaded at once. Nothing was changed."),
      closes: true)
  }

  static let tooSlow = Refusal(
    status: .requestTimeout,
    title: Text(ru: "Загрузка не закончилась вовремя", en: "The upload did not end in time"),
    advice: Text(ru: "Ничего не изменено. Повторите.", en: "Nothing was changed. Try again."),
    closes: true)

  static let badForm = Refusal(
    status: .badRequest,
    title: Text(ru: "Запрос не понят", en: "The request is not understood"),
    advice: Text(
      ru: "Ничего не изменено. Обновите страницу и повторите.",
      en: "Nothing was changed. Load the page again and repeat."))

  static let noPage = Refusal(
    status: .notFound,
    title: Text(ru: "Такой страницы нет", en: "There is no such page"),
    advice: Text(
      ru: "Проверьте адрес или начните с баз.", en: "Check the address or start from the banks.")
  )

  /// An id that the banks do not have.
  static func unknown(_ id: String) -> Refusal {
    Refusal(
      status: .notFound,
      title: Text(ru: "Такого нет: «\(id)»", en: "There is no “\(id)”"),
      advice: Text(
        ru: "Возможно, база с тех пор изменилась. Вернитесь к подбору.",
        en: "The bank may have changed since. Go back to the matching."))
  }

  /// Something that another window, another program or the data is in the way of.
  static func conflict(_ title: Text, _ advice: Text) -> Refusal {
    Refusal(status: .conflict, title: title, advice: advice)
  }

  static let fault = Refusal(
    status: .internalServerError,
    title: Text(ru: "Ошибка программы", en: "A fault of the program"),
    advice: Text(
      ru: "Данные целы. Повторите; если не поможет, перезапустите программу.",
      en: "The data is safe. Try again; if that does not help, start the program anew."))
}
