import CZip

/// The bytes of one member of an archive, from the front to the back.
public final class MemberStream {
  private static let chunk = 1 << 16

  private let file: OpaquePointer
  // The handle of the archive must outlive that of the member.
  private let archive: Archive
  private let name: String
  private let limit: Int
  private var buffer = [UInt8](repeating: 0, count: MemberStream.chunk)
  private var count = 0

  init(_ file: OpaquePointer, of archive: Archive, name: String, limit: Int) {
    self.file = file
    self.archive = archive
    self.name = name
    self.limit = limit
  }

  deinit { zip_fclose(file) }

  /// Hands the next bytes to `take`, or returns nil at the end.
  ///
  /// - Throws: ``ArchiveError``: the member is damaged, or there is more of it than its limit.
  public func next<Result>(
    _ take: (UnsafeBufferPointer<UInt8>) -> Result
  ) throws(ArchiveError) -> Result? {
    let read = buffer.withUnsafeMutableBytes { zip_fread(file, $0.baseAddress, UInt64($0.count)) }
    guard read >= 0 else { throw .damaged }
    guard read > 0 else { return nil }
    count += Int(read)
    guard count <= limit else { throw .tooLarge(name: name) }
    return buffer.withUnsafeBufferPointer { bytes in
      take(UnsafeBufferPointer(rebasing: bytes[..<Int(read)]))
    }
  }

  /// Hands all bytes to `take`, piece by piece.
  ///
  /// - Throws: ``ArchiveError``, as ``next(_:)`` does.
  public func forEachChunk(
    _ take: (UnsafeBufferPointer<UInt8>) -> Void
  ) throws(ArchiveError) {
    while try next(take) != nil {}
  }
}
