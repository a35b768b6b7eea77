import MentoringModel
import Wording

/// A row of the bank of mentees: the person and one of the requests.
struct MenteeRow {
  /// The person.
  var mentee: Mentee
  /// The form.
  var form: FormID
  /// The group that takes a mentor together.
  var group: String?
  /// The requests.
  var requests: [Request]

  /// Reads a row; nil where it says too little.
  init?(_ row: inout RowReader, person: PersonRow) {
    let terms = person.terms
    let someone = person.read(&row)
    let form = row.value(.form, terms.form)
    if row.text(.form) == nil { row.report(.noForm, in: .form) }
    guard var someone, let form else { return nil }
    row.settleRoles(of: &someone, orOnly: [form], \.menteeRoles, terms)
    mentee = Mentee(someone)
    mentee.marks = row.value(.marks, person.memos.words, WordSet.read) ?? []
    self.form = form
    group = person.group(row)
    requests = row.value(.requests) { RequestCell.read($0, terms, &$1) } ?? []
  }
}

extension Flaw {
  fileprivate static let noForm = Flaw(
    .error, code: "noForm",
    Text(
      ru: "Не указана форма наставничества; строка не учтена.",
      en: "There is no form of mentoring; the row is not used."),
    advice: Text(ru: "Впишите форму из programme.yaml.", en: "Write a form of programme.yaml."))
}
