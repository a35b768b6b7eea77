import Foundation

/// Lets one program at a time change the files of a folder.
///
/// The lock is one of the operating system (`flock`) on the folder itself: it leaves no file behind
/// and ends with the process, however that ends.
struct FolderLock {
  private let descriptor: Int32

  /// Waits for the lock for at most `patience` seconds.
  init(_ path: String, patience: Double = 3) throws(RunFailure) {
    let descriptor = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { throw .missing(path: path) }
    let end = ContinuousClock.now.advanced(by: .seconds(patience))
    while flock(descriptor, LOCK_EX | LOCK_NB) != 0 {
      guard errno == EINTR || ContinuousClock.now < end else {
        close(descriptor)
        throw .held(path: path)
      }
      usleep(20_000)
    }
    self.descriptor = descriptor
  }

  /// Gives the lock back.
  func release() { close(descriptor) }
}
