public import MentoringModel
public import Workbooks

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
  /// The tables as CSV with their names; optional ones only where they hold something.
  public static func files(
    for bank: Bank, of programme: Programme
  ) -> [(name: String, text: String)] {
    tables(for: bank, of: programme).map(\.csv)
  }

  /// The tables as workbooks with their names, with drop-down lists and notes.
  ///
  /// - Throws: `WorkbookWriteError`: a table has more rows than a sheet, or there is no room.
  public static func workbooks(
    for bank: Bank, of programme: Programme
  ) throws(WorkbookWriteError) -> [(name: String, bytes: [UInt8])] {
    var files: [(name: String, bytes: [UInt8])] = []
    for table in tables(for: bank, of: programme) {
      let bytes = try TableWorkbook(table, of: programme).bytes(explaining: false)
      files.append(("\(table.kind.rawValue).xlsx", bytes))
    }
    return files
  }

  private static func tables(for bank: Bank, of programme: Programme) -> [TableDraft] {
    var tables = [mentors(bank, programme), mentees(bank, programme)]
    if !bank.organizations.isEmpty { tables.append(organizations(bank)) }
    if !bank.roster.isEmpty { tables.append(roster(bank)) }
    if !bank.decisions.isEmpty || !bank.formDecisions.isEmpty || !bank.companions.isEmpty {
      tables.append(decisions(bank))
    }
    return tables
  }

  private static func mentors(_ bank: Bank, _ programme: Programme) -> TableDraft {
    TableDraft(kind: .mentors, bank.mentors) { (mentor: Mentor, column) in
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
    }
  }

  private static func mentees(_ bank: Bank, _ programme: Programme) -> TableDraft {
    let menteeByID = Dictionary(
      bank.mentees.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    let asking = Set(bank.profiles.flatMap(\.members))
    let rows: [(mentee: Mentee, profile: RequestProfile?)] =
      MenteeOrder(bank).rows.compactMap { row in
        menteeByID[row.member].map { ($0, bank.profiles[row.profile]) }
      } + bank.mentees.filter { !asking.contains($0.id) }.map { ($0, nil) }
    return TableDraft(kind: .mentees, rows) {
      (row: (mentee: Mentee, profile: RequestProfile?), column) in
      switch column {
      case .form: row.profile?.form.rawValue ?? ""
      case .requests:
        CellWords.list(
          row.profile?.requests.map { CellWords.request($0, in: programme.vocabulary) } ?? [])
      case .group: row.profile?.group ?? ""
      case .marks: CellWords.list(row.mentee.marks.sorted())
      default: PersonCells.text(row.mentee.person, column) ?? ""
      }
    }
  }

  private static func organizations(_ bank: Bank) -> TableDraft {
    TableDraft(kind: .organizations, bank.organizations) { (organization: Organization, column) in
      switch column {
      case .id: organization.id.rawValue
      case .name: organization.name
      case .parent: organization.parent?.rawValue ?? ""
      case .curator: organization.curator
      case .capacity: organization.capacity.map(String.init) ?? ""
      default: ""
      }
    }
  }

  private static func roster(_ bank: Bank) -> TableDraft {
    TableDraft(kind: .roster, bank.roster) { (entry: RosterEntry, column) in
      switch column {
      case .id: entry.id.rawValue
      case .organization: entry.organization?.rawValue ?? ""
      case .roles: CellWords.list(entry.roles.map(\.rawValue).sorted())
      case .birth: CellWords.birth(entry.birth)
      default: ""
      }
    }
  }

  private static func decisions(_ bank: Bank) -> TableDraft {
    TableDraft(
      kind: .decisions,
      bank.decisions.map(DecisionRow.pair) + bank.formDecisions.map(DecisionRow.form)
        + bank.companions.map(DecisionRow.companions)
    ) { (row: DecisionRow, column) in
      switch (row, column) {
      case (.pair(let decision), _): DecisionCells.text(decision, column)
      case (.form(let decision), _): DecisionCells.text(decision, column)
      case (.companions(let some), .kind): DecisionKindCell.text(some.kind)
      case (.companions(let some), .form): some.form?.rawValue ?? ""
      case (.companions(let some), .mentee): CellWords.list(some.people.map(\.rawValue))
      default: ""
      }
    }
  }

  /// A row of the table of decisions.
  private enum DecisionRow {
    case pair(Decision)
    case form(FormDecision)
    case companions(Companions)
  }
}
