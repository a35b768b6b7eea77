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
  /// posts, titles of awards, names of groups nor curators and others who decide.
  ///
  /// Pairs are matched as before: what the criteria look at stays.
  ///
  /// - Parameters:
  ///   - pseudonyms: What stands for whom; all who are not among them become `X-?`.
  ///   - keepsBirths: Whether days of birth stay, for a bank that is to be matched and not shown.
  /// - Returns: The bank.
  public func pseudonymised(
    by pseudonyms: [PersonID: PersonID], keepingBirths keepsBirths: Bool = false
  ) -> Bank {
    let name = { (id: PersonID) in pseudonyms[id] ?? .unknown }
    var bank = self
    bank.mentors = mentors.map { old in
      var mentor = old.renaming(name)
      mentor.person.hide(keepsBirths)
      mentor.awards = mentor.awards.indices.map { "\($0 + 1)" }
      return mentor
    }
    bank.mentees = mentees.map { old in
      var mentee = old.renaming(name)
      mentee.person.hide(keepsBirths)
      return mentee
    }
    let groups = groupPseudonyms
    bank.profiles = profiles.map { old in
      var profile = old.renaming(name)
      profile.group = old.group.flatMap { groups[folded($0)] }
      return profile
    }
    bank.roster = roster.map { old in
      var entry = old.renaming(name)
      if !keepsBirths { entry.birth = entry.birth?.yearOnly }
      return entry
    }
    bank.decisions = decisions.map { old in
      var decision = old.renaming(name)
      decision.decidedBy = ""
      return decision
    }
    bank.companions = companions.map { $0.renaming(name) }
    for place in bank.organizations.indices { bank.organizations[place].curator = "" }
    return bank
  }

  /// What stands for the names of groups, which are folded.
  public var groupPseudonyms: [String: String] {
    Dictionary(
      profiles.compactMap(\.group).map { folded($0) }.enumerated().map { ($1, "G-\($0 + 1)") },
      uniquingKeysWith: { first, _ in first })
  }
}

extension PersonID {
  /// What stands for those who have no pseudonym.
  public static let unknown = PersonID(rawValue: "X-?")
}

extension Programme {
  /// The programme without the people whom it names.
  public func pseudonymised(by pseudonyms: [PersonID: PersonID]) -> Programme {
    var programme = self
    programme.order.headName = ""
    for place in forms.indices {
      programme.forms[place].curator = ""
      if let companions = forms[place].groups?.companions {
        programme.forms[place].groups?.companions = companions.map { company in
          company.renaming { pseudonyms[$0] ?? .unknown }
        }
      }
    }
    return programme
  }

  /// The text of the programme's file without the people whom it names: curators, who signs the
  /// orders, and who keeps with whom.
  public func pseudonymised(_ file: String, by pseudonyms: [PersonID: PersonID]) -> String {
    var text = file
    for name in Set(forms.map(\.curator) + [order.headName]) where !name.isEmpty {
      text = text.replacing(name, with: "—")
    }
    let named = Set(forms.flatMap { $0.groups?.companions.flatMap(\.people) ?? [] })
    for person in named.sorted(by: { $0.rawValue.count > $1.rawValue.count }) {
      text = Erasure.replacing(
        person.rawValue, in: text, by: (pseudonyms[person] ?? .unknown).rawValue)
    }
    return text
  }
}

extension Person {
  fileprivate mutating func hide(_ keepsBirth: Bool) {
    name = id.rawValue
    position = ""
    if !keepsBirth { birth = birth?.yearOnly }
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
