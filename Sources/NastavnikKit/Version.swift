/// The version of the program.
public enum NastavnikVersion {
  /// The version, as manifests and `--version` have it.
  public static let current = "0.1.0"
}
