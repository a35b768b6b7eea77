public import Foundation
import Workbooks

/// Which table of a programme folder a file is, by what it is called and what stands in it.
///
/// ```swift
/// TableGuess.kind(of: data, named: "База наставников 2024.xlsx")  // .mentors
/// ```
public enum TableGuess {
  /// The table, or nil where neither the name nor the headings tell.
  ///
  /// The headings of a file decide; where those of two tables are met equally, its name does.
  ///
  /// - Complexity: O(*n*) for a file of *n* bytes, of which only the first rows of each sheet are
  ///   looked at for headings.
  public static func kind(of data: Data, named name: String) -> TableKind? {
    let named = FolderListing.kind(of: name)
    let known = TableKind.allCases.map { ($0, headings(of: data, named: name, as: $0)) }
    let most = known.map(\.1).max() ?? 0
    guard most > 0 else { return named }
    let best = known.filter { $0.1 == most }.map(\.0)
    return named.map { best.contains($0) ? $0 : best[0] } ?? best[0]
  }

  /// The ending under which a file of the folder is to be kept, by its first bytes.
  public static func ending(of data: Data, named name: String) -> String? {
    switch TableFormat(of: data, named: name) {
    case .text: "csv"
    case .workbook: name.lowercased().hasSuffix(".xlsm") ? "xlsm" : "xlsx"
    case .foreign: nil
    }
  }

  /// How many headings of a table the file has; 0 where it lacks one that is needed.
  private static func headings(of data: Data, named name: String, as kind: TableKind) -> Int {
    let catalogue = HeadingCatalogue()
    switch TableFormat(of: data, named: name) {
    case .foreign: return 0
    case .text:
      let table = CSVTable(
        TextSource(DecodedText(data).bytes), of: kind, catalogue: catalogue)
      return table.headings.map { $0.lacksColumns ? 0 : $0.known } ?? 0
    case .workbook:
      guard let workbook = try? Workbook(data),
        let choice = try? SheetChoice(workbook, file: name, kind: kind, catalogue: catalogue)
      else { return 0 }
      return choice.sheets.map(\.headings.known).max() ?? 0
    }
  }
}

extension TableKind {
  /// The table to which a file of the folder belongs by its name, or nil.
  public static func ofFile(named name: String) -> TableKind? { FolderListing.kind(of: name) }
}
