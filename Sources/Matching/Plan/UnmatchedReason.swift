import MentoringModel
import Wording

/// Why an admitted profile is left without a mentor.
struct UnmatchedReason {
  let roster: FormRoster
  let scorer: RosterScorer
  let profile: PreparedProfile
  /// The profile's place in the roster.
  let place: Int
  let standing: FormStanding
  let isLimited: Bool
  /// Whether the time was up before the best plan was proved.
  let isStopped: Bool
  /// Who has somebody, where only so many mentors may.
  let atWork: MentorsAtWork?

  var unmatched: UnmatchedProfile {
    if isLimited { return limitReached }
    let allowed = scorer.allowed(for: profile)
    if allowed.isEmpty { return noCandidate }
    if isStopped { return undecided }
    if let groups = roster.groups, profile.isAlone {
      let shortfall = GroupShortfall(self, groups, allowed: allowed.map { Int($0) }).unmatched
      // Where pairs are made as well, taken places are the reason unless a group was near.
      if let shortfall, !groups.allowsPairs || shortfall.code != "noCompetency" {
        return shortfall
      }
    }
    if let atWork, let resting = resting(among: allowed, beside: atWork) {
      return tooManyMentors(resting, among: allowed, most: atWork.most)
    }
    return placesTaken(among: allowed)
  }

  /// The suitable mentors who have nobody, where no further mentor may have somebody.
  private func resting(among allowed: [Int32], beside atWork: MentorsAtWork) -> [Int32]? {
    guard atWork.mentors.count >= atWork.most else { return nil }
    let resting = allowed.filter {
      !atWork.mentors.contains(roster.mentors[Int($0)].mentor.id) && scorer.capacity[Int($0)] > 0
    }
    return resting.isEmpty ? nil : resting
  }

  private func tooManyMentors(
    _ resting: [Int32], among allowed: [Int32], most: Int
  ) -> UnmatchedProfile {
    let mentors = Noun.suitableMentor.counted(allowed.count)
    let limit = Noun.ofMentors.counted(most)
    return unmatched(
      code: "mentorsLimited",
      Text(
        ru: "\(mentors.ru), но программа занимает не больше \(limit.ru)",
        en: "\(mentors.en), but the programme puts no more than \(limit.en) to work"),
      advice: Text(
        ru: "Увеличьте maximumMentors, если можно занять ещё одного наставника.",
        en: "Raise maximumMentors if one more mentor can be put to work."),
      nearest: best(of: resting).map { mentor, fit in
        NearestMentor(
          mentor: mentor.mentor.id, fit: fit,
          obstacle: Text(
            ru: "сверх числа наставников, которых занимает программа",
            en: "beyond the number of mentors that the programme puts to work"))
      })
  }

  func unmatched(
    code: String, _ reason: Text, advice: Text, nearest: NearestMentor?
  ) -> UnmatchedProfile {
    UnmatchedProfile(
      form: roster.setting.form.id, mentees: profile.members.map(\.mentee.id),
      group: profile.profile.group, code: code, reason: reason, advice: advice, nearest: nearest)
  }

  private var undecided: UnmatchedProfile {
    unmatched(
      code: "stopped",
      Text(
        ru: "расчёт остановлен раньше, чем найден лучший план",
        en: "the work was stopped before the best plan was found"),
      advice: Text(ru: "Дайте расчёту больше времени.", en: "Give the work more time."),
      nearest: nil)
  }

  private var limitReached: UnmatchedProfile {
    unmatched(
      code: "mentorLimitReached",
      Text(
        ru: "у наставляемого уже столько наставников, сколько допускает программа",
        en: "the mentee has as many mentors as the programme allows"),
      advice: Text(
        ru: "Увеличьте mentorsPerMentee, если нужен ещё один наставник.",
        en: "Raise mentorsPerMentee if one more mentor is needed."),
      nearest: nil)
  }

  private func placesTaken(among allowed: [Int32]) -> UnmatchedProfile {
    let capacity = scorer.capacity
    let places = allowed.reduce(0) { $0 + capacity[Int($1)] }
    let isFull = allowed.allSatisfy { standing.load[Int($0)] >= capacity[Int($0)] }
    let mentors = Noun.suitableMentor.counted(allowed.count)
    let reason =
      isFull
      ? Text(
        ru: "\(mentors.ru), все места заняты (\(places))",
        en: "\(mentors.en), every place is taken (\(places))")
      : Text(
        ru: "\(mentors.ru), но исчерпан предел наставника по всем формам или предел организации",
        en: "\(mentors.en), but the limit over all forms or of the organization is reached")
    return unmatched(
      code: "capacityExhausted", reason,
      advice: Text(
        ru: "Ещё одно место у ближайшего наставника или ещё один наставник с такой компетенцией.",
        en: "One more place with the nearest mentor, or one more mentor with such competencies."),
      nearest: best(of: allowed).map { mentor, fit in
        NearestMentor(
          mentor: mentor.mentor.id, fit: fit,
          obstacle: Text(ru: "нет свободного места", en: "no free place"))
      })
  }

