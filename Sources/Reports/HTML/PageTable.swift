import AssignmentKernel
import Wording

/// Tables of a report as HTML.
struct PageTable {
  /// Rows that are made by one thread at a time.
  private static let run = 500

  let table: ReportTable
  let language: Language

  /// The table, below a heading where it has one.
  func markup(heading: Text? = nil) -> String {
    let runs = (table.rowCount + Self.run - 1) / Self.run
    let parts = InParallel.map(runs) { index in
      let first = index * Self.run
      return rows(first..<min(first + Self.run, table.rowCount))
    }
    var values: [String: PageValue] = [
      "columns": .list(
        table.headings.map {
          ["kind": .words($0.kind.rawValue), "name": .words($0.title[language].printable)]
        }),
      "rows": .markup(parts.joined()),
    ]
    if let heading { values["heading"] = .words(heading[language]) }
    return PageTemplate.table.filled(with: values)
  }

  private func rows(_ indices: Range<Int>) -> String {
    PageTemplate.rows.filled(with: [
      "rows": .list(
        indices.map { index in
          [
            "cells": .list(
              zip(table.headings, table.row(index)).map { heading, value in
                [
                  "kind": .words(heading.kind.rawValue),
                  "cell": .markup(markup(of: value, heading.kind)),
                ]
              })
          ]
        })
    ])
  }

  private func markup(of value: ReportValue, _ kind: ReportColumnKind) -> String {
    switch value {
    case .list(let items): return list(items)
    case .members(let heading, let names):
      guard let heading else { return names.count == 1 ? names.map(words).joined() : list(names) }
      return "<strong>" + words(heading) + ":</strong> " + list(names)
    case .percent(let share) where kind == .fit:
      // Shares above a hundred percent fill the bar.
      let width = min(100, max(0, (share + 50) / 100))
      return words(.percent(share)) + "<span class=\"share\"><span style=\"width:\(width)%\">"
        + "</span></span>"
    case .none, .text, .number, .percent: return HTMLText.escaped(value.line(in: language))
    }
  }

  private func list(_ items: [Text]) -> String {
    guard items.count > 1 else { return items.map(words).joined() }
    return "<ul>" + items.map { "<li>" + words($0) + "</li>" }.joined() + "</ul>"
  }

  private func words(_ text: Text) -> String { HTMLText.escaped(text[language]) }
}
