public import MentoringModel
public import Wording
import Workbooks

/// Copies of the bank tables as workbooks in which the findings stand where they belong: the cell
/// is coloured and has the remark as a note.
///
/// ```swift
/// for copy in AnnotatedCopies.files(of: folder, findings: folder.findings, in: .ru) {
///   print(copy.name, copy.bytes.count)
/// }
/// ```
///
/// A copy has all that its table has, contacts too, in the same cells. Kept are values, formulas
/// with their results, fonts, colours that are written out, thin borders, number formats, widths,
/// heights, joined cells, hidden rows and sheets, frozen panes, filters and drop-down lists. Lost are
/// pictures, charts, macros, the notes of others, colours of the theme, parts of a cell that look
/// different from the rest, conditional formats and limits on numbers.
public enum AnnotatedCopies {
  /// The copies of the tables that have findings; a table that no reader can open has no copy.
  public static func files(
    of folder: LoadedFolder, findings: [Finding], in language: Language
  ) -> [(name: String, bytes: [UInt8])] {
    let findingsByFile = Dictionary(grouping: findings, by: \.location.file)
    return folder.inputs.compactMap { input in
      guard let kind = FolderListing.kind(of: input.name),
        let its = findingsByFile[input.name], !its.isEmpty
      else { return nil }
      let copy = TableCopy(input, kind, its.sorted { $0.severity > $1.severity }, language)
      // A table that cannot be read to its end has a finding that says so.
      guard let bytes = try? copy.bytes() else { return nil }
      return (copy.name, bytes)
    }
  }
}
