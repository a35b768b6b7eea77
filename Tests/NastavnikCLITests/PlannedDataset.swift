import Foundation
import Synchronization
import Testing

/// A dataset that was matched once for all tests that look at its plan.
final class PlannedDataset: Sendable {
  /// Holds the folder `plan`.
  let place: Workplace
  /// What the command did.
  let outcome: Outcome

  private static let known = Mutex<[String: PlannedDataset]>([:])
  /// The folders go with the process.
  private static let tidying: Void = {
    atexit { PlannedDataset.known.withLock { $0 = [:] } }
  }()

  private init(_ name: String, _ solver: String) throws {
    place = try Workplace()
    outcome = place.run(
      "match", "\(datasets)/\(name)", "--solver", solver, "--out", "DIR/plan")
  }

  /// The plan of a dataset by a solver.
  static func planned(_ name: String, by solver: String?) throws -> PlannedDataset {
    let solver = try #require(solver)
    _ = tidying
    return try known.withLock { known in
      if let dataset = known[name + "/" + solver] { return dataset }
      let dataset = try PlannedDataset(name, solver)
      known[name + "/" + solver] = dataset
      return dataset
    }
  }
}
