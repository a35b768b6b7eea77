import CZip
public import Foundation

/// The parts of a package as text.
public struct PackageText {
  private var texts: [(name: String, text: String)] = []

  /// Unpacks a package.
  public init(_ data: Data) throws {
    let path = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try data.write(to: path)
    defer { try? FileManager.default.removeItem(at: path) }
    var code: Int32 = 0
    guard let archive = zip_open(path.path, ZIP_RDONLY, &code) else { return }
    defer { zip_discard(archive) }
    for index in 0..<UInt64(max(0, zip_get_num_entries(archive, 0))) {
      guard let name = zip_get_name(archive, index, 0),
        let file = zip_fopen_index(archive, index, 0)
      else { continue }
      var bytes: [UInt8] = []
      var buffer = [UInt8](repeating: 0, count: 1 << 16)
      while true {
        let count = zip_fread(file, &buffer, UInt64(buffer.count))
        guard count > 0 else { break }
        bytes += buffer.prefix(Int(count))
      }
      zip_fclose(file)
      texts.append((String(cString: name), String(decoding: bytes, as: UTF8.self)))
    }
  }

  /// The texts of the parts whose names contain a word.
  public func text(ofPartsContaining word: String) -> String {
    texts.filter { $0.name.contains(word) }.map(\.text).joined()
  }
}
