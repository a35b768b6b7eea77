import MentoringModel
import Wording

/// A setting of a person or an organization: `mentors.M-07.capacity`, `mentees.E-1=off`.
struct BankSetting {
  private let setting: ScenarioSetting
  private let bank: String
  private let id: String
  private let keys: [String]

  init(_ setting: ScenarioSetting) {
    self.setting = setting
    let parts = setting.parts
    bank = parts[0]
    id = parts.count > 1 ? parts[1] : ""
    keys = Array(parts.dropFirst(2))
  }

  /// Changes the bank; competencies and forms go by the words of the programme.
  func apply(to bank: inout Bank, of programme: inout Programme) throws(Flaw) {
    switch self.bank {
    case "mentors": try changeMentor(in: &bank, programme)
    case "mentees": try changeMentee(in: &bank)
    default: try changeOrganization(in: &bank)
    }
  }

  private func changeMentor(in bank: inout Bank, _ programme: Programme) throws(Flaw) {
    let person = PersonID(rawValue: id)
    if keys == ["like"] {
      let model = PersonID(rawValue: setting.value)
      guard !bank.mentors.contains(where: { $0.id == person }) else { throw .idTaken(id) }
      guard var copy = bank.mentors.first(where: { $0.id == model }) else {
        throw unknown(setting.value, bank.mentors.map(\.id.rawValue))
      }
      copy.person.id = person
      copy.person.name = id
      bank.mentors.append(copy)
      return
    }
    let places = bank.mentors.indices.filter { bank.mentors[$0].id == person }
    guard !places.isEmpty else { throw unknown(id, bank.mentors.map(\.id.rawValue)) }
    if isOff {
      bank.mentors.removeAll { $0.id == person }
      return
    }
    for place in places {
      if try change(&bank.mentors[place].person) { continue }
      try change(&bank.mentors[place], programme)
    }
  }

  private func change(_ mentor: inout Mentor, _ programme: Programme) throws(Flaw) {
    switch (keys.first, keys.count) {
    case ("capacity", 1): mentor.capacity = try number()
    case ("capacity", 2):
      let form = FormID(rawValue: keys[1])
      guard programme.form(form) != nil else {
        throw unknown(keys[1], programme.forms.map(\.id.rawValue))
      }
      mentor.capacityByForm[form] = try number()
    case ("trained", 1): mentor.isTrained = try flag()
    case ("municipal", 1): mentor.isMunicipal = try flag()
    case ("competencies", 2):
      guard let competency = programme.vocabulary.competency(named: keys[1]) else {
        throw unknown(keys[1], programme.vocabulary.words)
      }
      guard let level = Int(setting.value), (0...5).contains(level) else {
        throw .noNumber(setting.value, 0...5)
      }
      mentor.competencies[competency] = level == 0 ? nil : level
    default:
      throw unknown(
        keys.first ?? id,
        ["capacity", "competencies", "like", "municipal", "trained"] + Self.personKeys)
    }
  }

  private func changeMentee(in bank: inout Bank) throws(Flaw) {
    let person = PersonID(rawValue: id)
    if keys == ["like"] {
      let model = PersonID(rawValue: setting.value)
      guard !bank.mentees.contains(where: { $0.id == person }) else { throw .idTaken(id) }
      guard var copy = bank.mentees.first(where: { $0.id == model }) else {
        throw unknown(setting.value, bank.mentees.map(\.id.rawValue))
      }
      copy.person.id = person
      copy.person.name = id
      bank.mentees.append(copy)
      for var profile in bank.profiles where profile.members == [model] {
        profile.members = [person]
        bank.profiles.append(profile)
      }
      return
    }
    let places = bank.mentees.indices.filter { bank.mentees[$0].id == person }
    guard !places.isEmpty else { throw unknown(id, bank.mentees.map(\.id.rawValue)) }
    if isOff {
      bank.mentees.removeAll { $0.id == person }
      for index in bank.profiles.indices { bank.profiles[index].members.removeAll { $0 == person } }
      bank.profiles.removeAll { $0.members.isEmpty }
      return
    }
    for place in places where try !change(&bank.mentees[place].person) {
      throw unknown(keys.first ?? id, ["like"] + Self.personKeys)
    }
  }

  private func changeOrganization(in bank: inout Bank) throws(Flaw) {
    let organizations = bank.organizations.map(\.id.rawValue)
    guard let place = organizations.firstIndex(of: id) else { throw unknown(id, organizations) }
    guard keys == ["capacity"] else { throw unknown(keys.first ?? id, ["capacity"]) }
    bank.organizations[place].capacity = try number()
  }
}

extension BankSetting {
  private static let personKeys = [
    "available", "dataConsent", "dutiesConsent", "experience", "organization",
  ]

  /// Changes what both sides have; false where the key is none of it.
  private func change(_ person: inout Person) throws(Flaw) -> Bool {
    guard keys.count == 1 else { return false }
    switch keys[0] {
    case "available": person.availableThisCycle = try flag()
    case "dataConsent": person.dataConsent = try flag() ? .given(nil) : .absent
    case "dutiesConsent": person.dutiesConsent = try flag() ? .given(nil) : .absent
    case "organization": person.organization = OrganizationID(rawValue: setting.value)
    case "experience":
      guard let years = Int(setting.value), (0...80).contains(years) else {
        throw .noNumber(setting.value, 0...80)
      }
      person.experience = .months(years * 12)
    default: return false
    }
    return true
  }

  private var isOff: Bool { keys.isEmpty && setting.value == "off" }

  private func flag() throws(Flaw) -> Bool {
    guard let flag = FlagCell.flag(in: setting.value) else { throw .noSwitch(setting.value) }
    return flag
  }

  private func number() throws(Flaw) -> Int {
    guard let number = Int(setting.value), (0...CapacityCell.most).contains(number) else {
      throw .noNumber(setting.value, 0...CapacityCell.most)
    }
    return number
  }

  private func unknown(_ part: String, _ known: [String]) -> Flaw {
    .unknownPath(setting.path, part, known)
  }
}

extension Flaw {
  fileprivate static func idTaken(_ id: String) -> Flaw {
    Flaw(
      .error, code: "idTaken", value: id,
      Text(ru: "«\(quoted(id))» уже есть в базе.", en: "“\(quoted(id))” is in the bank already."),
      advice: Text(ru: "Возьмите другой код.", en: "Take another id."))
  }
}
