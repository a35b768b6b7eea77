import Foundation
import HTTPTypes
import Hummingbird
import Logging
import NIOCore
import NastavnikKit
import Wording

/// The pages over a folder: guards, then routes.
struct Site: Sendable {
  let desk: Desk
  let access: Access
  let addresses: SiteAddresses
  /// The language of pages that nobody has chosen a language for.
  let language: Language
  /// The name of the cookie; of two workbenches on one computer each has its own.
  let cookie: String
  /// How much may be loaded at once, and for how long.
  let upload: BodyReader
  /// Who decides, where the command said so.
  var curator = ""

  /// The folder that is open.
  var workspace: Workspace { desk.current }

  /// The routes behind their guards.
  func router() -> Router<PageContext> {
    let router = Router(context: PageContext.self)
    router.addMiddleware {
      SafeAnswers(language: language, access: access, cookie: cookie)
      HostGuard(addresses: addresses)
      VisitorGuard(access: access, cookie: cookie)
      FormGuard(addresses: addresses, upload: upload)
      DeskGuard(desk: desk)
    }
    addEntrance(to: router)
    addFolders(to: router)
    addPages(to: router)
    addActions(to: router)
    addDownloads(to: router)
    return router
  }

  /// The application, not yet listening.
  func application(
    on address: BindAddress, logger: Logger,
    whenListening: @escaping @Sendable (any Channel) async -> Void = { _ in }
  ) -> some ApplicationProtocol {
    Application(
      router: router(), server: .http1(configuration: .init(idleTimeout: .seconds(75))),
      configuration: ApplicationConfiguration(address: address),
      services: [StreamCloser(events: desk.events)], onServerRunning: whenListening,
      logger: logger)
  }
}

extension Site {
  private func addEntrance(to router: Router<PageContext>) {
    router.get("/open") { request, context -> Response in
      let key = PageQuery(request.uri.query)["key"] ?? ""
      guard let visitor = access.admit(key: key) else {
        guard context.visitor != nil else { throw Refusal.notAdmitted }
        return .moved(to: SitePath.banks)
      }
      return .moved(to: SitePath.banks, settingCookie: cookie, to: visitor.id)
    }
    router.get("/sign-in") { _, context -> Response in
      guard context.visitor == nil, access.hasPassword else { return .moved(to: SitePath.banks) }
      return signIn(nil)
    }
    router.post("/sign-in") { _, context -> Response in
      let password = context.form["password"] ?? ""
      let access = access
      switch try await workspace.make({ access.admit(password: password) }) {
      case .admitted(let visitor):
        return .moved(to: SitePath.banks, settingCookie: cookie, to: visitor.id)
      case .refused: return signIn(.wrongPassword)
      case .tooOften: return signIn(.tooManyAttempts)
      }
    }
    router.get("/assets/:stamp/:name") { request, context -> Response in
      guard let name = context.parameters.get("name"), let file = Assets.files[name],
        context.parameters.get("stamp") == Assets.stamp
      else { throw Refusal.noPage }
      return Response(
        status: .ok,
        headers: [
          .contentType: file.type, .cacheControl: "public, max-age=31536000, immutable",
        ], body: ResponseBody(byteBuffer: ByteBuffer(bytes: file.bytes)))
    }
    router.get("/") { _, _ -> Response in .moved(to: SitePath.banks) }
  }

  private func signIn(_ problem: Refusal?) -> Response {
    let words = Words(language: language)
    let page = Templates.render(
      "sign-in",
      [
        "language": language.rawValue, "stamp": Assets.stamp, "title": words("Вход", "Sign in"),
        "product": words("Наставник", "Nastavnik"), "passwordLabel": words("Пароль", "Password"),
        "submit": words("Войти", "Sign in"),
        "problem": problem.map { words($0.title) + ". " + words($0.advice) } ?? "",
      ])
    var response = Page.html(page, problem?.status ?? .ok)
    if let seconds = problem?.retryAfter { response.headers[.retryAfter] = "\(seconds)" }
    return response
  }
}

extension Response {
  /// Sends the browser to another page by a new request.
  static func moved(to address: String) -> Response {
    Response(status: .seeOther, headers: [.location: address])
  }

  /// The same, with the cookie of a browser that was let in.
  static func moved(
    to address: String, settingCookie name: String, to value: String
  ) -> Response {
    var response = moved(to: address)
    response.setCookie(
      Cookie(name: name, value: value, path: "/", httpOnly: true, sameSite: .strict))
    return response
  }

  /// A file to be kept.
  static func file(_ name: String, _ type: String, _ bytes: [UInt8]) -> Response {
    Response(
      status: .ok,
      headers: [
        .contentType: type, .contentDisposition: "attachment; filename=\"\(name)\"",
      ], body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
  }
}
