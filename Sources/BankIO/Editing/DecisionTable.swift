import MentoringModel

/// The table of decisions of a folder, changed row by row.
///
/// Rows that stay are written as they were read, with all their cells: those that no reader
/// understood too. A workbook becomes a text; the caller puts the workbook aside.
///
/// ```swift
/// let table = DecisionTable(of: ProgrammeFolder.read(at: path))
/// let bytes = table.bytes(after: DecisionEdit(removed: [old], added: [new]))
/// ```
public struct DecisionTable: Sendable {
  /// The name of the file to be written.
  public let name: String
  /// The workbook that the written file takes the place of, or nil.
  public let replacedWorkbook: String?
  private let bank: Bank
  private let programme: Programme
  private let text: [UInt8]?

  /// Takes the decisions of a folder that was read; nil where its programme file is none.
  public init?(of folder: LoadedFolder) {
    guard let programme = folder.programme else { return nil }
    self.programme = programme
    bank = folder.bank
    let files = folder.inputs.filter { FolderListing.kind(of: $0.name) == .decisions }
    let workbook = files.first { !$0.name.lowercased().hasSuffix(".csv") }
    let file = workbook == nil ? files.first : nil
    replacedWorkbook = workbook?.name
    name = file?.name ?? "decisions.csv"
    text = file?.contents().map { DecodedText($0).bytes }
  }

  /// The table with some decisions taken out and others at its end.
  ///
  /// - Returns: The bytes of the file: UTF-8 with a byte order mark, `;`, CRLF; nil where no row is
  ///   left.
  /// - Complexity: O(*n*) for a table of *n* bytes.
  public func bytes(after edit: DecisionEdit) -> [UInt8]? {
    guard let text, let table = DecisionRows(text, of: programme) else {
      var whole = Bank()
      whole.decisions = bank.decisions.filter { !edit.removed.contains($0) } + edit.added
      whole.formDecisions =
        bank.formDecisions.filter { !edit.removedForms.contains($0) } + edit.addedForms
      whole.companions = bank.companions
      let files = BankWriter.files(for: whole, of: programme)
      let table = files.first { FolderListing.kind(of: $0.name) == .decisions }
      return table.map { Array($0.text.utf8) }
    }
    let places = edit.removed.map(\.source) + edit.removedForms.map(\.source)
    let rows = Set(places.filter { $0.file == name }.compactMap(\.row))
    // A row may name several mentees: what it says of the others is written in rows of their own.
    let staying = bank.decisions.filter { decision in
      decision.source.file == name && decision.source.row.map(rows.contains) ?? false
        && !edit.removed.contains(decision)
    }
    return table.text(
      removing: rows, adding: staying + edit.added, wholeForms: edit.addedForms
    ).map { Array($0.utf8) }
  }
}

/// The rows of a table of decisions.
struct DecisionRows {
  private let rows: [TableRow]
  private let headings: HeadingRow
  /// Where the columns stand, those that were missing at the end.
  private let places: [Column: Int]
  private let width: Int
  private let missing: [Column]

  /// Nil where no headings are found.
  init?(_ text: [UInt8], of programme: Programme) {
    let catalogue = HeadingCatalogue(further: programme.headings)
    let table = CSVTable(TextSource(text), of: .decisions, catalogue: catalogue)
    guard let headings = table.headings, !headings.lacksColumns else { return nil }
    self.headings = headings
    rows = Array(table.rows)
    var places = headings.cells.mapValues(\.index)
    missing = TableKind.decisions.columns.filter { headings.cells[$0] == nil }
    var width = headings.width
    for column in missing {
      places[column] = width
      width += 1
    }
    self.width = width
    self.places = places
  }

  /// The table, or nil where no row is left below the headings.
  func text(
    removing removed: Set<Int>, adding added: [Decision], wholeForms: [FormDecision]
  ) -> String? {
    let isEmpty = rows.allSatisfy {
      $0.number <= headings.number || $0.isBlank || removed.contains($0.number)
    }
    guard !isEmpty || !added.isEmpty || !wholeForms.isEmpty else { return nil }
    var text = "\u{FEFF}"
    for row in rows where !removed.contains(row.number) {
      var fields = row.fields
      if row.number == headings.number {
        fields += Array(repeating: "", count: max(0, headings.width - fields.count))
        fields += missing.map { BuiltIn.headings.heading(of: $0, in: .decisions) }
      }
      text += CSVText.row(fields.map { $0.isEmpty ? $0 : CSVText.unguarded($0) })
    }
    for decision in added { text += row { DecisionCells.text(decision, $0) } }
    for decision in wholeForms { text += row { DecisionCells.text(decision, $0) } }
    return text
  }

  private func row(_ cell: (Column) -> String) -> String {
    var fields = [String](repeating: "", count: width)
    for (column, place) in places { fields[place] = cell(column) }
    return CSVText.row(fields)
  }
}

/// The cells of a decision.
enum DecisionCells {
  static func text(_ decision: Decision, _ column: Column) -> String {
    switch column {
    case .kind: DecisionKindCell.text(decision.kind)
    case .form: decision.form?.rawValue ?? ""
    case .mentor: decision.mentor.rawValue
    case .mentee: decision.mentee.rawValue
    case .decidedBy: decision.decidedBy
    case .decidedOn: decision.decidedOn?.dotted ?? ""
    default: ""
    }
  }

  static func text(_ decision: FormDecision, _ column: Column) -> String {
    switch column {
    case .kind: DecisionKindCell.text(decision.kind)
    case .form: decision.form.rawValue
    case .decidedBy: decision.decidedBy
    case .decidedOn: decision.decidedOn?.dotted ?? ""
    default: ""
    }
  }
}
