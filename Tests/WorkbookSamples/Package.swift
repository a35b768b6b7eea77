import CZip
public import Foundation

/// A ZIP package put together from its parts.
public enum Package {
  /// The bytes of an archive with these members, in this order.
  public static func zip(_ members: [(name: String, data: Data)]) -> Data {
    let path = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString).path
    defer { unlink(path) }
    var code: Int32 = 0
    guard let archive = zip_open(path, ZIP_CREATE, &code) else { return Data() }
    for member in members {
      guard let copy = malloc(max(1, member.data.count)) else { continue }
      member.data.withUnsafeBytes { bytes in
        if let start = bytes.baseAddress { memcpy(copy, start, bytes.count) }
      }
      let source = zip_source_buffer(archive, copy, UInt64(member.data.count), 1)
      _ = zip_file_add(archive, member.name, source, UInt32(ZIP_FL_ENC_UTF_8))
    }
    zip_close(archive)
    return FileManager.default.contents(atPath: path) ?? Data()
  }
}
