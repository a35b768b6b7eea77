import MentoringModel
import Wording

/// The row of headings: which cell of a row belongs to which column.
struct HeadingRow {
  /// The number of the row.
  let number: Int
  /// The bytes between two cells.
  let delimiter: UInt8
  /// Where a column's cells are and how the user calls it.
  let cells: [Column: (index: Int, heading: String)]
  /// How many headings there are.
  let width: Int
  /// What is the matter with the headings.
  let flaws: [Flaw]

  /// How far down the headings may stand: above them are titles.
  static let reach = 20
  /// How many bytes are looked at.
  private static let reachInBytes = 4 << 20

  /// Finds the headings: the first row with the most known ones, at least two, for the delimiter
  /// that shows the most.
  init?(in bytes: [UInt8], of kind: TableKind, catalogue: HeadingCatalogue) {
    let head = Array(bytes.prefix(Self.reachInBytes))
    var best: (known: Int, row: CSVRow, delimiter: UInt8)?
    for delimiter in [UInt8(ascii: ";"), UInt8(ascii: ","), UInt8(ascii: "\t")] {
      for row in CSVRows(head, delimiter: delimiter).prefix(Self.reach) {
        let known = row.fields.count { catalogue.column(named: $0, in: kind) != nil }
        if known >= 2, known > best?.known ?? 0 { best = (known, row, delimiter) }
      }
    }
    guard let best else { return nil }
    number = best.row.number
    delimiter = best.delimiter
    width = best.row.fields.count

    var cells: [Column: (index: Int, heading: String)] = [:]
    var flaws: [Flaw] = []
    for (index, field) in best.row.fields.enumerated() {
      let heading = field.trimmed
      guard !heading.isEmpty else { continue }
      switch catalogue.column(named: heading, in: kind) {
      case .readPast: continue
      case nil:
        flaws.append(.unknownHeading(heading, nearest: catalogue.nearest(to: heading, in: kind)))
      case let column?:
        if let first = cells[column] {
          flaws.append(.duplicateHeading(heading, first: first.heading))
        } else {
          cells[column] = (index, heading)
        }
      }
    }
    for choice in kind.neededColumns where choice.allSatisfy({ cells[$0] == nil }) {
      flaws.append(.missingColumn(BuiltIn.headings.heading(of: choice[0], in: kind), in: kind))
    }
    for column in kind.expectedColumns where cells[column] == nil {
      flaws.append(.expectedColumn(BuiltIn.headings.heading(of: column, in: kind)))
    }
    self.cells = cells
    self.flaws = flaws
  }
}

extension Flaw {
  fileprivate static func unknownHeading(_ heading: String, nearest: String?) -> Flaw {
    Flaw(
      .warning, code: "unknownHeading", value: heading,
      Text(
        ru: "Столбец «\(quoted(heading))» не распознан и не читается.",
        en: "The column “\(quoted(heading))” is not known and is not read."),
      advice: Text(
        ru: "Переименуйте его или назовите в programme.yaml, ключ headings.",
        en: "Rename it or name it in programme.yaml under headings.") + suggestion(nearest))
  }

  fileprivate static func duplicateHeading(_ heading: String, first: String) -> Flaw {
    Flaw(
      .error, code: "duplicateHeading", value: heading,
      Text(
        ru: "Столбцы «\(quoted(first))» и «\(quoted(heading))» означают одно; читается первый.",
        en:
          "The columns “\(quoted(first))” and “\(quoted(heading))” mean the same; the first is read."
      ),
      advice: Text(
        ru: "Оставьте один столбец или переименуйте лишний.",
        en: "Keep one column or rename the other."))
  }

  fileprivate static func expectedColumn(_ heading: String) -> Flaw {
    Flaw(
      .warning, code: "expectedColumn", value: heading,
      Text(
        ru: "Нет столбца «\(heading)»: во всех строках он считается пустым.",
        en: "There is no column “\(heading)”: it counts as blank in every row."),
      advice: Text(
        ru: "Добавьте столбец: без него мало кого удастся подобрать.",
        en: "Add the column: without it hardly anybody can be matched."))
  }

  fileprivate static func missingColumn(_ heading: String, in kind: TableKind) -> Flaw {
    Flaw(
      kind.isNeeded ? .fatal : .error, code: "missingColumn", value: heading,
      Text(
        ru: "Нет столбца «\(heading)», без него таблицу не прочитать.",
        en: "There is no column “\(heading)”; the table cannot be read without it."),
      advice: Text(
        ru: "Добавьте столбец «\(heading)».",
        en: "Add the column “\(heading)”."))
  }
}