  /// Every mentor of the bank is ruled out: tells by which rules, and who came nearest.
  private var noCandidate: UnmatchedProfile {
    let own = scorer.forbidden(for: profile).filter { $0.code != "samePerson" }
    guard let most = own.mostFrequentCode else { return noMentor }
    let nearest = best(of: own.nearest)
    let obstacle = nearest.flatMap { mentor, _ in objection(to: mentor) }
    let all = own.reduce(0) { $0 + $1.mentors.count }
    let tally = own.tally.map { rule in
      let reason =
        objection(to: roster.mentors[Int(rule.mentors[0])])?.reason ?? Text(same: rule.code)
      // One rule that excludes them all needs no number of its own.
      return rule.mentors.count == all ? reason : reason + Text(same: " — \(rule.mentors.count)")
    }
    let count = Noun.mentor.counted(all)
    return unmatched(
      code: Self.publicCode(most),
      Text(
        ru: "правила исключают \(count.ru): ", en: "rules exclude \(count.en): ")
        + tally.joined(separator: "; "),
      advice: obstacle?.advice ?? .findMentor,
      nearest: nearest.map { mentor, fit in
        NearestMentor(
          mentor: mentor.mentor.id, fit: fit, obstacle: obstacle?.reason ?? Text(same: ""))
      })
  }

  private func objection(to mentor: PreparedMentor) -> Objection? {
    roster.veto(on: mentor, for: profile)?.objection
  }

  private var noMentor: UnmatchedProfile {
    let excluded = roster.excludedMentors.filter {
      $0.code != "formNotOffered" && $0.code != "wrongRole"
        && roster.allows($0.mentor, for: profile)
    }
    let nearest = best(of: excluded.map(\.mentor))
    let objection = excluded.first { $0.mentor.common.number == nearest?.0.common.number }?
      .objection
    return unmatched(
      code: "noMentor",
      Text(
        ru: "в этой форме нет ни одного наставника, который может участвовать",
        en: "no mentor can take part in this form"),
      advice: objection?.advice ?? .findMentor,
      nearest: nearest.map { mentor, fit in
        NearestMentor(
          mentor: mentor.mentor.id, fit: fit, obstacle: objection?.reason ?? Text(same: ""))
      })
  }

  /// The mentor with the greatest fit; the first of equals.
  func best(
    of mentors: [PreparedMentor], as membership: TopicMember? = nil
  ) -> (PreparedMentor, Int)? {
    var best: (PreparedMentor, Int)?
    for mentor in mentors {
      let fit = roster.scoring.total(
        of: mentor, for: profile, in: roster.setting, as: membership)
      if best.map({ fit > $0.1 }) ?? true { best = (mentor, fit) }
    }
    return best
  }

  /// The mentor of the roster with the greatest fit; the first of equals.
  private func best(of places: [Int32]) -> (PreparedMentor, Int)? {
    var best: (place: Int32, fit: Int32)?
    for (place, fit) in zip(places, scorer.fits(of: profile, beside: places))
    where best.map({ fit > $0.fit }) ?? true {
      best = (place, fit)
    }
    return best.map { (roster.mentors[Int($0.place)], Int($0.fit)) }
  }

  /// The code that programs see: what kept most mentors away.
  private static func publicCode(_ code: String) -> String {
    ["noCompetency", "missingMustHave"].contains(code)
      ? "noCompetency" : code == "outOfScope" ? code : "noEligibleMentor"
  }
}

extension ExcludedMember {
  var unmatched: UnmatchedProfile {
    UnmatchedProfile(
      form: profile.profile.form, mentees: [member.mentee.id], group: profile.profile.group,
      code: code, reason: objection.reason, advice: objection.advice, nearest: nil)
  }
}

extension [ForbiddenMentors] {
  /// The rule that forbids most mentors; of equals, the one whose code comes first.
  fileprivate var mostFrequentCode: String? {
    self.max { ($0.mentors.count, $1.code) < ($1.mentors.count, $0.code) }?.code
  }

  /// The three rules that forbid most mentors.
  fileprivate var tally: [ForbiddenMentors] {
    sorted { ($1.mentors.count, $0.code) < ($0.mentors.count, $1.code) }.prefix(3).map { $0 }
  }

  /// Those who are forbidden by the rule that stands nearest to agreement: the last one in the order
  /// in which rules are asked.
  fileprivate var nearest: [Int32] {
    pairVetoes.reversed().lazy.compactMap { veto in first { $0.code == veto.code }?.mentors }.first
      ?? []
  }
}

/// The mentors who have somebody, and how many may.
struct MentorsAtWork {
  let mentors: Set<PersonID>
  let most: Int
}

extension Noun {
  /// After «не больше», in the genitive.
  fileprivate static let ofMentors = Noun(
    one: "наставника", few: "наставников", many: "наставников", singular: "mentor",
    plural: "mentors")
  fileprivate static let suitableMentor = Noun(
    one: "подходящий наставник", few: "подходящих наставника", many: "подходящих наставников",
    singular: "suitable mentor", plural: "suitable mentors")
}

extension Text {
  fileprivate static let findMentor = Text(
    ru: "Найдите ещё одного наставника для этой формы.",
    en: "Find one more mentor for this form.")
}
