import Foundation

/// The streams of the process.
enum StandardStreams {
  /// Writes all of `text`; that nobody reads on is success.
  static func write(_ text: String, to descriptor: Int32) {
    var rest = Array(text.utf8)[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Foundation.write(descriptor, $0.baseAddress, $0.count) }
      if count >= 0 {
        rest = rest.dropFirst(count)
      } else if errno == EPIPE {
        exit(ExitStatus.done.rawValue)
      } else if errno != EINTR {
        exit(ExitStatus.fault.rawValue)
      }
    }
  }

  /// The cells of a line: those of the terminal, or what suits a file.
  static func width(environment: [String: String]) -> Int {
    let stated = environment["COLUMNS"].flatMap { Int($0) }
    var size = winsize()
    let isTerminal = ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0 && size.ws_col > 0
    let width = stated ?? (isTerminal ? Int(size.ws_col) : 110)
    return min(max(width, 60), 200)
  }
}
