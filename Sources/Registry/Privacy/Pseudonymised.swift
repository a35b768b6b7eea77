import GRDB
public import MentoringModel

extension Registry {
  /// What stands for each person when a bank is handed on: the same in every export.
  public func pseudonyms() throws(RegistryFailure) -> [PersonID: PersonID] {
    try read { database in
      var pseudonyms: [PersonID: PersonID] = [:]
      let rows = try Row.fetchCursor(database, sql: "SELECT code, pseudonym FROM person")
      while let row = try rows.next() {
        pseudonyms[PersonID(rawValue: row["code"])] = PersonID(rawValue: row["pseudonym"])
      }
      return pseudonyms
    }
  }
}

extension Bank {
  /// The bank for handing on: pseudonyms for ids and names, years for days of birth, and neither
  /// posts, titles of awards, names of groups nor curators.
  ///
  /// Pairs are matched as before: what the criteria look at stays.
  ///
  /// - Parameter pseudonyms: What stands for whom; all who are not among them become `X-?`.
  /// - Returns: The bank.
  public func pseudonymised(by pseudonyms: [PersonID: PersonID]) -> Bank {
    let name = { (id: PersonID) in pseudonyms[id] ?? PersonID(rawValue: "X-?") }
    var bank = self
    bank.mentors = mentors.map { old in
      var mentor = old.renaming(name)
      mentor.person.hide()
      mentor.awards = mentor.awards.indices.map { "\($0 + 1)" }
      return mentor
    }
    bank.mentees = mentees.map { old in
      var mentee = old.renaming(name)
      mentee.person.hide()
      return mentee
    }
    let groups = Dictionary(
      profiles.compactMap(\.group).map { folded($0) }.enumerated().map { ($1, $0 + 1) },
      uniquingKeysWith: { first, _ in first })
    bank.profiles = profiles.map { old in
      var profile = old.renaming(name)
      profile.group = old.group.flatMap { groups[folded($0)] }.map { "G-\($0)" }
      return profile
    }
    bank.roster = roster.map { old in
      var entry = old.renaming(name)
      entry.birth = entry.birth?.yearOnly
      return entry
    }
    bank.decisions = decisions.map { $0.renaming(name) }
    bank.companions = companions.map { $0.renaming(name) }
    for place in bank.organizations.indices { bank.organizations[place].curator = "" }
    return bank
  }
}

extension Programme {
  /// The text of the programme's file without the people whom it names: curators, and who keeps
  /// with whom.
  public func pseudonymised(_ file: String, by pseudonyms: [PersonID: PersonID]) -> String {
    var text = file
    for curator in Set(forms.map(\.curator)) where !curator.isEmpty {
      text = text.replacing(curator, with: "—")
    }
    let named = Set(forms.flatMap { $0.groups?.companions.flatMap(\.people) ?? [] })
    for person in named.sorted(by: { $0.rawValue.count > $1.rawValue.count }) {
      text = Erasure.replacing(
        person.rawValue, in: text, by: pseudonyms[person]?.rawValue ?? "X-?")
    }
    return text
  }
}

extension Person {
  fileprivate mutating func hide() {
    name = id.rawValue
    position = ""
    birth = birth?.yearOnly
  }
}

extension Birth {
  fileprivate var yearOnly: Birth {
    switch self {
    case .day(let day): .year(day.year)
    case .year: self
    }
  }
}
