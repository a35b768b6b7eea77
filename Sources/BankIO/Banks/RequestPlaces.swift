import MentoringModel

/// A row of the bank of mentees: who asks in which form.
struct RequestRow: Hashable {
  var person: PersonID
  var form: FormID
}

/// Where mentees ask in which form: a few bytes a row, for banks of millions.
struct RequestPlaces {
  private struct Key: Hashable {
    var mentee: Int32
    var form: Int32
  }

  private struct Place {
    var table: Int32
    var row: Int32
  }

  private var mentees: [PersonID: Int32] = [:]
  private var forms: [FormID: Int32] = [:]
  private var tables: [SourceLocation] = []
  private var places: [Key: Place] = [:]

  /// How many mentees before this one were noted first, if the mentee was noted.
  func index(of mentee: PersonID) -> Int? { mentees[mentee].map { Int($0) } }

  /// The place of a row, if it was noted.
  subscript(row: RequestRow) -> SourceLocation? {
    guard let mentee = mentees[row.person], let form = forms[row.form],
      let place = places[Key(mentee: mentee, form: form)]
    else { return nil }
    return tables[Int(place.table)].row(Int(place.row))
  }

  /// Notes the place of a row.
  mutating func note(_ row: RequestRow, at place: SourceLocation) {
    let key = Key(
      mentee: Self.number(of: row.person, in: &mentees),
      form: Self.number(of: row.form, in: &forms))
    let table = tables.lastIndex { $0.file == place.file && $0.sheet == place.sheet }
    if table == nil { tables.append(place) }
    places[key] = Place(
      table: Int32(clamping: table ?? tables.count - 1), row: Int32(clamping: place.row ?? 1))
  }

  private static func number<ID: Identifier>(of id: ID, in numbers: inout [ID: Int32]) -> Int32 {
    if let known = numbers[id] { return known }
    let next = Int32(clamping: numbers.count)
    numbers[id] = next
    return next
  }
}
