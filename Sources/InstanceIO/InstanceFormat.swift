/// A file format of raw instances.
public enum InstanceFormat: String, Sendable, Hashable, CaseIterable, Codable {
  /// An object with weights or arcs, bounds and groups.
  case json
  /// A number and then so many rows of so many numbers, as in the OR-Library.
  case orlib
  /// The assignment format of the first DIMACS challenge: `p asn`, `n` and `a` lines.
  case dimacs
  /// A dense NumPy matrix; NaN or infinity forbids.
  case npy
  /// A SciPy sparse matrix in CSR form, as `scipy.sparse.save_npz` writes it.
  case npz

  /// The format that a file's name ends in, or nil.
  public init?(fileName: String) {
    let ending = fileName.lowercased().split(separator: ".").last.map(String.init) ?? ""
    switch ending {
    case "txt": self = .orlib
    case "asn", "dim", "dimacs": self = .dimacs
    default: self.init(rawValue: ending)
    }
  }
}
