import MentoringModel
import Wording

/// The table in which a curator answers who is one person: `duplicates.csv`.
///
/// It lists who may be one person, with room for an answer, and who surely is, with the answer
/// «да», which may be changed to «нет». Put into the programme folder it is read with the banks.
public enum DuplicatesFile {
  /// The file's name.
  public static let name = "duplicates.csv"

  /// The table of a folder; nil where nobody looks like anybody else.
  public static func file(of folder: LoadedFolder) -> (name: String, text: String)? {
    file(of: folder.lookalikes)
  }

  /// The table of some who look alike; nil where nobody does.
  static func file(of lookalikes: [Lookalike]) -> (name: String, text: String)? {
    guard !lookalikes.isEmpty else { return nil }
    let headings =
      [Column.first, .second, .same].map { BuiltIn.headings.heading(of: $0, in: .duplicates) }
      + ["Первый", "Второй"].flatMap { which in
        ["ФИО", "Организация", "Рождение", "Где"].map { "\(which): \($0)" }
      }
    // What is open comes first.
    let rows = lookalikes.filter(\.isOpen) + lookalikes.filter { !$0.isOpen }
    return (
      name,
      rows.reduce("\u{FEFF}" + CSVText.row(headings)) { text, pair in
        let answer = pair.isOpen ? "" : CellWords.flag(pair.isOnePerson)
        return text
          + CSVText.row(
            [pair.first.id.rawValue, pair.second.id.rawValue, answer] + cells(pair.first)
              + cells(pair.second))
      }
    )
  }

  private static func cells(_ person: Person) -> [String] {
    [
      person.name, person.organization?.rawValue ?? "", CellWords.birth(person.birth),
      person.source.place.ru,
    ]
  }
}
