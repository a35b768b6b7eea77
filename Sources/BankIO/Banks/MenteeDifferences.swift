import MentoringModel
import Wording

extension Mentee {
  /// The columns in which another row of the same person says something else.
  func columnsThatDiffer(from other: Mentee) -> [Column] {
    let (mine, its) = (person, other.person)
    let differences: [(Column, Bool)] = [
      (.name, folded(mine.name) != folded(its.name)), (.roles, mine.roles != its.roles),
      (.organization, mine.organization != its.organization),
      (.position, mine.position != its.position), (.birth, mine.birth != its.birth),
      (.experience, mine.experience != its.experience), (.subjects, mine.subjects != its.subjects),
      (.interests, mine.interests != its.interests), (.languages, mine.languages != its.languages),
      (.formats, mine.formats != its.formats), (.schedule, mine.schedule != its.schedule),
      (.building, mine.building != its.building),
      (.dataConsent, mine.dataConsent != its.dataConsent),
      (.dutiesConsent, mine.dutiesConsent != its.dutiesConsent),
      (.available, mine.availableThisCycle != its.availableThisCycle),
      (.from, mine.availability.start != its.availability.start),
      (.until, mine.availability.end != its.availability.end),
      (.preferred, mine.preferredPartners != its.preferredPartners),
      (.lastYear, mine.lastYearPartners != its.lastYearPartners),
      (.superior, mine.superior != its.superior), (.marks, marks != other.marks),
    ]
    return differences.filter(\.1).map(\.0)
  }
}

extension Flaw {
  static func duplicateProfile(_ id: PersonID, _ form: FormID, first: SourceLocation) -> Flaw {
    Flaw(
      .error, code: "duplicateProfile", value: id.rawValue,
      Text(
        ru: "\(id) уже есть в форме «\(form)» (\(first.place.ru)); эта строка не учтена.",
        en: "\(id) is already in the form “\(form)” (\(first.place.en)); this row is not used."),
      advice: Text(
        ru: "Соберите запросы в одну строку или исправьте код.",
        en: "Put the requests in one row or mend the id."))
  }

  static func differingRows(
    _ id: PersonID, _ columns: [Column], first: SourceLocation
  ) -> Flaw {
    let names = columns.map { BuiltIn.headings.heading(of: $0, in: .mentees) }
      .joined(separator: ", ")
    return Flaw(
      .warning, code: "differingRows", value: id.rawValue,
      Text(
        ru: "Строки \(id) расходятся: \(names); верна первая (\(first.place.ru)).",
        en: "The rows of \(id) differ in \(names); the first holds (\(first.place.en))."),
      advice: Text(
        ru: "Напишите в строках одного человека одно и то же.",
        en: "Write the same in all rows of one person."))
  }
}

extension SourceLocation {
  /// The place in words: «mentors.csv, строка 9».
  var place: Text {
    let table = sheet.map { "\(file), «\($0)»" } ?? file
    guard let row else { return Text(same: table) }
    return Text(ru: "\(table), строка \(row)", en: "\(table), row \(row)")
  }
}
