import MentoringModel
import Wording

extension BankChecks {
  /// Decisions do not contradict each other: a ban beats a pin, and of two pins of one request
  /// the first holds.
  @Sendable static func contradictoryDecisions(
    _ bank: inout Bank, _ programme: Programme
  ) -> [Finding] {
    var findings: [Finding] = []
    var pinned: [Int: Decision] = [:]
    var seen: [Decision: SourceLocation] = [:]
    let bans = Dictionary(grouping: bank.decisions.filter { !$0.kind.fixes }, by: Pair.init)
    let profilesByMentee = profiles(of: bank)
    bank.decisions = bank.decisions.filter { decision in
      var plain = decision
      plain.source = SourceLocation()
      if let first = seen[plain] {
        findings.append(Flaw.sameDecision(first).finding(at: decision.source))
        return false
      }
      seen[plain] = decision.source
      guard decision.kind.fixes else { return true }
      if let ban = bans[Pair(decision)]?.first(where: { $0.overlaps(decision) }) {
        findings.append(Flaw.pinnedAndForbidden(ban).finding(at: decision.source))
        return false
      }
      let mine = (profilesByMentee[decision.mentee] ?? []).filter {
        decision.concerns(bank.profiles[$0].form)
      }
      if let other = mine.compactMap({ pinned[$0] }).first(where: { $0.mentor != decision.mentor })
      {
        findings.append(Flaw.pinnedTwice(other).finding(at: decision.source))
        return false
      }
      for profile in mine { pinned[profile] = decision }
      return true
    }
    return findings + pinsAboveLimit(bank, programme)
  }

  private struct Pair: Hashable {
    var mentor: PersonID
    var mentee: PersonID

    init(_ decision: Decision) { (mentor, mentee) = (decision.mentor, decision.mentee) }
  }

  private static func profiles(of bank: Bank) -> [PersonID: [Int]] {
    var result: [PersonID: [Int]] = [:]
    for (index, profile) in bank.profiles.enumerated() {
      for member in profile.members { result[member, default: []].append(index) }
    }
    return result
  }

  /// Pins give nobody more mentors than the programme allows.
  private static func pinsAboveLimit(_ bank: Bank, _ programme: Programme) -> [Finding] {
    guard let limit = programme.mentorsPerMentee else { return [] }
    var mentors: [PersonID: Set<PersonID>] = [:]
    return bank.decisions.filter(\.kind.fixes).compactMap { pin in
      let isNew = mentors[pin.mentee, default: []].insert(pin.mentor).inserted
      guard isNew, mentors[pin.mentee]?.count == limit + 1 else { return nil }
      return Flaw.tooManyPins(pin.mentee, limit).finding(at: pin.source)
    }
  }
}

extension Decision {
  /// Whether some form is concerned by both.
  fileprivate func overlaps(_ other: Decision) -> Bool {
    form == nil || other.form == nil || form == other.form
  }
}

extension Flaw {
  static func sameDecision(_ first: SourceLocation) -> Flaw {
    Flaw(
      .warning, code: "repeatedDecision",
      Text(
        ru: "То же решение уже есть (\(first.place.ru)).",
        en: "The same decision stands already (\(first.place.en))."),
      advice: Text(ru: "Удалите повтор.", en: "Remove the repetition."))
  }

  fileprivate static func pinnedAndForbidden(_ ban: Decision) -> Flaw {
    Flaw(
      .error, code: "pinnedAndForbidden", value: ban.mentor.rawValue,
      Text(
        ru:
          "Пара \(ban.mentor) — \(ban.mentee) и закреплена, и запрещена (\(ban.source.place.ru)); "
          + "действует запрет.",
        en:
          "The pair \(ban.mentor) – \(ban.mentee) is pinned and forbidden (\(ban.source.place.en)); "
          + "the ban holds."),
      advice: Text(ru: "Оставьте одно из решений.", en: "Keep one of the decisions."))
  }

  fileprivate static func pinnedTwice(_ first: Decision) -> Flaw {
    Flaw(
      .error, code: "pinnedTwice", value: first.mentor.rawValue,
      Text(
        ru: "За этой заявкой уже закреплён \(first.mentor) (\(first.source.place.ru)); "
          + "эта строка не учтена.",
        en: "\(first.mentor) is pinned to this request already (\(first.source.place.en)); "
          + "this row is not used."),
      advice: Text(
        ru: "Оставьте одного наставника или укажите форму.",
        en: "Keep one mentor or state the form."))
  }

  fileprivate static func tooManyPins(_ mentee: PersonID, _ limit: Int) -> Flaw {
    Flaw(
      .warning, code: "tooManyPins", value: mentee.rawValue,
      Text(
        ru: "За \(mentee) закреплено больше наставников, чем допускает программа (\(limit)).",
        en: "More mentors are pinned to \(mentee) than the programme allows (\(limit))."),
      advice: Text(
        ru: "Снимите закрепление или измените mentorsPerMentee.",
        en: "Remove a pin or change mentorsPerMentee."))
  }
}
