import MentoringModel
import SolverConformance
import Testing

@Suite struct LikenessTests {
  static let names: [(String, String, PersonName.Agreement)] = [
    ("Сидорова-Ёлкина Инна Павловна", "СИДОРОВА – ЕЛКИНА  инна павловна", .same),
    ("Сидорова Инна Павловна", "Сидорова И. П.", .possible),
    ("Сидорова Инна Павловна", "Сидорова И.П.", .possible),
    ("И.П. Сидорова", "Сидорова Инна Павловна", .possible),
    ("Сидорова И.", "Сидорова И. П.", .possible),
    ("Сидорова Инна", "Сидорова Инна Павловна", .possible),
    ("Инна Павловна Сидорова", "Сидорова Инна Павловна", .possible),
    ("Сидорова Инна Павловна", "Сидорова Анна Павловна", .different),
    ("Сидорова Инна Павловна", "Сидорова А. П.", .different),
    ("Сидорова Инна Павловна", "Сидорова И. А.", .different),
    ("Сидорова", "Сидорова Инна", .different),
    ("Сидорова И. П.", "Сидоркина И. П.", .different),
    ("Сидорова И. П.", "Сидорова И. П.", .possible),
    ("Вакансия", "Вакансия", .possible),
    ("", "", .different),
  ]

  @Test(arguments: names)
  func `names agree by their words`(
    one: String, other: String, agreement: PersonName.Agreement
  ) {
    #expect(PersonName(one).agreement(with: PersonName(other)) == agreement)
    #expect(PersonName(other).agreement(with: PersonName(one)) == agreement)
  }

  private static func person(
    _ name: String, _ organization: OrganizationID? = nil, _ birth: String? = nil,
    id: PersonID = "A"
  ) -> Person {
    var person = Person(id: id, name: name)
    person.organization = organization
    person.birth = birth.flatMap { text in
      CalendarDate(text).map(Birth.day) ?? Int(text).map(Birth.year)
    }
    return person
  }

  static let full = "Сидорова Инна Павловна"
  static let rows: [(Person, Person, Likeness)] = [
    (person(full, "S1", "1980-05-06"), person(full, "S1", "1980-05-06"), .sure),
    (person(full, "S1", "1980-05-06"), person(full, "S2", "1980-05-06"), .sure),
    (
      person("Сидорова Инна", "S1", "1980-05-06"), person("Сидорова Инна", "S1", "1980-05-06"),
      .sure
    ),
    (
      person("Сидорова Инна", "S1", "1980-05-06"), person("Сидорова Инна", "S2", "1980-05-06"),
      .possible
    ),
    (person(full, "S1", "1980"), person(full, "S1", "1980-05-06"), .sure),
    (person(full, nil, "1980"), person(full, nil, "1980"), .sure),
    (person("Сидорова Инна", "S1", "1980"), person("Сидорова Инна", "S1", "1980"), .possible),
    (person(full, "S1", "1980"), person(full, "S2", "1980"), .possible),
    (person(full, "S1", "1980"), person(full, "S1", "1981"), .different),
    (person(full, "S1", "1980-05-06"), person(full, "S1", "1980-05-07"), .different),
    (person(full, "S1"), person(full, "S1", "1980"), .possible),
    (person(full, "S1"), person(full), .possible),
    (person(full, "S1"), person(full, "S2"), .different),
    (person("Сидорова И. П.", "S1"), person(full, "S1", "1980"), .possible),
    (person("Сидорова И. П.", "S1", "1980"), person(full, "S2", "1980"), .different),
    (person("Сидорова И. П.", nil, "1980"), person(full, "S2", "1980"), .possible),
    (person("Сидорова И. П.", nil), person(full, "S2"), .different),
    (person("Сидорова А. П.", "S1", "1980"), person(full, "S1", "1980"), .different),
  ]

  @Test(arguments: rows)
  func `rows are one person's by name, organization and birth`(
    one: Person, other: Person, likeness: Likeness
  ) {
    #expect(one.likeness(to: other) == likeness)
    #expect(other.likeness(to: one) == likeness)
  }

  @Test(arguments: 0..<20)
  func `finds the pairs that comparing all with all finds`(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let names = [
      Self.full, "Сидорова И. П.", "сидорова инна павловна", "Сидорова Инна", "Ёлкин Олег Ильич",
      "Елкин О.", "Олег Ильич Ёлкин", "О. И. Ёлкин",
    ]
    let people = (0..<60).map { number in
      let year = 1980 + Int(random.next() % 2)
      return Self.person(
        names[Int(random.next() % 8)], [nil, "S1", "S2"][Int(random.next() % 3)],
        [nil, "\(year)", "\(year)-05-06"][Int(random.next() % 3)],
        id: PersonID(rawValue: "P\(number % 50)"))
    }
    var expected: [Lookalikes.Pair] = []
    for first in people.indices {
      for second in people.indices where second > first && people[first].id != people[second].id {
        let likeness = people[first].likeness(to: people[second])
        guard likeness != .different else { continue }
        expected.append(
          Lookalikes.Pair(first: first, second: second, isSure: likeness == .sure))
      }
    }
    #expect(!expected.isEmpty)
    #expect(Lookalikes(among: people).pairs == expected)
  }

  @Test func `two days of one year and the year alone are not surely one person`() {
    let people = ["1980", "1980-05-06", "1980-05-07"].enumerated().map { number, birth in
      Self.person(Self.full, "S1", birth, id: PersonID(rawValue: "P\(number)"))
    }
    let pairs = Lookalikes(among: people).pairs
    #expect(pairs.map { [$0.first, $0.second] } == [[0, 1], [0, 2]])
    #expect(pairs.allSatisfy { !$0.isSure })
  }

  @Test func `of a hundred with one name and many births every pair is listed`() {
    // Two of each year; so many names alike are no crowd where births tell them apart.
    let people = (0..<100).map { number in
      Self.person(Self.full, "S1", "\(1950 + number / 2)", id: PersonID(rawValue: "P\(number)"))
    }
    let found = Lookalikes(among: people)
    #expect(found.pairs.map { [$0.first, $0.second] } == (0..<50).map { [2 * $0, 2 * $0 + 1] })
    #expect(found.crowds.isEmpty)
  }

  @Test(arguments: [80, 2000])
  func `many whom nothing tells apart are one crowd, and who is sure is still found`(count: Int) {
    var people = (0..<count).map { Self.person(Self.full, "S1", id: PersonID(rawValue: "P\($0)")) }
    people[3].birth = .year(1980)
    people[count - 1].birth = .year(1980)
    let found = Lookalikes(among: people)
    #expect(found.crowds == [Array(0..<count)])
    #expect(found.pairs == [.init(first: 3, second: count - 1, isSure: true)])
  }

  @Test func `a column of equal words costs no more than one of names`() {
    let people = (0..<20_000).map { Self.person(Self.full, "S1", id: PersonID(rawValue: "P\($0)")) }
    let found = Lookalikes(among: people)
    #expect(found.pairs.isEmpty)
    #expect(found.crowds.map(\.count) == [20_000])
  }

  @Test func `ids in place of names are compared with nobody`() {
    let people = [Self.person("A", "S1", id: "A"), Self.person("A", "S1", id: "B")]
    #expect(Lookalikes(among: [people[0], people[0]]).pairs.isEmpty)
    #expect(Lookalikes(among: people).pairs.isEmpty)
  }
}
