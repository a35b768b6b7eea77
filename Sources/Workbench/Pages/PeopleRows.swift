import BankIO
import Foundation
import MentoringModel
import NastavnikKit
import Reports
import Wording

/// What was found in each row of a table.
struct RowRemarks {
  private struct Place: Hashable {
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

  private let byPlace: [Place: [Finding]]
  private let words: Words

  init(_ findings: [Finding], _ words: Words) {
    self.words = words
    var byPlace: [Place: [Finding]] = [:]
    for finding in findings {
      guard let place = Place(finding.location) else { continue }
      byPlace[place, default: []].append(finding)
    }
    self.byPlace = byPlace
  }

  /// The findings in a row, the gravest first.
  func findings(at location: SourceLocation) -> [Finding] {
    Place(location).flatMap { byPlace[$0] }?.sorted { $0.severity > $1.severity } ?? []
  }

  /// How many findings of some weight there are in some rows.
  func count(at locations: [SourceLocation]) -> Int {
    locations.reduce(0) { $0 + findings(at: $1).count { $0.severity >= .warning } }
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

  private var bank: Bank { folder.folder.bank }

  /// Whether a finding stands beside a row of the people.
  func hasRow(for finding: Finding) -> Bool {
    guard let row = finding.location.row else { return false }
    return rowNumbers[finding.location.file]?.contains(row) ?? false
  }

  private let rowNumbers: [String: Set<Int>]

  init(folder: StandingFolder, remarks: RowRemarks, words: Words) {
    self.folder = folder
    self.remarks = remarks
    self.words = words
    var numbers: [String: Set<Int>] = [:]
    let bank = folder.folder.bank
    for source in bank.mentors.map(\.person.source) + bank.mentees.map(\.person.source) {
      if let row = source.row { numbers[source.file, default: []].insert(row) }
    }
    rowNumbers = numbers
  }

  /// The rows of a table that a query asks for.
  func list(of table: BankTable, query: PageQuery) -> [Fields] {
    let search = query["q"] ?? ""
    let isOnly = query["only"] != nil
    let rows =
      switch table {
      case .mentors: bank.mentors.map(row)
      case .mentees: mentees
      }
    return rows.filter { row in
      (!isOnly || row["worst"] != nil) && Piece.matches(row["search"] as? String ?? "", search)
    }
  }

  private func row(_ mentor: Mentor) -> Fields {
    let vocabulary = folder.folder.programme?.vocabulary ?? Vocabulary()
    let tags = mentor.competencies.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
      .map { words(vocabulary.title(of: $0.key)) + " · \($0.value)" }
    return row(mentor.person, tags: tags, more: awards(mentor))
  }

  private func awards(_ mentor: Mentor) -> [String] {
    mentor.capacity.map { [words(Text(ru: "мест: ", en: "places: ")) + "\($0)"] } ?? []
  }

  private var mentees: [Fields] {
    let vocabulary = folder.folder.programme?.vocabulary ?? Vocabulary()
    var wishes: [PersonID: [String]] = [:]
    for profile in bank.profiles {
      for member in profile.members {
        wishes[member, default: []] += profile.requests.map { request in
          words(vocabulary.title(of: request.competency)) + " · \(request.priority)"
            + (request.isMustHave ? "!" : "")
        }
      }
    }
    return bank.mentees.map { row($0.person, tags: wishes[$0.id] ?? [], more: []) }
  }

  private func row(_ person: Person, tags: [String], more: [String]) -> Fields {
    let found = remarks.findings(at: person.source)
    let organization = person.organization.flatMap { id in folder.names?.name(of: id) }
    let details = [person.position, organization ?? ""].filter { !$0.isEmpty } + more
    var row: Fields = [
      "place": person.source.row.map { words(Text(ru: "стр. \($0)", en: "row \($0)")) } ?? "",
      "name": person.name.isEmpty ? person.id.rawValue : person.name, "id": person.id.rawValue,
      "details": details + consents(person),
      "tags": tags.isEmpty ? false : ["list": tags] as Fields,
      "search": Piece.search([person.name, person.id.rawValue] + details + tags),
      "remarks": found.isEmpty
        ? false : ["list": found.map { remarks.fields($0) }] as Fields,
    ]
    if let worst = found.first { row["worst"] = worst.severity.code }
    return row
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
