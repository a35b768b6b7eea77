import MentoringModel

/// The order of rows in which both the mentees and the profiles come back as they are.
///
/// A row opens its mentee and its profile, and each may be opened only after those before it.
/// Writing a row that may be written never closes the way for another, so any order in which
/// rows become possible will do.
///
/// - Complexity: O(*r*) time and space for *r* rows.
struct MenteeOrder {
  /// The rows: which profile, and which of its members.
  private(set) var rows: [(profile: Int, member: PersonID)] = []

  private let bank: Bank
  private let order: [PersonID: Int]
  private let waitingMentees: [PersonID]
  private var written: [Int]
  private var openMentees = 0
  private var openProfiles = 0
  private var blocked: [PersonID: [Int]] = [:]

  init(_ bank: Bank) {
    self.bank = bank
    let asking = Set(bank.profiles.flatMap(\.members))
    waitingMentees = bank.mentees.map(\.id).filter(asking.contains)
    order = Dictionary(
      waitingMentees.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    written = Array(repeating: 0, count: bank.profiles.count)
    var ready = bank.profiles.isEmpty ? [] : [0]
    while let profile = ready.popLast() { write(profile, &ready) }
    // No table has this order: what is left is written by profile.
    for profile in bank.profiles.indices {
      for member in bank.profiles[profile].members.dropFirst(written[profile]) {
        rows.append((profile, member))
      }
    }
  }

  private mutating func write(_ profile: Int, _ ready: inout [Int]) {
    let members = bank.profiles[profile].members
    while written[profile] < members.count {
      let member = members[written[profile]]
      let place = order[member] ?? 0
      guard place <= openMentees else {
        blocked[member, default: []].append(profile)
        break
      }
      rows.append((profile, member))
      written[profile] += 1
      if place == openMentees, order[member] != nil { openNextMentee(&ready) }
      if profile == openProfiles { openNextProfile(&ready) }
    }
  }

  private mutating func openNextMentee(_ ready: inout [Int]) {
    openMentees += 1
    guard openMentees < waitingMentees.count else { return }
    ready += blocked.removeValue(forKey: waitingMentees[openMentees]) ?? []
  }

  private mutating func openNextProfile(_ ready: inout [Int]) {
    openProfiles += 1
    if openProfiles < bank.profiles.count { ready.append(openProfiles) }
  }
}
