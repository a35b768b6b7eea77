import Matching
import MentoringModel
import Testing

/// A random small bank with groups, and the rules of its programme on the level of people.
struct RandomGroups {
  private(set) var fixture: GroupFixture
  private var random: SeededGenerator

  private let topics: [CompetencyID] = ["олимпиады", "оценивание"]
  private let people: [PersonID] = ["A", "B", "C", "D", "E"]

  init(seed: UInt64) throws {
    random = SeededGenerator(seed: seed)
    let minimum = Int.random(in: 1...3, using: &random)
    fixture = try GroupFixture(
      size: minimum...(minimum + Int.random(in: 0...1, using: &random)),
      allowsPairs: Bool.random(using: &random))
    fixture.groups.perMentor = Int.random(in: 1...2, using: &random)
    fixture.groups.opensFewest = Bool.random(using: &random)
    for id in ["M", "N"] as [PersonID] {
      let offered = topics.filter { _ in Int.random(in: 0..<4, using: &random) > 0 }
      fixture.addMentor(id, offered, places: Int.random(in: 0...5, using: &random)) {
        $0.person.organization = "north"
      }
    }
    for id in people {
      let asked = topics.filter { _ in Int.random(in: 0..<3, using: &random) > 0 }
      let school: OrganizationID = Bool.random(using: &random) ? "north" : "south"
      fixture.addMentee(id, asked) { $0.person.organization = school }
    }
    if Bool.random(using: &random) {
      fixture.base.bank.organizations = [
        Organization(
          id: "north", name: "North", capacity: Int.random(in: 2...6, using: &random))
      ]
    }
    addRules()
  }

  private mutating func addRules() {
    if Bool.random(using: &random) {
      fixture.groups.composition.append(
        CompositionRequirement(.organization, atMost: Int.random(in: 1...2, using: &random)))
    }
    if Int.random(in: 0..<3, using: &random) == 0 {
      fixture.groups.composition.append(
        CompositionRequirement(.organization, values: ["south"], atLeast: 1))
    }
    for kind in Companions.Kind.allCases where Bool.random(using: &random) {
      fixture.base.bank.companions.append(
        Companions(kind, people: Array(people.shuffled(using: &random).prefix(2))))
    }
    if Bool.random(using: &random) {
      fixture.base.bank.decisions.append(
        Decision(.forbid, mentor: "M", mentee: people[Int.random(in: 0..<5, using: &random)]))
    }
  }
}

/// Where a mentee can stand.
struct Standing: Hashable {
  var mentor: PersonID
  /// The topic and the number of the group, or nil for a pair.
  var topic: CompetencyID?
  var number = 0
}

extension RandomGroups {
  /// The places that the rules about pairs leave to a mentee.
  func options(of id: PersonID) -> [Standing] {
    guard let profile = fixture.base.bank.profiles.first(where: { $0.members == [id] }) else {
      return []
    }
    return fixture.base.bank.mentors.flatMap { mentor -> [Standing] in
      let isForbidden = fixture.base.bank.decisions.contains {
        $0.mentor == mentor.id && $0.mentee == id
      }
      let asked = profile.requests.map(\.competency)
      let shared = asked.filter { mentor.competencies[$0] != nil }
      guard !isForbidden, (mentor.capacity ?? 0) > 0, asked.isEmpty || !shared.isEmpty else {
        return []
      }
      let pairs = fixture.groups.allowsPairs ? [Standing(mentor: mentor.id)] : []
      return pairs
        + shared.flatMap { topic in
          (1...fixture.groups.perMentor).map {
            Standing(mentor: mentor.id, topic: topic, number: $0)
          }
        }
    }
  }

  /// Which rule a plan breaks, or nil where it keeps them all.
  func brokenRule(of plan: [PersonID: Standing]) -> String? {
    let groups = Dictionary(grouping: plan.keys.filter { plan[$0]?.topic != nil }) { plan[$0] }
    for mentor in fixture.base.bank.mentors {
      if plan.values.count(where: { $0.mentor == mentor.id }) > (mentor.capacity ?? 0) {
        return "capacity"
      }
      if groups.keys.count(where: { $0?.mentor == mentor.id }) > fixture.groups.perMentor {
        return "perMentor"
      }
    }
    if let most = fixture.base.bank.organizations.first?.capacity, plan.count > most {
      return "organization"
    }
    let home = Dictionary(
      uniqueKeysWithValues: fixture.base.bank.mentees.map { ($0.id, $0.person.organization) })
    for members in groups.values {
      guard fixture.groups.size.contains(members.count) else { return "size" }
      for rule in fixture.groups.composition {
        let counts = Dictionary(grouping: members) { home[$0] ?? nil }.mapValues(\.count)
        if rule.values.isEmpty, let most = rule.atMost, counts.values.contains(where: { $0 > most })
        {
          return "atMost"
        }
        if let least = rule.atLeast, counts["south"] ?? 0 < least { return "atLeast" }
      }
    }
    let companions = EffectiveCompanions(of: fixture.base.form, in: fixture.base.bank)
    for set in companions.together where Set(set.map { plan[$0] }).count > 1 { return "together" }
    for set in companions.apart {
      for members in groups.values where members.count(where: set.contains) > 1 { return "apart" }
    }
    return nil
  }

  /// The most mentees that any plan of people can give a mentor.
  func mostMatched() -> Int {
    var (best, plan) = (0, [PersonID: Standing]())
    func extend(_ rest: ArraySlice<PersonID>) {
      guard let next = rest.first else {
        if plan.count > best, brokenRule(of: plan) == nil { best = plan.count }
        return
      }
      for option in [nil] + options(of: next).map(Optional.some) {
        plan[next] = option
        extend(rest.dropFirst())
      }
      plan[next] = nil
    }
    extend(people[...])
    return best
  }
}

/// SplitMix64: Steele, Lea, Flood, doi:10.1145/2714064.2660195.
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
