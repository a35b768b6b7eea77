import HTTPTypes
import Hummingbird
import NIOCore
import Wording

/// Refuses requests for names that are not ours.
struct HostGuard: RouterMiddleware {
  let addresses: SiteAddresses

  func handle(
    _ request: Request, context: PageContext,
    next: NextResponder
  ) async throws -> Response {
    guard let host = request.head.authority, addresses.serves(host) else {
      throw Refusal.foreignHost(addresses.all)
    }
    return try await next(request, context)
  }
}

/// Finds out who asks, and lets strangers see nothing but the way in.
struct VisitorGuard: RouterMiddleware {
  let access: Access
  let cookie: String

  func handle(
    _ request: Request, context: PageContext,
    next: NextResponder
  ) async throws -> Response {
    var context = context
    context.visitor = request.cookies[cookie].flatMap { access.visitor($0.value) }
    let path = request.uri.path
    let isOpen =
      path == SitePath.open || path == SitePath.signIn || path.hasPrefix(SitePath.assets + "/")
    guard context.visitor != nil || isOpen else {
      if access.hasPassword, request.method == .get {
        return Response(status: .seeOther, headers: [.location: SitePath.signIn])
      }
      throw Refusal.notAdmitted
    }
    return try await next(request, context)
  }
}

/// Takes forms only from our own pages: the origin must be ours, and the form must carry the key of
/// the page that it stood on.
struct FormGuard: RouterMiddleware {
  let addresses: SiteAddresses
  let upload: BodyReader

  /// Forms without files are short.
  private static let plain = BodyReader(most: 1 << 20, patience: .seconds(20))

  func handle(
    _ request: Request, context: PageContext,
    next: NextResponder
  ) async throws -> Response {
    guard request.method != .get, request.method != .head else {
      return try await next(request, context)
    }
    guard request.method == .post else {
      throw Refusal(
        status: .methodNotAllowed, title: Refusal.badForm.title, advice: Refusal.badForm.advice)
    }
    guard let origin = request.headers[.origin], let host = request.head.authority,
      addresses.isOwn(origin, at: host)
    else { throw Refusal.foreignOrigin }
    var context = context
    context.form = try await form(of: request)
    guard let visitor = context.visitor else {
      // The way in has no key yet; the origin was checked.
      guard request.uri.path == SitePath.signIn else { throw Refusal.notAdmitted }
      return try await next(request, context)
    }
    let key = context.form[Self.field] ?? ""
    guard SecretWords.areEqual(key, visitor.formKey) else { throw Refusal.wrongFormKey }
    return try await next(request, context)
  }

  /// The field that carries the key.
  static let field = "key"

  private func form(of request: Request) async throws -> PostedForm {
    let type = request.headers[.contentType] ?? ""
    if let boundary = MultipartForm.boundary(of: type) {
      guard let form = MultipartForm.read(try await upload.body(of: request), boundary: boundary)
      else { throw Refusal.badForm }
      return form
    }
    guard type.lowercased().hasPrefix("application/x-www-form-urlencoded") else {
      throw Refusal.badForm
    }
    let body = try await Self.plain.body(of: request)
    return PostedForm(encoded: String(decoding: body, as: UTF8.self))
  }
}
