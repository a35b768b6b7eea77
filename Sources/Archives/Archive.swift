import CZip
public import Foundation

/// The members of a ZIP archive, read as streams.
///
/// ```swift
/// let archive = try Archive(data)
/// let bytes = try archive.member("xl/workbook.xml", limit: 1 << 20)
/// ```
///
/// Nothing that the archive says of sizes is believed: every read counts what comes out of it and
/// stops at the limit, and the checksum of a member is compared at its end. An instance stays on
/// one thread.
///
/// PKWARE, "APPNOTE.TXT: .ZIP File Format Specification"; read through libzip.
public final class Archive {
  /// The most members; the packages of office programs have some dozens.
  public static let mostMembers = 10_000

  /// The names of the members, in their order.
  public let names: [String]
  private let handle: OpaquePointer
  private var indexByName: [String: UInt64] = [:]

  /// Opens an archive.
  ///
  /// - Throws: ``ArchiveError``, where the list of members cannot be read.
  /// - Complexity: O(*b* + *m*) time and space for *b* bytes and *m* members.
  public init(_ data: Data) throws(ArchiveError) {
    guard let handle = Self.open(data) else { throw .notAnArchive }
    self.handle = handle
    let count = zip_get_num_entries(handle, 0)
    guard count <= Self.mostMembers else {
      names = []
      throw .tooManyMembers
    }
    var names: [String] = []
    for index in 0..<UInt64(max(0, count)) {
      guard let name = zip_get_name(handle, index, 0).map({ String(cString: $0) }) else { continue }
      names.append(name)
      if indexByName[Self.key(name)] == nil { indexByName[Self.key(name)] = index }
    }
    self.names = names
  }

  deinit { zip_discard(handle) }

  /// Whether there is a member of this name; case and the direction of slashes do not matter.
  public func has(_ name: String) -> Bool { indexByName[Self.key(name)] != nil }

  /// The bytes of a member as the archive's list of contents has them, or nil where there is none of
  /// this name or the list does not say.
  public func size(of name: String) -> Int? {
    guard let index = indexByName[Self.key(name)] else { return nil }
    var facts = zip_stat_t()
    guard zip_stat_index(handle, index, 0, &facts) == 0,
      facts.valid & UInt64(ZIP_STAT_SIZE) != 0
    else { return nil }
    return Int(exactly: facts.size)
  }

  /// A member as a stream, or nil where there is none of this name.
  ///
  /// - Parameters:
  ///   - name: the name; case and the direction of slashes do not matter.
  ///   - limit: the most bytes that may come out of it.
  /// - Returns: the stream.
  /// - Throws: ``ArchiveError``, where the member is encrypted or cannot be opened.
  public func stream(_ name: String, limit: Int) throws(ArchiveError) -> MemberStream? {
    guard let index = indexByName[Self.key(name)] else { return nil }
    var facts = zip_stat_t()
    if zip_stat_index(handle, index, 0, &facts) == 0,
      facts.valid & UInt64(ZIP_STAT_ENCRYPTION_METHOD) != 0, facts.encryption_method != 0
    {
      throw .encrypted(name: name)
    }
    guard let file = zip_fopen_index(handle, index, 0) else {
      switch zip_error_code_zip(zip_get_error(handle)) {
      case ZIP_ER_COMPNOTSUPP: throw .unknownMethod(name: name)
      case ZIP_ER_NOPASSWD, ZIP_ER_ENCRNOTSUPP: throw .encrypted(name: name)
      default: throw .damaged
      }
    }
    return MemberStream(file, of: self, name: name, limit: limit)
  }

  /// All bytes of a member, or nil where there is none of this name.
  public func member(_ name: String, limit: Int) throws(ArchiveError) -> [UInt8]? {
    guard let stream = try stream(name, limit: limit) else { return nil }
    var bytes: [UInt8] = []
    try stream.forEachChunk { bytes.append(contentsOf: $0) }
    return bytes
  }

  private static func key(_ name: String) -> String {
    name.replacing("\\", with: "/").lowercased()
  }

  private static func open(_ data: Data) -> OpaquePointer? {
    var error = zip_error_t()
    zip_error_init(&error)
    defer { zip_error_fini(&error) }
    // libzip reads on from the bytes, so they get a place of their own, which it frees.
    guard !data.isEmpty, let bytes = malloc(data.count) else { return nil }
    data.withUnsafeBytes { source in
      if let start = source.baseAddress { memcpy(bytes, start, source.count) }
    }
    guard let source = zip_source_buffer_create(bytes, UInt64(data.count), 1, &error) else {
      free(bytes)
      return nil
    }
    guard let handle = zip_open_from_source(source, ZIP_RDONLY, &error) else {
      zip_source_free(source)
      return nil
    }
    return handle
  }
}
