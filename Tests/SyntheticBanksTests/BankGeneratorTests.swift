import MentoringModel
import Testing

@testable import SyntheticBanks

@Suite struct `Bank generator` {
  @Test(arguments: ProgrammeTemplate.allCases)
  func `makes the same bank from the same seed`(template: ProgrammeTemplate) throws {
    #expect(try bank(template) == bank(template))
    #expect(try bank(template) != bank(template, seed: 2024))
  }

  @Test func `draws the numbers of the published generator`() {
    var generator = SplitMix64(state: 0)
    #expect(generator.next() == 0xE220_A839_7B1D_CDAF)
    #expect(generator.next() == 0x6E78_9E6A_A1B9_65F4)
  }

  @Test(arguments: ProgrammeTemplate.allCases)
  func `gives people invented surnames only`(template: ProgrammeTemplate) throws {
    let known = Set(InventedNames.surnames.flatMap { [$0.male, $0.female] })
    for person in try people(bank(template)) {
      let words = person.name.split(separator: " ").map(String.init)
      #expect(words.count == 3)
      #expect(known.contains(words[0]), "\(person.name)")
    }
  }

  @Test func `lets surname, name and patronymic agree in gender`() {
    var generator = SplitMix64(seed: 1, stream: 1)
    let women = Set(InventedNames.surnames.map(\.female))
    for _ in 0..<500 {
      let words = generator.name(femalePercent: 50).split(separator: " ").map(String.init)
      let isFemale = women.contains(words[0])
      #expect((isFemale ? InventedNames.femaleNames : InventedNames.maleNames).contains(words[1]))
      #expect(words[2].hasSuffix(isFemale ? "на" : "ич"))
    }
  }

  @Test(arguments: ProgrammeTemplate.allCases)
  func `asks only for forms, roles and competencies that the programme has`(
    template: ProgrammeTemplate
  ) throws {
    let (programme, bank) = (try template.programme(), try bank(template))
    let roles = Dictionary(uniqueKeysWithValues: bank.mentees.map { ($0.id, $0.person.roles) })
    for profile in bank.profiles {
      let form = try #require(programme.form(profile.form))
      for request in profile.requests { #expect(programme.vocabulary[request.competency] != nil) }
      for member in profile.members {
        #expect(!form.menteeRoles.isDisjoint(with: try #require(roles[member])))
      }
    }
    for mentor in bank.mentors {
      for competency in mentor.competencies.keys {
        #expect(programme.vocabulary[competency] != nil, "\(competency)")
      }
      for id in mentor.forms {
        let form = try #require(programme.form(id))
        #expect(!form.mentorRoles.isDisjoint(with: mentor.person.roles))
      }
    }
    for form in programme.forms {
      #expect(bank.profiles.contains { $0.form == form.id })
      #expect(bank.mentors.contains { $0.forms.contains(form.id) })
    }
  }

  @Test(arguments: ProgrammeTemplate.allCases)
  func `keeps ages, experience and ids plausible`(template: ProgrammeTemplate) throws {
    let (programme, bank) = (try template.programme(), try bank(template))
    for person in people(bank) {
      guard let experience = person.experience, let birth = person.birth else { continue }
      #expect(birth.age(on: programme.asOf) * 12 - experience.months(on: programme.asOf) >= 20 * 12)
    }
    #expect(Set(bank.mentors.map(\.id)).count == bank.mentors.count)
    #expect(Set(bank.mentees.map(\.id)).count == bank.mentees.count)
    let names = Dictionary(grouping: people(bank), by: \.id).values
    #expect(names.allSatisfy { Set($0.map(\.name)).count == 1 })
  }

  @Test(arguments: ProgrammeTemplate.allCases)
  func `puts some people into both banks`(template: ProgrammeTemplate) throws {
    let bank = try bank(template)
    #expect(!Set(bank.mentors.map(\.id)).isDisjoint(with: bank.mentees.map(\.id)))
  }

  @Test(arguments: [(0, 0), (1, 1), (7, 300), (5_000, 400)])
  func `has as many rows as asked for`(mentees: Int, mentors: Int) throws {
    for template in ProgrammeTemplate.allCases {
      let recipe = try template.recipe().scaled(mentees: mentees, mentors: mentors)
      let bank = BankGenerator(programme: try template.programme(), recipe: recipe).bank(seed: 1)
      #expect(bank.mentors.count == mentors)
      #expect(bank.profiles.reduce(0) { $0 + $1.members.count } == mentees)
    }
  }

  @Test func `forms groups of three to five teachers at the medical college`() throws {
    let groups = try bank(.vologdaMedicalCollege).profiles.filter { $0.group != nil }
    #expect((4...6).contains(groups.count))
    #expect(groups.allSatisfy { (3...5).contains($0.members.count) })
    #expect(groups.allSatisfy { Set($0.members).count == $0.members.count })
  }

  @Test func `keeps every laureate of the district in the municipal bank`() throws {
    let laureates = try bank(.bogorodskDistrict).mentors.filter { !$0.awards.isEmpty }
    #expect(!laureates.isEmpty)
    #expect(laureates.allSatisfy { $0.isMunicipal })
  }

  @Test func `lists every educator of the district's banks in the roster`() throws {
    let bank = try bank(.bogorodskDistrict)
    let roster = Set(bank.roster.map(\.id))
    #expect(roster.count == bank.roster.count)
    #expect((850...950).contains(roster.count))
    #expect(roster.isSuperset(of: people(bank).map(\.id)))
  }

  @Test func `leaves some organizations of the district almost without mentors`() throws {
    let bank = try bank(.bogorodskDistrict)
    let mentors = Dictionary(grouping: bank.mentors, by: \.person.organization)
    let mentees = Dictionary(grouping: bank.mentees, by: \.person.organization)
    let short = mentees.filter { $0.value.count >= 3 && (mentors[$0.key]?.count ?? 0) <= 1 }
    #expect(short.count >= 5)
  }

  @Test func `puts an educator of exactly three years into both banks of the TPU lyceum`() throws {
    let (programme, bank) = (try ProgrammeTemplate.tpuLyceum.programme(), try bank(.tpuLyceum))
    func isThirdYear(_ person: Person) -> Bool {
      person.experience?.months(on: programme.asOf) == 36
    }
    let mentors = bank.mentors.map(\.person).filter(isThirdYear).map(\.id)
    let mentees = bank.mentees.map(\.person).filter(isThirdYear).map(\.id)
    #expect(!Set(mentors).isDisjoint(with: mentees))
  }

  @Test func `draws superiors for the directors' form`() throws {
    let bank = try bank(.blagoveshchenskLyceum)
    let directors = bank.mentors.filter { $0.person.roles.contains("director") }.map(\.id)
    let subordinate = bank.mentees.first { $0.person.superior.map(directors.contains) ?? false }
    #expect(subordinate != nil)
  }
}

/// The bank of a template.
func bank(_ template: ProgrammeTemplate, seed: UInt64 = 2023) throws -> Bank {
  BankGenerator(programme: try template.programme(), recipe: try template.recipe())
    .bank(seed: seed)
}

/// Everybody on either side.
func people(_ bank: Bank) -> [Person] { bank.mentors.map(\.person) + bank.mentees.map(\.person) }
