public import MentoringModel

/// Writes a bank as the tables of a programme folder; reading them back gives the same bank.
///
/// ```swift
/// for file in BankWriter.files(for: bank, of: programme) {
///   try file.text.write(toFile: "\(folder)/\(file.name)", atomically: true, encoding: .utf8)
/// }
/// ```
///
/// The text is as a Russian Excel opens it: UTF-8 with a byte order mark, `;`, CRLF. Cells that a
/// spreadsheet would run as formulas are made harmless.
public enum BankWriter {
  /// The tables with their names; optional ones only where they hold something.
  public static func files(
    for bank: Bank, of programme: Programme
  ) -> [(name: String, text: String)] {
    var files = [
      (name: "mentors.csv", text: mentors(bank, programme)),
      (name: "mentees.csv", text: mentees(bank, programme)),
    ]
    if !bank.organizations.isEmpty {
      files.append((name: "organizations.csv", text: organizations(bank)))
    }
    if !bank.roster.isEmpty { files.append((name: "roster.csv", text: roster(bank))) }
    if !bank.decisions.isEmpty || !bank.companions.isEmpty {
      files.append((name: "decisions.csv", text: decisions(bank)))
    }
    return files
  }

  private static func mentors(_ bank: Bank, _ programme: Programme) -> String {
    TableText(kind: .mentors) { (mentor: Mentor, column) in
      switch column {
      case .competencies: CellWords.competencies(mentor.competencies, in: programme.vocabulary)
      case .forms: CellWords.list(mentor.forms.map(\.rawValue).sorted())
      case .capacity: mentor.capacity.map(String.init) ?? ""
      case .capacityByForm:
        CellWords.list(
          mentor.capacityByForm.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value)" })
      case .trained: mentor.isTrained ? CellWords.flag(true) : ""
      case .municipal: mentor.isMunicipal ? CellWords.flag(true) : ""
      case .awards: CellWords.list(mentor.awards)
      case .category: mentor.category == .none ? "" : CategoryCell.text(mentor.category)
      case .preferredAges: mentor.preferredAges.map(AgeRangeCell.text) ?? ""
      default: PersonCells.text(mentor.person, column) ?? ""
      }
    }.text(bank.mentors)
  }

  private static func mentees(_ bank: Bank, _ programme: Programme) -> String {
    let menteeByID = Dictionary(
      bank.mentees.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    let asking = Set(bank.profiles.flatMap(\.members))
    let rows: [(mentee: Mentee, profile: RequestProfile?)] =
      MenteeOrder(bank).rows.compactMap { row in
        menteeByID[row.member].map { ($0, bank.profiles[row.profile]) }
      } + bank.mentees.filter { !asking.contains($0.id) }.map { ($0, nil) }
    return TableText(kind: .mentees) { (row: (mentee: Mentee, profile: RequestProfile?), column) in
      switch column {
      case .form: row.profile?.form.rawValue ?? ""
      case .requests:
        CellWords.list(
          row.profile?.requests.map { CellWords.request($0, in: programme.vocabulary) } ?? [])
      case .group: row.profile?.group ?? ""
      case .marks: CellWords.list(row.mentee.marks.sorted())
      default: PersonCells.text(row.mentee.person, column) ?? ""
      }
    }.text(rows)
  }

  private static func organizations(_ bank: Bank) -> String {
    TableText(kind: .organizations) { (organization: Organization, column) in
      switch column {
      case .id: organization.id.rawValue
      case .name: organization.name
      case .parent: organization.parent?.rawValue ?? ""
      case .curator: organization.curator
      case .capacity: organization.capacity.map(String.init) ?? ""
      default: ""
      }
    }.text(bank.organizations)
  }

  private static func roster(_ bank: Bank) -> String {
    TableText(kind: .roster) { (entry: RosterEntry, column) in
      switch column {
      case .id: entry.id.rawValue
      case .organization: entry.organization?.rawValue ?? ""
      case .roles: CellWords.list(entry.roles.map(\.rawValue).sorted())
      case .birth: CellWords.birth(entry.birth)
      default: ""
      }
    }.text(bank.roster)
  }

  private static func decisions(_ bank: Bank) -> String {
    TableText(kind: .decisions) { (row: DecisionRow, column) in
      switch (row, column) {
      case (.pair(let decision), .kind): DecisionKindCell.text(decision.kind)
      case (.pair(let decision), .form): decision.form?.rawValue ?? ""
      case (.pair(let decision), .mentor): decision.mentor.rawValue
      case (.pair(let decision), .mentee): decision.mentee.rawValue
      case (.companions(let some), .kind): DecisionKindCell.text(some.kind)
      case (.companions(let some), .form): some.form?.rawValue ?? ""
      case (.companions(let some), .mentee): CellWords.list(some.people.map(\.rawValue))
      default: ""
      }
    }.text(bank.decisions.map(DecisionRow.pair) + bank.companions.map(DecisionRow.companions))
  }

  /// A row of `decisions.csv`.
  private enum DecisionRow {
    case pair(Decision)
    case companions(Companions)
  }
}
