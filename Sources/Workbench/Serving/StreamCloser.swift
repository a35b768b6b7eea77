import ServiceLifecycle

/// Ends the streams of events when the server is to end: it waits for all answers.
struct StreamCloser: Service {
  let events: EventHub

  func run() async throws {
    try await gracefulShutdown()
    events.close()
  }
}
