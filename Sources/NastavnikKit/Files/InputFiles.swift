import Foundation

/// Reads single files that a user names.
public enum InputFiles {
  /// The bytes of the file at `path`.
  public static func bytes(at path: String) throws(RunFailure) -> [UInt8] {
    guard FileManager.default.fileExists(atPath: path) else { throw .missing(path: path) }
    do {
      return Array(try Data(contentsOf: URL(fileURLWithPath: path)))
    } catch {
      throw .unreadable(path: path)
    }
  }
}
