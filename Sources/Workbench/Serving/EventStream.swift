import NIOCore
import Wording

/// Events as lines of `text/event-stream`.
enum EventStream {
  private static let beat: Duration = .seconds(20)

  /// The lines, with a beat in silence that finds out who is gone.
  static func lines(
    of events: AsyncStream<EventHub.Event>, in words: Words
  ) -> AsyncStream<ByteBuffer> {
    AsyncStream(bufferingPolicy: .bufferingNewest(4)) { continuation in
      let told = Task {
        for await event in events { continuation.yield(ByteBuffer(string: line(event, words))) }
        continuation.finish()
      }
      let beats = Task {
        while !Task.isCancelled {
          try await Task.sleep(for: beat)
          continuation.yield(ByteBuffer(string: ": \n\n"))
        }
      }
      continuation.onTermination = { _ in
        told.cancel()
        beats.cancel()
      }
    }
  }

  private static func line(_ event: EventHub.Event, _ words: Words) -> String {
    var data = "{\"revision\":\(event.revision),\"studied\":\(event.studied)"
    // The words are our own and have no signs that JSON would take for its own.
    if let job = event.job { data += ",\"job\":\"\(words(job))\"" }
    if let study = event.study { data += ",\"study\":\"\(words(study))\"" }
    return "event: state\ndata: \(data)}\n\n"
  }
}
