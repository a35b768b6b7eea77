import Foundation

/// The browser of whoever sits at this computer.
enum Browser {
  /// Opens an address, where there is a program that does so; nothing happens where there is none.
  static func open(_ address: String) {
    #if os(macOS)
      let command = "open"
    #else
      let command = "xdg-open"
    #endif
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = [command, address]
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try? process.run()
  }
}

/// A line of the terminal that is not shown while it is typed.
enum HiddenInput {
  /// The line, or nil at the end of the input.
  static func line() -> String? {
    var settings = termios()
    let isTerminal = tcgetattr(STDIN_FILENO, &settings) == 0
    var hidden = settings
    hidden.c_lflag &= ~tcflag_t(ECHO)
    if isTerminal { tcsetattr(STDIN_FILENO, TCSANOW, &hidden) }
    defer { if isTerminal { tcsetattr(STDIN_FILENO, TCSANOW, &settings) } }
    return readLine()
  }
}
