/// What is the matter with a ZIP archive or one of its members.
public enum ArchiveError: Error, Hashable, Sendable {
  /// The bytes are no ZIP archive.
  case notAnArchive
  /// The archive is cut off or its bytes were changed.
  case damaged
  /// The member is encrypted.
  case encrypted(name: String)
  /// The member is packed in a way that the library does not know.
  case unknownMethod(name: String)
  /// There are more members than any sound file has.
  case tooManyMembers
  /// The member unpacks to more bytes than the reader asked for at most.
  case tooLarge(name: String)
}
