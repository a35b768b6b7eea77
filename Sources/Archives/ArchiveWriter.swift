import CZip
import Foundation

/// Writes a ZIP archive in memory; the same members give the same bytes.
public enum ArchiveWriter {
  /// A member of the archive.
  public struct Member: Sendable, Hashable {
    /// The name, with `/` between folders.
    public var name: String
    /// The bytes.
    public var bytes: [UInt8]

    /// Creates a member.
    public init(_ name: String, _ bytes: [UInt8]) {
      self.name = name
      self.bytes = bytes
    }
  }

  /// The first day that an archive can name, so that no clock stands in it.
  private static let firstDay: UInt16 = 0x21

  /// The archive with the members in their order, or nil where memory does not suffice.
  ///
  /// - Complexity: O(*b*) time and space for *b* bytes.
  public static func bytes(of members: [Member]) -> [UInt8]? {
    var error = zip_error_t()
    zip_error_init(&error)
    defer { zip_error_fini(&error) }
    guard let target = zip_source_buffer_create(nil, 0, 0, &error) else { return nil }
    guard let handle = zip_open_from_source(target, ZIP_TRUNCATE, &error) else {
      zip_source_free(target)
      return nil
    }
    // Closing the archive gives its source back, and the bytes are still to be read from it.
    zip_source_keep(target)
    defer { zip_source_free(target) }
    guard members.allSatisfy({ add($0, to: handle) }), zip_close(handle) == 0 else {
      zip_discard(handle)
      return nil
    }
    return contents(of: target)
  }

  private static func add(_ member: Member, to handle: OpaquePointer) -> Bool {
    // libzip reads the bytes when the archive is closed, so they get a place of their own.
    guard let copy = malloc(max(1, member.bytes.count)) else { return false }
    member.bytes.withUnsafeBytes { bytes in
      if let start = bytes.baseAddress { memcpy(copy, start, bytes.count) }
    }
    guard let source = zip_source_buffer(handle, copy, UInt64(member.bytes.count), 1) else {
      free(copy)
      return false
    }
    let index = zip_file_add(handle, member.name, source, zip_flags_t(ZIP_FL_ENC_UTF_8))
    guard index >= 0 else {
      zip_source_free(source)
      return false
    }
    return zip_file_set_dostime(handle, UInt64(index), 0, firstDay, 0) == 0
  }

  private static func contents(of source: OpaquePointer) -> [UInt8]? {
    guard zip_source_open(source) == 0 else { return nil }
    defer { zip_source_close(source) }
    guard zip_source_seek(source, 0, SEEK_END) == 0 else { return nil }
    let count = zip_source_tell(source)
    guard count >= 0, zip_source_seek(source, 0, SEEK_SET) == 0 else { return nil }
    var bytes = [UInt8](repeating: 0, count: Int(count))
    let read = bytes.withUnsafeMutableBytes {
      zip_source_read(source, $0.baseAddress, UInt64(count))
    }
    return read == count ? bytes : nil
  }
}
