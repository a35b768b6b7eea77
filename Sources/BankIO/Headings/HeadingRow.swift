import MentoringModel
import Wording

/// The row of headings: which cell of a row belongs to which column.
struct HeadingRow {
  /// The number of the row.
  let number: Int
  /// Where a column's cells are and how the user calls it.
  let cells: [Column: (index: Int, heading: String)]
  /// The columns from left to right.
  let inOrder: [(index: Int, column: Column)]
  /// How many cells the row of headings has.
  let width: Int
  /// The cells of that row which hold no heading.
  let unnamed: [Int]
  /// How many headings are known.
  let known: Int
  /// What is the matter with the headings, and the index of the cell where one cell is meant.
  let flaws: [(flaw: Flaw, index: Int?)]

  /// How far down the headings may stand: above them are titles.
  static let reach = 20

  /// Whether the table cannot be read for want of a column.
  var lacksColumns: Bool { flaws.contains { $0.flaw.code == "missingColumn" } }

  /// Finds the headings among the first rows: those with the most known ones, at least two, in one
  /// row or in two that stand one above the other.
  ///
  /// Nil where no row has two, or more than `beaten` known headings.
  init?(
    among rows: [TableRow], of kind: TableKind, catalogue: HeadingCatalogue, beating beaten: Int = 0
  ) {
    var best: (known: Int, number: Int, labels: [String])?
    let widest = rows.lazy.map(\.fields.count).max() ?? 0
    guard widest > beaten else { return nil }
    for (place, row) in rows.enumerated() where row.number <= Self.reach {
      // Below a full row of headings only the next row, joined with it, may hold them as well.
      if let best, best.known == widest, row.number > best.number + 1 { break }
      let upper = place > 0 && rows[place - 1].number == row.number - 1 ? rows[place - 1] : nil
      let oneRow = HeadingLabels.labels(row)
      let known = oneRow.count { catalogue.column(named: $0, in: kind) != nil }
      // Cells that are joined downwards show the same headings in both rows: the lower one holds.
      let isLower = known == best?.known && row.number - 1 == best?.number
      if known >= 2, known > best?.known ?? 0 || isLower { best = (known, row.number, oneRow) }
      guard let upper else { continue }
      let twoRows = HeadingLabels.labels(below: upper, row, kind, catalogue)
      let together = twoRows.count { catalogue.column(named: $0, in: kind) != nil }
      if together >= 2, together > best?.known ?? 0 { best = (together, row.number, twoRows) }
    }
    guard let best, best.known > beaten else { return nil }
    number = best.number
    known = best.known
    width = best.labels.count
    unnamed = best.labels.indices.filter { best.labels[$0].isEmpty }

    var cells: [Column: (index: Int, heading: String)] = [:]
    var flaws: [(flaw: Flaw, index: Int?)] = []
    for (index, heading) in best.labels.enumerated() where !heading.isEmpty {
      switch catalogue.column(named: heading, in: kind) {
      case .readPast: continue
      case nil:
        let nearest = catalogue.nearest(to: heading, in: kind)
        flaws.append((.unknownHeading(heading, nearest: nearest), index))
      case let column?:
        if let first = cells[column] {
          flaws.append((.duplicateHeading(heading, first: first.heading), index))
        } else {
          cells[column] = (index, heading)
        }
      }
    }
    for choice in kind.neededColumns where choice.allSatisfy({ cells[$0] == nil }) {
      let heading = BuiltIn.headings.heading(of: choice[0], in: kind)
      flaws.append((.missingColumn(heading, in: kind), nil))
    }
    for column in kind.expectedColumns where cells[column] == nil {
      flaws.append((.expectedColumn(BuiltIn.headings.heading(of: column, in: kind)), nil))
    }
    self.cells = cells
    inOrder = cells.map { ($1.index, $0) }.sorted { $0.0 < $1.0 }
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
