import BankIO
import Foundation
import MentoringModel
import NastavnikKit
import Reports
import Wording

/// A row of a table.
private struct RowPlace: Hashable {
  var file: String
  var sheet: String?
  var row: Int

  init?(_ location: SourceLocation) {
    guard let row = location.row else { return nil }
    file = location.file
    sheet = location.sheet
    self.row = row
  }
}

/// What was found in each row of a table.
struct RowRemarks {
  private let byPlace: [RowPlace: [Finding]]
  private let words: Words

  init(_ findings: [Finding], _ words: Words) {
    self.words = words
    var byPlace: [RowPlace: [Finding]] = [:]
    for finding in findings {
      guard let place = RowPlace(finding.location) else { continue }
      byPlace[place, default: []].append(finding)
    }
    self.byPlace = byPlace
  }

  /// The findings in a row, the gravest first.
  func findings(at location: SourceLocation) -> [Finding] {
    RowPlace(location).flatMap { byPlace[$0] }?.sorted { $0.severity > $1.severity } ?? []
  }

  /// How many findings of some weight there are in some rows.
  fileprivate func count(at places: Set<RowPlace>) -> Int {
    byPlace.reduce(0) { sum, entry in
      places.contains(entry.key) ? sum + entry.value.count { $0.severity >= .warning } : sum
    }
  }

  /// A finding as a page shows it, with its place where it does not stand beside its row.
  func fields(_ finding: Finding, placed: Bool = false) -> Fields {
    let place = finding.location
    let file = [place.file, place.sheet ?? "", place.cell ?? place.row.map { "\($0)" } ?? ""]
    return [
      "severity": finding.severity.code, "severityTitle": words(finding.severity.title),
      "message": words(finding.message), "advice": words(finding.advice),
      "column": place.column ?? "",
      "place": placed ? file.filter { !$0.isEmpty }.joined(separator: ", ") : "",
    ]
  }
}

/// The people of a bank, row by row.
struct PeopleRows {
  let folder: StandingFolder
  let remarks: RowRemarks
  let words: Words

  /// The requests of each mentee, by their places in the bank.
  private let profiles: [PersonID: [Int]]
  private let people: [BankTable: [Person]]
  private let places: [BankTable: Set<RowPlace>]

  init(folder: StandingFolder, remarks: RowRemarks, words: Words) {
    self.folder = folder
    self.remarks = remarks
    self.words = words
    let bank = folder.folder.bank
    var profiles: [PersonID: [Int]] = [:]
    for (place, profile) in bank.profiles.enumerated() {
      for member in profile.members { profiles[member, default: []].append(place) }
    }
    self.profiles = profiles
    people = [.mentors: bank.mentors.map(\.person), .mentees: bank.mentees.map(\.person)]
    places = people.mapValues { Set($0.compactMap { RowPlace($0.source) }) }
  }

  /// Whether a finding stands beside a row of the people.
  func hasRow(for finding: Finding) -> Bool {
    guard let place = RowPlace(finding.location) else { return false }
    return places.values.contains { $0.contains(place) }
  }

  /// How many remarks of some weight stand beside the rows of a table.
  func problems(in table: BankTable) -> Int { remarks.count(at: places[table] ?? []) }

  /// The places of the people of a table that a query asks for.
  func found(in table: BankTable, query: PageQuery) -> [Int] {
    let search = RowSearch(query["q"])
    let isOnly = query["only"] != nil
    let people = people[table] ?? []
    return people.indices.filter { place in
      (!isOnly || !remarks.findings(at: people[place].source).isEmpty)
        && search.finds(
          [people[place].name, people[place].id.rawValue]
            + details(people[place]) + tags(place, in: table))
    }
  }

  private var bank: Bank { folder.folder.bank }
  private var vocabulary: Vocabulary { folder.folder.programme?.vocabulary ?? Vocabulary() }

  /// What somebody offers or asks for.
  private func tags(_ place: Int, in table: BankTable) -> [String] {
    switch table {
    case .mentors:
      bank.mentors[place].competencies.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
        .map { words(vocabulary.title(of: $0.key)) + " · \($0.value)" }
    case .mentees:
      (profiles[bank.mentees[place].id] ?? []).flatMap { bank.profiles[$0].requests }
        .map { request in
          words(vocabulary.title(of: request.competency)) + " · \(request.priority)"
            + (request.isMustHave ? "!" : "")
        }
    }
  }

  /// The person in a place of a table as a row.
  func row(_ place: Int, in table: BankTable) -> Fields {
    var more: [String] = []
    if case .mentors = table, let capacity = bank.mentors[place].capacity {
      more.append(words(Text(ru: "мест: ", en: "places: ")) + "\(capacity)")
    }
    return row((people[table] ?? [])[place], tags: tags(place, in: table), more: more)
  }

  private func row(_ person: Person, tags: [String], more: [String]) -> Fields {
    let found = remarks.findings(at: person.source)
    var row: Fields = [
      "place": person.source.row.map { words(Text(ru: "стр. \($0)", en: "row \($0)")) } ?? "",
      "name": person.name.isEmpty ? person.id.rawValue : person.name, "id": person.id.rawValue,
      "details": details(person) + more + consents(person),
      "tags": tags.isEmpty ? false : ["list": tags] as Fields,
      "remarks": found.isEmpty
        ? false : ["list": found.map { remarks.fields($0) }] as Fields,
    ]
    if let worst = found.first { row["worst"] = worst.severity.code }
    return row
  }

  private func details(_ person: Person) -> [String] {
    let organization = person.organization.flatMap { id in folder.names?.name(of: id) }
    return [person.position, organization ?? ""].filter { !$0.isEmpty }
  }

  private func consents(_ person: Person) -> [String] {
    var said: [String] = []
    if !person.dataConsent.isGiven {
      said.append(words("нет согласия на обработку данных", "no consent to process data"))
    }
    if !person.dutiesConsent.isGiven {
      said.append(words("нет письменного согласия", "no written consent"))
    }
    if !person.availableThisCycle {
      said.append(words("не участвует в этом цикле", "not in this cycle"))
    }
    return said
  }
}
