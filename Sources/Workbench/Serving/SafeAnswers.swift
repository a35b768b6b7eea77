import HTTPTypes
import Hummingbird
import Logging
import MentoringModel
import NIOCore
import NastavnikKit
import Registry
import Wording

/// Gives every answer the headers that keep a page to itself, and every failure a page.
struct SafeAnswers: RouterMiddleware {
  let language: Language
  let access: Access
  let cookie: String

  func handle(
    _ request: Request, context: PageContext,
    next: NextResponder
  ) async throws -> Response {
    var response: Response
    do {
      response = try await next(request, context)
    } catch {
      let refusal = Self.refusal(for: error)
      // Neither the query nor the form: names may stand there.
      context.logger.notice(
        "refused",
        metadata: [
          "method": "\(request.method)", "path": "\(context.endpointPath ?? "-")",
          "status": "\(refusal.status.code)",
        ])
      // The guards that found out who asks are behind.
      let visitor = request.cookies[cookie].flatMap { access.visitor($0.value) }
      response =
        RefusalPage(refusal, visitor?.language ?? language, visitor?.theme ?? .auto).response
      if refusal.closes { Self.close(context.channel) }
    }
    for (name, value) in Self.headers { response.headers[name] = value }
    if response.headers[.cacheControl] == nil { response.headers[.cacheControl] = "no-store" }
    return response
  }

  private static func refusal(for error: any Error) -> Refusal {
    switch error {
    case let refusal as Refusal: refusal
    case let failure as RunFailure: Refusal(failure)
    case let error as any HTTPResponseError where error.status == .notFound: .noPage
    case let error as any HTTPResponseError where error.status.code < 500:
      Refusal(status: error.status, title: Refusal.badForm.title, advice: Refusal.badForm.advice)
    default: .fault
    }
  }

  /// More of the body may come; nobody will read it.
  private static func close(_ channel: any Channel) {
    channel.eventLoop.scheduleTask(in: .seconds(1)) { channel.close(promise: nil) }
  }

  private static let headers: [(HTTPField.Name, String)] = [
    (
      "Content-Security-Policy",
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; "
        + "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    ),
    ("X-Content-Type-Options", "nosniff"),
    ("X-Frame-Options", "DENY"),
    // Without a referrer at all, browsers would hide the origin of forms too.
    ("Referrer-Policy", "same-origin"),
    ("Cross-Origin-Opener-Policy", "same-origin"),
    ("Cross-Origin-Resource-Policy", "same-origin"),
    ("Permissions-Policy", "camera=(), geolocation=(), microphone=()"),
    ("X-Robots-Tag", "noindex"),
  ].compactMap { name, value in HTTPField.Name(name).map { ($0, value) } }
}

extension Refusal {
  /// What a failure of the library is to a browser.
  init(_ failure: RunFailure) {
    let status: HTTPResponse.Status =
      switch failure {
      case .missing, .unknownForm, .unknownPerson, .unknownTopic, .unknownVariant:
        .notFound
      case .held, .registry(.held), .registry(.erasing): .serviceUnavailable
      case .registry(.unknownPerson), .registry(.notProposed), .registry(.noRun): .notFound
      case .registry(.noDecision), .registry(.overtaken), .registry(.outdated): .conflict
      case .registry(.readOnly), .registry(.noRoom), .registry(.inputOutput),
        .registry(.corrupt), .registry(.fault):
        .internalServerError
      case .unwritable, .unconfirmed: .internalServerError
      default: .unprocessableContent
      }
    self.init(
      status: status, title: Text(ru: "Не получилось", en: "That did not work"),
      advice: failure.pageText, retryAfter: status == .serviceUnavailable ? 5 : nil)
  }
}

extension RunFailure {
  /// What is the matter and what to do, for those who see pages and no command line.
  var pageText: Text {
    if case .unproved = self {
      return Text(
        ru: "План ещё не доказан: поиск прервали, или ему не хватило времени. На странице «Подбор» "
          + "его можно начать заново или искать дольше.",
        en: "The plan is not proved yet: the search was ended, or its time did not suffice. On the "
          + "page “Matching” it can be begun anew, or given longer.")
    }
    guard case .registry(.held(_, let holder)) = self else { return text }
    let who =
      holder.map {
        Text(
          ru: "команда «\($0.command)» (компьютер \($0.host), процесс \($0.process))",
          en: "the command “\($0.command)” (host \($0.host), process \($0.process))")
      } ?? Text(ru: "другая программа", en: "another program")
    return Text(
      ru: "С реестром сейчас работает \(who.ru). Ничего не изменено и ничего не потеряно: "
        + "подождите, пока она закончит, и повторите.",
      en: "\(who.en) works on the registry just now. Nothing was changed and nothing is lost: wait "
        + "until it is done, and repeat.")
  }
}
