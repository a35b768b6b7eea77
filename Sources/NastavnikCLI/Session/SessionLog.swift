import Logging

/// The log of the server as lines of the session: what was refused, and faults.
///
/// What a line says is chosen where it is written; no names stand in it.
struct SessionLog: LogHandler {
  let session: Session
  var logLevel = Logger.Level.notice
  var metadata: Logger.Metadata = [:]

  init(session: Session) { self.session = session }

  subscript(metadataKey key: String) -> Logger.Metadata.Value? {
    get { metadata[key] }
    set { metadata[key] = newValue }
  }

  func log(event: LogEvent) {
    let parts = (event.metadata ?? [:]).sorted { $0.key < $1.key }.map { "\($0)=\($1)" }
    session.note(([event.message.description] + parts).joined(separator: " ") + "\n")
  }
}
