import Foundation
import HTTPTypes
import Hummingbird
import NIOCore

/// Reads the body of a request up to a size and for a time.
struct BodyReader: Sendable {
  /// The most bytes.
  var most: Int
  /// The longest that a body may take.
  var patience: Duration

  /// The body.
  ///
  /// - Throws: ``Refusal``: too large, before it is read where the request says so; too slow.
  func body(of request: Request) async throws -> Data {
    let stated = request.headers[.contentLength].flatMap { Int($0) } ?? 0
    guard stated <= most else { throw tooLarge }
    return try await withThrowingTaskGroup(of: Data.self) { group in
      group.addTask { try await collected(request.body, expecting: stated) }
      group.addTask {
        try await Task.sleep(for: patience)
        throw Refusal.tooSlow
      }
      defer { group.cancelAll() }
      return try await group.next() ?? Data()
    }
  }

  private func collected(_ body: RequestBody, expecting count: Int) async throws -> Data {
    var data = Data()
    data.reserveCapacity(count)
    for try await chunk in body {
      guard data.count + chunk.readableBytes <= most else { throw tooLarge }
      data.append(contentsOf: chunk.readableBytesView)
    }
    return data
  }

  private var tooLarge: Refusal { .tooLarge(max(1, most >> 20)) }
}
