import MentoringModel
import Wording

/// The pairs that a curator has fixed.
struct Pins: Sendable {
  let decisions: [Decision]
  private let byMentee: [PersonID: [Decision]]

  init(_ decisions: [Decision]) {
    self.decisions = decisions.filter(\.kind.fixes)
    byMentee = Dictionary(grouping: self.decisions, by: \.mentee)
  }

  /// Whether any decision speaks of a member of the profile.
  func concern(_ profile: PreparedProfile) -> Bool {
    !byMentee.isEmpty && profile.members.contains { byMentee[$0.mentee.id] != nil }
  }

  /// Whether the mentor is fixed for any member of the profile.
  func fix(_ mentor: PersonID, for profile: PreparedProfile) -> Bool {
    guard !byMentee.isEmpty else { return false }
    return profile.members.contains { member in
      byMentee[member.mentee.id]?.contains {
        $0.mentor == mentor && $0.concerns(profile.profile.form)
      } ?? false
    }
  }
}

/// Whether a fixed pair can stand in a form.
enum PinStanding {
  case stands
  case notBoth
  case broken(Objection)
}

/// Tells of fixed pairs whether they can stand in a form, by looking people up and not through.
///
/// - Complexity: O(*n*) time and space for *n* people of the form; a question takes O(1) time, and
///   in a form of groups alone that of looking through the askers of the mentor's groups.
struct PinJudge {
  private let roster: FormRoster
  private let profiles: [PersonID: Int]
  private let mentors: [PersonID: Int]
  private let excludedMembers: [PersonID: Int]
  private let excludedMentors: [PersonID: Int]
  private let columns: [Int: [Int]]

  /// Prepares for questions about a form.
  init(_ roster: FormRoster) {
    self.roster = roster
    profiles = Self.places(
      roster.profiles.enumerated().lazy.flatMap { place, profile in
        profile.members.map { ($0.mentee.id, place) }
      })
    mentors = Self.places(roster.mentors.enumerated().lazy.map { ($1.mentor.id, $0) })
    excludedMembers = Self.places(
      roster.excludedMembers.enumerated().lazy.map { ($1.member.mentee.id, $0) })
    excludedMentors = Self.places(
      roster.excludedMentors.enumerated().lazy.map { ($1.mentor.mentor.id, $0) })
    columns = Dictionary(
      grouping: (roster.groups?.columns ?? []).indices,
      by: { roster.groups?.columns[$0].mentor ?? 0 })
  }

  /// Whether a fixed pair can stand.
  func standing(of pin: Decision) -> PinStanding {
    let excludedMember = excludedMembers[pin.mentee].map { roster.excludedMembers[$0] }
    let excludedMentor = excludedMentors[pin.mentor].map { roster.excludedMentors[$0] }
    let (profile, mentor) = (profiles[pin.mentee], mentors[pin.mentor])
    guard profile != nil || excludedMember != nil, mentor != nil || excludedMentor != nil else {
      return .notBoth
    }
    if let objection = excludedMember?.objection ?? excludedMentor?.objection {
      return .broken(objection)
    }
    guard let profile, let mentor else { return .notBoth }
    if let veto = roster.veto(on: roster.mentors[mentor], for: roster.profiles[profile]) {
      return .broken(veto.objection)
    }
    return mayMeet(mentor, profile) ? .stands : .broken(.noGroupWithMentor)
  }

  /// Whether some pair or group could hold both.
  private func mayMeet(_ mentor: Int, _ profile: Int) -> Bool {
    guard let groups = roster.groups, !roster.mayPair(roster.profiles[profile]) else { return true }
    return columns[mentor]?.contains { groups.columns[$0].askers.contains(profile) } ?? false
  }

  /// The first place of each id.
  private static func places(_ places: some Sequence<(PersonID, Int)>) -> [PersonID: Int] {
    Dictionary(places, uniquingKeysWith: { first, _ in first })
  }
}

extension Objection {
  fileprivate static let noGroupWithMentor = Objection(
    reason: Text(
      ru: "в этой форме только группы, а группы этого наставника по темам заявки быть не может",
      en: "the form makes groups alone, and this mentor can lead none about what is asked for"),
    advice: Text(
      ru: "Проверьте темы заявки и уровень наставника в них, размер группы и число просящих.",
      en: "Look at the topics of the request, the mentor's level in them, the size of a group and "
        + "the number of those who ask."))
}

extension Decision {
  /// Whether the decision speaks of one of the forms that are matched.
  func isAmong(_ rosters: [FormRoster]) -> Bool {
    rosters.contains { concerns($0.setting.form.id) }
  }
}

extension Finding {
  /// A fixed pair that a hard rule forbids.
  static func brokenPin(_ pin: Decision, _ objection: Objection) -> Finding {
    Finding(
      .error, code: "brokenPin", at: pin.source, value: "\(pin.mentor) – \(pin.mentee)",
      Text(
        ru: "Закреплённая пара нарушает правило: \(objection.reason.ru).",
        en: "The fixed pair breaks a rule: \(objection.reason.en)."),
      advice: Text(
        ru: "Уберите строку или устраните причину. \(objection.advice.ru)",
        en: "Remove the row or its cause. \(objection.advice.en)"))
  }

  /// A fixed pair of people who never meet in a form.
  static func aimlessPin(_ pin: Decision) -> Finding {
    Finding(
      .error, code: "aimlessPin", at: pin.source, value: "\(pin.mentor) – \(pin.mentee)",
      Text(
        ru: "Закреплённой пары нет ни в одной форме: такого наставника или заявки нет.",
        en: "The fixed pair is in no form: there is no such mentor or request."),
      advice: Text(
        ru: "Сверьте коды людей и форму с базами.",
        en: "Compare the ids and the form with the banks."))
  }

  /// A fixed pair for which there was no place.
  static func unmetPin(_ pin: Decision) -> Finding {
    Finding(
      .error, code: "unmetPin", at: pin.source, value: "\(pin.mentor) – \(pin.mentee)",
      Text(
        ru: "Закреплённая пара не поместилась: исчерпан предел наставника, организации или заявки.",
        en: "The fixed pair found no place: a limit of mentor, organization or mentee is reached."),
      advice: Text(
        ru: "Увеличьте этот предел или уберите одно из закреплений.",
        en: "Raise that limit or remove one of the fixed pairs."))
  }
}
