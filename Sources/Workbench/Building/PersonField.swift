import Foundation
import MentoringModel
import Reports
import Wording

/// The people of one side of the banks, to be found by what one types.
struct PeopleChoice: Sendable {
  /// The sides of the banks.
  enum Side: String, Sendable, CaseIterable {
    case mentor
    case mentee
  }

  /// What was typed, as people.
  enum Found: Sendable, Hashable {
    case nothing
    case one(PersonID)
    /// Several, or none.
    case several([PersonID])
  }

  /// So many are offered at once.
  static let most = 50

  private let ids: [PersonID]
  private let names: ReportNames

  init(_ side: Side, of bank: Bank, _ names: ReportNames) {
    ids = side == .mentor ? bank.mentors.map(\.id) : bank.mentees.map(\.id)
    self.names = names
  }

  /// How a person stands in a field.
  func text(_ person: PersonID) -> String { names.nameWithID(person) }

  /// Those who are meant by an id, by the words of a field, or by a part of a name.
  ///
  /// - Complexity: O(*n* log *n*) for *n* people.
  func found(_ typed: String?) -> Found {
    let typed = typed?.trimmingCharacters(in: .whitespaces) ?? ""
    guard !typed.isEmpty else { return .nothing }
    let id = PersonID(rawValue: typed)
    if ids.contains(id) { return .one(id) }
    let found = matching(typed)
    let exact = found.filter { text($0) == typed }
    return exact.count == 1 ? .one(exact[0]) : found.count == 1 ? .one(found[0]) : .several(found)
  }

  /// Those whose name or id has all the words, by name.
  func matching(_ typed: String) -> [PersonID] {
    let search = RowSearch(typed.replacing(/[()]/, with: " "))
    return ids.map { (id: $0, text: text($0)) }
      .filter { search.finds([$0.text.replacing(/[()]/, with: " ")]) }
      .sorted { ($0.text, $0.id) < ($1.text, $1.id) }.map(\.id)
  }
}

/// A field for a person: typed with suggestions; where several are meant, chosen among them.
///
/// A list of all people of a district in a page would make the page slow; so the suggestions are
/// asked for while one types, and without a script the server answers with those it found.
struct PersonField {
  let side: PeopleChoice.Side
  let label: Text
  let people: PeopleChoice
  let words: Words
  /// The page that the field stands on.
  let page: PageKind
  var isRequired = true
  /// What was typed.
  var typed: String?

  /// The values of the field.
  var fields: Fields {
    var fields: Fields = [
      "side": side.rawValue, "label": words(label), "value": typed ?? "", "isRequired": isRequired,
      "hint": words("имя или код", "a name or an id"), "choice": false, "problem": "",
      "again": page.path, "againTitle": words("Назвать иначе", "Name somebody else"),
      "options": people.matching("").prefix(PeopleChoice.most).map { people.text($0) },
    ]
    switch people.found(typed) {
    case .nothing: break
    case .one(let person): fields["value"] = people.text(person)
    case .several(let found) where found.isEmpty:
      fields["problem"] = words(
        Text(ru: "Никого не нашлось: «\(typed ?? "")».", en: "Nobody found: “\(typed ?? "")”."))
    case .several(let found):
      let more = found.count - PeopleChoice.most
      fields["choice"] =
        [
          "options": found.prefix(PeopleChoice.most).map { person -> Fields in
            ["id": person.rawValue, "name": people.text(person)]
          }
        ] as Fields
      fields["problem"] = words(
        Text(ru: "Нашлось: \(found.count)", en: "Found: \(found.count)")
          + Text(
            ru: more > 0 ? ", показаны первые \(PeopleChoice.most)." : ".",
            en: more > 0 ? ", the first \(PeopleChoice.most) are shown." : "."))
    }
    return fields
  }
}
