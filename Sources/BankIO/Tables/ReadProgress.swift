/// Tells how far the reading of tables has come.
///
/// ```swift
/// ReadProgress.$current.withValue(ReadProgress { file, rows in print(file, rows ?? "read") }) {
///   ProgrammeFolder.read(at: path)
/// }
/// ```
public struct ReadProgress: Sendable {
  // Not the bare closure: an optimised build finds no metadata for its type, and crashes.

  /// Who is told while tables are read; nobody unless somebody asks.
  @TaskLocal public static var current: ReadProgress?

  /// The rows between two calls.
  public static let step = 10_000

  /// Called with a file's name and the rows read so far, every ``step`` rows; of a file that had
  /// so many, once more with nil when it is read.
  public let tell: @Sendable (_ file: String, _ rows: Int?) -> Void

  /// Progress that is told through `tell`.
  public init(_ tell: @escaping @Sendable (_ file: String, _ rows: Int?) -> Void) {
    self.tell = tell
  }
}
