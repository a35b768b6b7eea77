import Hummingbird
import NIOCore
import Wording

/// Whoever answers a request behind a guard.
typealias NextResponder = @concurrent (Request, PageContext) async throws -> Response

/// What a request carries on its way through the guards.
struct PageContext: RequestContext {
  var coreContext: CoreRequestContextStorage
  /// The connection, to end it where more of a refused body may come.
  let channel: any Channel
  /// Who asks, once that is known.
  var visitor: Visitor?
  /// What a form says, once its key was checked.
  var form = PostedForm()

  init(source: ApplicationRequestContextSource) {
    coreContext = CoreRequestContextStorage(source: source)
    channel = source.channel
  }
}
