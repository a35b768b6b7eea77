/// What the decisions of a registry come to: for a pair in a form, the latest that stands holds.
///
/// ```swift
/// let ledger = DecisionLedger(decisions)
/// let bank = ledger.applied(to: bank, of: programme)  // pins, bans and withdrawals in it
/// ```
public struct DecisionLedger: Sendable, Hashable {
  /// A mentor and a mentee.
  public struct Pair: Sendable, Hashable {
    /// The mentor.
    public var mentor: PersonID
    /// The mentee.
    public var mentee: PersonID

    /// Creates a pair.
    public init(_ mentor: PersonID, _ mentee: PersonID) {
      self.mentor = mentor
      self.mentee = mentee
    }
  }

  /// Who has withdrawn, with the decision that says so.
  public private(set) var withdrawals: [PersonID: RecordedDecision] = [:]
  /// The decisions on pairs that stand, earlier ones first.
  private var decisionsByPair: [Pair: [RecordedDecision]] = [:]
  private var pairs: [Pair] = []

  /// Collects the decisions that were not undone, in the order of their numbers.
  ///
  /// - Complexity: O(*d* log *d*) for *d* decisions.
  public init(_ decisions: [RecordedDecision]) {
    for decision in decisions.filter({ $0.undone == nil }).sorted(by: { $0.id < $1.id }) {
      for person in decision.people {
        guard let mentor = decision.mentor else {
          if decision.kind == .withdraw { withdrawals[person] = decision }
          continue
        }
        let pair = Pair(mentor, person)
        if decisionsByPair[pair] == nil { pairs.append(pair) }
        decisionsByPair[pair, default: []].append(decision)
      }
    }
  }

  /// Who has withdrawn.
  public var withdrawn: Set<PersonID> { Set(withdrawals.keys) }

  /// The decision that holds for a pair in a form, or nil where there is none.
  public func latest(on pair: Pair, in form: FormID) -> RecordedDecision? {
    decisionsByPair[pair]?.last { $0.concerns(form) }
  }

  /// Whether a decision still says something: for one of its pairs no later one covers its forms.
  public func holds(_ decision: RecordedDecision) -> Bool {
    guard let mentor = decision.mentor else {
      return decision.people.contains { withdrawals[$0] == decision }
    }
    return decision.people.contains { person in
      let onPair = decisionsByPair[Pair(mentor, person)] ?? []
      return onPair.contains(decision)
        && !onPair.contains { $0.id > decision.id && $0.covers(decision) }
    }
  }

  /// The bank as it is to be matched.
  ///
  /// Those who withdrew, in the registry or by the consent in the tables, are not in it, and what holds for a pair stands among its decisions. Of a
  /// pair of which both the registry and the bank's table decide, the registry holds.
  ///
  /// - Complexity: O(*b* + *d* · *f*) for *b* rows, *d* decisions and *f* forms.
  public func applied(to bank: Bank, of programme: Programme) -> Bank {
    let left = withdrawn.union(bank.consentWithdrawn)
    var bank = bank.leavingOut(left)
    let ofTable = Dictionary(grouping: bank.decisions) { Pair($0.mentor, $0.mentee) }
    let touched = pairs.filter {
      !left.contains($0.mentor) && !left.contains($0.mentee)
    }
    var asking: [PersonID: Set<FormID>] = [:]
    for profile in bank.profiles {
      for member in profile.members { asking[member, default: []].insert(profile.form) }
    }
    bank.decisions.removeAll { decisionsByPair[Pair($0.mentor, $0.mentee)] != nil }
    for pair in touched {
      guard let last = decisionsByPair[pair]?.last else { continue }
      guard last.form != nil else {
        if let row = last.row(on: pair.mentee, in: nil) { bank.decisions.append(row) }
        continue
      }
      for form in programme.forms.map(\.id) {
        if let decision = latest(on: pair, in: form) {
          let isAsked = asking[pair.mentee]?.contains(form) ?? false
          guard isAsked || decision.form != nil else { continue }
          if let row = decision.row(on: pair.mentee, in: form) { bank.decisions.append(row) }
        } else {
          bank.decisions += (ofTable[pair] ?? []).filter {
            $0.form == form || $0.form == nil && asking[pair.mentee]?.contains(form) ?? false
          }.map { decision in
            var decision = decision
            decision.form = form
            return decision
          }
        }
      }
    }
    return bank
  }

  /// Where decisions of a registry stand, for findings.
  public static let sourceFile = "registry"
}

extension RecordedDecision {
  /// Whether what an earlier decision says is decided anew in all of its forms.
  fileprivate func covers(_ earlier: RecordedDecision) -> Bool {
    form == nil || form == earlier.form
  }
}
