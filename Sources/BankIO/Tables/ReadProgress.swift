/// Tells how far the reading of tables has come.
///
/// ```swift
/// ReadProgress.$teller.withValue({ file, rows in print(file, rows) }) {
///   ProgrammeFolder.read(at: path)
/// }
/// ```
public enum ReadProgress {
  /// Called with a file's name and the rows read so far, every ``step`` rows; of a file that had
  /// so many, once more with nil when it is read.
  @TaskLocal public static var teller: (@Sendable (String, Int?) -> Void)?

  /// The rows between two calls.
  public static let step = 10_000
}
