import MentoringModel
import Wording

/// Settles who is who in a bank: rows of one person become one, and who may be one person is never
/// paired with himself and asked about.
///
/// - Complexity: O(*n* log *n*) for *n* rows.
struct WhoIsWho {
  /// Who looks like whom, with the answers.
  private(set) var lookalikes: [Lookalike] = []
  /// The mentors whose rows were merged into others'.
  private(set) var mergedMentors: [Mentor] = []
  /// The rows of mentees whose requests were merged into others'.
  private(set) var mergedRequests: [RequestRow] = []
  /// What was found.
  private(set) var findings: [Finding] = []

  /// Merges rows of one bank and connects those of both.
  ///
  /// - Parameters:
  ///   - bank: what the tables hold.
  ///   - answers: what the curator says of who is one person.
  ///   - homes: the organizations whose bases the files are.
  init(_ bank: inout Bank, answers: [DuplicateAnswer], homes: [String: OrganizationID] = [:]) {
    noteIDsOfTwo(bank)
    let found = Lookalikes(among: bank.identities)
    lookalikes = Self.lookalikes(found, in: bank, answers)
    let crowds = found.crowds.map { crowd in crowd.map { bank.person(at: $0) } }
    findings += crowds.map { crowd in
      Flaw.crowd(crowd).finding(at: crowd[0].source.column("ФИО"))
    }
    findings += Self.unknown(answers, bank)

    var classes = SamePeople()
    for pair in lookalikes where pair.isOnePerson { classes.join(pair.first.id, pair.second.id) }
    let mentors = Self.keepers(bank.mentors, \.person, classes, homes)
    let mentees = Self.keepers(bank.mentees, \.person, classes, homes)
    mergedRequests = bank.doubledRequests(mentees)
    if !mentors.isEmpty { mergedMentors = bank.mentors.filter { mentors[$0.id] != nil } }
    report(bank)
    findings += bank.spreadWithdrawals(among: classes)
    bank.mergeMentors(mentors)
    bank.mergeMentees(mentees)
    bank.rename(mentors: mentors, mentees: mentees)
    bank.connect(lookalikes.filter(\.isOpen), crowds, classes)
  }

  private static func lookalikes(
    _ found: Lookalikes, in bank: Bank, _ answers: [DuplicateAnswer]
  ) -> [Lookalike] {
    let answered = Dictionary(
      answers.map { ($0.pair, $0.isOnePerson) }, uniquingKeysWith: { _, last in last })
    var seen: Set<IDPair> = []
    var result: [Lookalike] = []
    for pair in found.pairs {
      let (first, second) = (bank.person(at: pair.first), bank.person(at: pair.second))
      let key = IDPair(first.id, second.id)
      guard seen.insert(key).inserted else { continue }
      result.append(
        Lookalike(first: first, second: second, isSure: pair.isSure, answer: answered[key]))
    }
    // What a curator says counts of people who do not look alike, too.
    let placeByID = bank.places(of: answers.filter(\.isOnePerson))
    for answer in answers where answer.isOnePerson && seen.insert(answer.pair).inserted {
      guard let one = placeByID[answer.pair.one], let other = placeByID[answer.pair.other] else {
        continue
      }
      result.append(
        Lookalike(
          first: bank.person(at: min(one, other)), second: bank.person(at: max(one, other)),
          isSure: false, answer: true))
    }
    return result
  }

  private static func unknown(_ answers: [DuplicateAnswer], _ bank: Bank) -> [Finding] {
    let known = bank.places(of: answers)
    return answers.flatMap { answer in
      [answer.pair.one, answer.pair.other].filter { known[$0] == nil }
        .map { Flaw.unknownDuplicate($0).finding(at: answer.source) }
    }
  }

  /// Of each id that is dropped, the one that stays: the first of its person in the base of the own
  /// organization, or else in the bank.
  private static func keepers<Row>(
    _ rows: [Row], _ person: KeyPath<Row, Person>, _ classes: SamePeople,
    _ homes: [String: OrganizationID]
  ) -> [PersonID: PersonID] {
    var first: [PersonID: (id: PersonID, isAtHome: Bool)] = [:]
    let people = rows.lazy.map { $0[keyPath: person] }
      .filter { classes.person(of: $0.id) != nil }
    for person in people {
      guard let one = classes.person(of: person.id) else { continue }
      let isAtHome = person.isAtHome(homes)
      if first[one] == nil || isAtHome && first[one]?.isAtHome == false {
        first[one] = (person.id, isAtHome)
      }
    }
    return people.reduce(into: [:]) { keepers, person in
      guard let keeper = classes.person(of: person.id).flatMap({ first[$0]?.id }),
        keeper != person.id
      else { return }
      keepers[person.id] = keeper
    }
  }

