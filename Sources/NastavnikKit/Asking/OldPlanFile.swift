import Foundation
import Matching
import Reports

/// A plan that `match` wrote before.
enum OldPlanFile {
  /// The pairs of the `plan.json` at `path`, or of the one in the folder there.
  static func pairs(at path: String) throws(RunFailure) -> [OldPair] {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
      throw .missing(path: path)
    }
    let file = isFolder.boolValue ? path + "/plan.json" : path
    guard let data = FileManager.default.contents(atPath: file) else {
      throw .missing(path: file)
    }
    guard let pairs = PlanReader.pairs(in: data) else { throw .noPlan(path: file) }
    return pairs
  }
}
