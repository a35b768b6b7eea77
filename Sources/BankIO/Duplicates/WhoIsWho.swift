import MentoringModel
import Wording

/// Settles who is who in a bank: rows of one person become one, and who may be one person is never
/// paired with himself and asked about.
///
/// - Complexity: O(*n* log *n*) for *n* rows.
struct WhoIsWho {
  /// Who looks like whom, with the answers.
  private(set) var lookalikes: [Lookalike] = []
  /// What was found.
  private(set) var findings: [Finding] = []

  /// Merges rows of one bank and connects those of both.
  init(_ bank: inout Bank, answers: [DuplicateAnswer]) {
    let people = bank.mentors.map(\.person) + bank.mentees.map(\.person)
    noteIDsOfTwo(bank)
    lookalikes = Self.lookalikes(among: people, answers)
    findings += Self.unknown(answers, people)

    var classes = SamePeople()
    for pair in lookalikes where pair.isOnePerson { classes.join(pair.first.id, pair.second.id) }
    let mentors = Self.keepers(bank.mentors.map(\.id), classes)
    let mentees = Self.keepers(bank.mentees.map(\.id), classes)
    report(bank, mentors, mentees)
    bank.mergeMentors(mentors)
    bank.mergeMentees(mentees)
    bank.rename(mentors: mentors, mentees: mentees)
    connect(&bank, classes, mentors, mentees)
  }

  private static func lookalikes(
    among people: [Person], _ answers: [DuplicateAnswer]
  ) -> [Lookalike] {
    let answered = Dictionary(
      answers.map { ($0.pair, $0.isOnePerson) }, uniquingKeysWith: { _, last in last })
    var seen: Set<IDPair> = []
    var result: [Lookalike] = []
    for pair in Lookalikes.pairs(among: people) {
      let (first, second) = (people[pair.first], people[pair.second])
      let key = IDPair(first.id, second.id)
      guard seen.insert(key).inserted else { continue }
      result.append(
        Lookalike(first: first, second: second, isSure: pair.isSure, answer: answered[key]))
    }
    // What a curator says counts of people who do not look alike, too.
    let placeByID = Dictionary(
      people.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    for answer in answers where answer.isOnePerson && seen.insert(answer.pair).inserted {
      guard let one = placeByID[answer.pair.one], let other = placeByID[answer.pair.other] else {
        continue
      }
      result.append(
        Lookalike(
          first: people[min(one, other)], second: people[max(one, other)], isSure: false,
          answer: true))
    }
    return result
  }

  private static func unknown(_ answers: [DuplicateAnswer], _ people: [Person]) -> [Finding] {
    let known = Set(people.map(\.id))
    return answers.flatMap { answer in
      [answer.pair.one, answer.pair.other].filter { !known.contains($0) }
        .map { Flaw.unknownDuplicate($0).finding(at: answer.source) }
    }
  }

  /// Of each id that is dropped, the one that stays: the first of its person in the bank.
  private static func keepers(_ ids: [PersonID], _ classes: SamePeople) -> [PersonID: PersonID] {
    var first: [PersonID: PersonID] = [:]
    var keepers: [PersonID: PersonID] = [:]
    for id in ids {
      guard let person = classes.person(of: id) else { continue }
      if let keeper = first[person] { keepers[id] = keeper } else { first[person] = id }
    }
    return keepers
  }

  /// An id that means one person in one bank and another in the other.
  private mutating func noteIDsOfTwo(_ bank: Bank) {
    let mentors = Dictionary(
      bank.mentors.map { ($0.id, $0.person) }, uniquingKeysWith: { first, _ in first })
    for mentee in bank.mentees {
      guard let mentor = mentors[mentee.id], mentor.name != mentor.id.rawValue,
        mentee.person.name != mentee.id.rawValue,
        PersonName(mentor.name).agreement(with: PersonName(mentee.person.name)) == .different
      else { continue }
      findings.append(
        Flaw.idOfTwo(mentee.id, mentor).finding(at: mentee.person.source.column("ФИО")))
    }
  }

  private mutating func report(
    _ bank: Bank, _ mentors: [PersonID: PersonID], _ mentees: [PersonID: PersonID]
  ) {
    let sides = (Set(bank.mentors.map(\.id)), Set(bank.mentees.map(\.id)))
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

  /// Notes under which other ids each person is, or may be, in the banks.
  private func connect(
    _ bank: inout Bank, _ classes: SamePeople, _ mentors: [PersonID: PersonID],
    _ mentees: [PersonID: PersonID]
  ) {
    var others: [PersonID: Set<PersonID>] = [:]
    for pair in lookalikes where pair.isOnePerson || pair.isOpen {
      for first in [mentors[pair.first.id], mentees[pair.first.id], pair.first.id].compactMap(\.self)
      {
        for second in [mentors[pair.second.id], mentees[pair.second.id], pair.second.id]
          .compactMap(\.self) where first != second
        {
          others[first, default: []].insert(second)
          others[second, default: []].insert(first)
        }
      }
    }
    // Of three rows of one person the first and the last may look alike through the second only.
    var members: [PersonID: Set<PersonID>] = [:]
    for id in others.keys {
      if let person = classes.person(of: id) { members[person, default: []].insert(id) }
    }
    for (_, ids) in members where ids.count <= Lookalikes.mostIDs {
      for id in ids { others[id, default: []].formUnion(ids.subtracting([id])) }
    }
    guard !others.isEmpty else { return }
    for place in bank.mentors.indices {
      bank.mentors[place].person.otherIDs = others[bank.mentors[place].id] ?? []
    }
    for place in bank.mentees.indices {
      bank.mentees[place].person.otherIDs = others[bank.mentees[place].id] ?? []
    }
  }
}

extension Lookalikes {
  /// More ids than these of one person are a mistake, and not all pairs of them are kept.
  fileprivate static let mostIDs = 1000
}

/// Ids that are one person's, joined pair by pair.
private struct SamePeople {
  private var parents: [PersonID: PersonID] = [:]

  mutating func join(_ one: PersonID, _ other: PersonID) {
    let (a, b) = (root(one), root(other))
    parents[a] = parents[a] ?? a
    parents[b] = a
  }

  /// The id that stands for the person, or nil where the id was joined with no other.
  func person(of id: PersonID) -> PersonID? { parents[id] == nil ? nil : root(id) }

  private func root(_ id: PersonID) -> PersonID {
    var id = id
    while let parent = parents[id], parent != id { id = parent }
    return id
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