  /// An id that means one person in one bank and another in the other.
  private mutating func noteIDsOfTwo(_ bank: Bank) {
    let places = Dictionary(
      bank.mentors.indices.lazy.map { (bank.mentors[$0].id, $0) },
      uniquingKeysWith: { first, _ in first })
    for mentee in bank.mentees {
      guard let mentor = places[mentee.id].map({ bank.mentors[$0].person }),
        mentor.name != mentor.id.rawValue, mentee.person.name != mentee.id.rawValue,
        Self.areTwo(PersonName(mentor.name), PersonName(mentee.person.name))
      else { continue }
      findings.append(
        Flaw.idOfTwo(mentee.id, mentor).finding(at: mentee.person.source.column("ФИО")))
    }
  }

  private static func areTwo(_ one: PersonName, _ other: PersonName) -> Bool {
    // A surname alone is whoever has it.
    guard one.words.count > 1, other.words.count > 1 else {
      return one.words.first != other.words.first
    }
    return one.agreement(with: other) == .different
  }

  private mutating func report(_ bank: Bank) {
    let alike = Set(lookalikes.flatMap { [$0.first.id, $0.second.id] })
    let sides = (
      Set(bank.mentors.lazy.map(\.id).filter(alike.contains)),
      Set(bank.mentees.lazy.map(\.id).filter(alike.contains))
    )
    for pair in lookalikes {
      let place = pair.second.source.column("ФИО")
      let (first, second) = (pair.first.id, pair.second.id)
      let isInOneBank =
        sides.0.contains(first) && sides.0.contains(second)
        || sides.1.contains(first) && sides.1.contains(second)
      if pair.isOnePerson {
        let flaw = Flaw.onePerson(second, pair.first, isMerged: isInOneBank)
        findings.append(flaw.finding(at: place))
      } else if pair.isOpen {
        findings.append(
          Flaw.possibleDuplicate(second, pair.first, isInOneBank: isInOneBank).finding(at: place))
      }
    }
  }
}

extension Flaw {
  static func onePerson(_ id: PersonID, _ first: Person, isMerged: Bool) -> Flaw {
    Flaw(
      .note, code: isMerged ? "mergedDuplicate" : "samePerson", value: id.rawValue,
      isMerged
        ? Text(
          ru: "Это тот же человек, что \(first.id) (\(first.source.place.ru)); строки объединены.",
          en: "It is the same person as \(first.id) (\(first.source.place.en)); "
            + "the rows were merged.")
        : Text(
          ru: "Это тот же человек, что \(first.id) (\(first.source.place.ru)); "
            + "сам себе он не предлагается.",
          en: "It is the same person as \(first.id) (\(first.source.place.en)), "
            + "who is not proposed to himself."),
      advice: Text(
        ru: "Дайте ему один код; если это разные люди, ответьте «нет» в duplicates.csv.",
        en: "Use one id; if they are two people, answer “no” in duplicates.csv."))
  }

  fileprivate static func possibleDuplicate(
    _ id: PersonID, _ first: Person, isInOneBank: Bool
  ) -> Flaw {
    Flaw(
      .warning, code: "possibleDuplicate", value: id.rawValue,
      Text(
        ru: "Возможно, это тот же человек, что \(first.id) (\(first.source.place.ru))"
          + (isInOneBank ? "." : "; до ответа пару из них не предлагаем."),
        en: "It may be the same person as \(first.id) (\(first.source.place.en))"
          + (isInOneBank ? "." : "; until that is answered the two are not paired.")),
      advice: Text(
        ru: "Ответьте в duplicates.csv (его пишут check --annotate и match --out) "
          + "и положите файл в папку программы.",
        en: "Answer in duplicates.csv (check --annotate and match --out write it) "
          + "and put the file into the programme folder."))
  }

  fileprivate static func crowd(_ people: [Person]) -> Flaw {
    let rows = Noun.row.counted(people.count)
    return Flaw(
      .warning, code: "crowdOfNamesakes", value: people[0].name,
      Text(
        ru: "Так или похоже названы \(rows.ru), и рождение людей не различает; "
          + "друг другу они не предлагаются.",
        en: "\(rows.en) have this name or one like it, and births do not tell the people apart; "
          + "they are not proposed to each other."),
      advice: Text(
        ru: "Впишите полные имена и даты рождения.", en: "Write full names and dates of birth."))
  }

  fileprivate static func unknownDuplicate(_ id: PersonID) -> Flaw {
    Flaw(
      .note, code: "unknownDuplicate", value: id.rawValue,
      Text(ru: "Кода \(id) в базах нет.", en: "The id \(id) is in neither bank."),
      advice: Text(
        ru: "Удалите строку, если она больше не нужна.",
        en: "Remove the row if it is needed no more."))
  }

  fileprivate static func idOfTwo(_ id: PersonID, _ mentor: Person) -> Flaw {
    Flaw(
      .warning, code: "idOfTwo", value: id.rawValue,
      Text(
        ru: "Под кодом \(id) в базе наставников стоит другое имя (\(mentor.source.place.ru)).",
        en: "In the bank of mentors the id \(id) has another name (\(mentor.source.place.en))."),
      advice: Text(
        ru: "Один код — один человек: дайте другому другой код.",
        en: "One id is one person: give the other another id."))
  }
}
