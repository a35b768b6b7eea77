import Matching
import MentoringModel
import Wording

extension ReportSubject {
  /// The names of people, a group's name before them.
  func names(of people: [PersonID], group: String?) -> String {
    let names = people.map(name(of:)).joined(separator: ", ")
    return group.map { "\($0): \(names)" } ?? names
  }

  /// Whom a limit binds.
  func name(of limit: SeatLimit) -> String {
    switch limit {
    case .mentor(let mentor): name(of: mentor)
    case .organization(let organization): name(of: organization)
    }
  }

  /// A single change in words.
  func text(of change: SingleChange) -> Text {
    change.text(in: programme, person: name(of:), organization: name(of:))
  }
}
