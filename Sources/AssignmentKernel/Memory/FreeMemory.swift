import Foundation

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// What the system can still give to this process.
enum FreeMemory {
  /// The bytes, or nil where the system does not tell.
  ///
  /// The least of: what the limits of the process leave (`ulimit -v`, `ulimit -d`), what its control
  /// groups leave, and what the machine has.
  static var bytes: Int? {
    [limit(addressSpace, used: 0), limit(data, used: 5), controlGroups, machine]
      .compactMap { $0 }.min()
  }

  /// What a limit of the process leaves, where field `used` of `statm` counts against it.
  private static func limit(_ resource: Int32, used field: Int) -> Int? {
    var limit = rlimit()
    guard getrlimit(resource, &limit) == 0, limit.rlim_cur < rlim_t(Int.max / 2) else { return nil }
    guard let pages = text("/proc/self/statm")?.split(separator: " ").map({ Int($0) ?? 0 }),
      field < pages.count
    else { return nil }
    return max(0, Int(limit.rlim_cur) - pages[field] * Int(sysconf(Int32(_SC_PAGESIZE))))
  }

  /// What the memory controllers above this process leave.
  private static var controlGroups: Int? {
    guard let groups = text("/proc/self/cgroup") else { return nil }
    var least: Int?
    for line in groups.split(separator: "\n") {
      let parts = line.split(separator: ":", maxSplits: 2, omittingEmptySubsequences: false)
      guard parts.count == 3 else { continue }
      let isUnified = parts[1].isEmpty
      guard isUnified || parts[1].split(separator: ",").contains("memory") else { continue }
      var path = String(parts[2])
      while true {
        let folder = "/sys/fs/cgroup" + (isUnified ? "" : "/memory") + path
        if let left = left(in: folder, isUnified: isUnified) { least = min(least ?? left, left) }
        guard let slash = path.lastIndex(of: "/"), path != "" else { break }
        path = String(path[..<slash])
      }
    }
    return least
  }

  private static func left(in folder: String, isUnified: Bool) -> Int? {
    let names =
      isUnified
      ? ("memory.max", "memory.current", "inactive_file ")
      : ("memory.limit_in_bytes", "memory.usage_in_bytes", "total_inactive_file ")
    guard let most = number(folder + "/" + names.0), let used = number(folder + "/" + names.1)
    else { return nil }
    // Pages of files that nobody has used lately are given up when memory is wanted.
    let idle = text(folder + "/memory.stat")?.split(separator: "\n")
      .first { $0.hasPrefix(names.2) }?.split(separator: " ").last.flatMap { Int($0) }
    return max(0, most - used + (idle ?? 0))
  }

  /// What the machine has, with its swap.
  private static var machine: Int? {
    guard let info = text("/proc/meminfo") else { return nil }
    func kilobytes(_ name: String) -> Int? {
      info.split(separator: "\n").first { $0.hasPrefix(name + ":") }?
        .split(separator: " ").dropFirst().first.flatMap { Int($0) }
    }
    return kilobytes("MemAvailable").map { ($0 + (kilobytes("SwapFree") ?? 0)) << 10 }
  }

  private static func number(_ path: String) -> Int? {
    text(path).flatMap { Int($0.trimmingCharacters(in: .whitespacesAndNewlines)) }
  }

  private static func text(_ path: String) -> String? {
    try? String(contentsOfFile: path, encoding: .utf8)
  }

  #if canImport(Glibc)
    private static let addressSpace = Int32(RLIMIT_AS.rawValue)
    private static let data = Int32(RLIMIT_DATA.rawValue)
  #else
    private static let addressSpace = RLIMIT_AS
    private static let data = RLIMIT_DATA
  #endif
}
