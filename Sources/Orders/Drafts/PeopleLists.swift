import MentoringModel
import WordDocuments
import Wording

extension DraftValues {
  /// The list of mentors over the ready items of all forms, a row for each mentor and form.
  static func mentors(_ batch: OrderBatch) -> WordValues {
    let fields = DraftField.People.mentor
    var rows: [[DraftField: String]] = []
    for form in batch.forms {
      var places: [PersonID: Int] = [:]
      for item in form.ready {
        let names = item.mentees.map(\.name).joined(separator: "\n")
        if let place = places[item.mentor.id] {
          rows[place][fields.partners, default: ""] += "\n" + names
          continue
        }
        places[item.mentor.id] = rows.count
        rows.append(
          row(fields, rows.count + 1, item.mentor, item, form).merging(
            [fields.partners: names]) { _, new in new })
      }
    }
    return values(batch, fields, rows)
  }

  /// The list of mentees over the ready items of all forms.
  static func mentees(_ batch: OrderBatch) -> WordValues {
    let fields = DraftField.People.mentee
    var rows: [[DraftField: String]] = []
    for form in batch.forms {
      for item in form.ready {
        for mentee in item.mentees {
          rows.append(
            row(fields, rows.count + 1, mentee, item, form).merging(
              [
                fields.partners: item.mentor.name,
                fields.partnerOrganizations: item.mentor.organizationName,
              ]) { _, new in new })
        }
      }
    }
    return values(batch, fields, rows)
  }

  /// A page for each person whose written consent is missing in a form.
  static func consents(_ batch: OrderBatch) -> [WordValues] {
    batch.forms.flatMap { form in
      var seen: Set<PersonID> = []
      return form.pending.flatMap { item -> [WordValues] in
        let lacking = Set(item.missing.compactMap(\.person))
        return ([item.mentor] + item.mentees).filter {
          lacking.contains($0.id) && seen.insert($0.id).inserted
        }
        .map { consent(of: $0, isMentor: $0.id == item.mentor.id, item, batch, form) }
      }
    }
  }

  private static func consent(
    of person: OrderPerson, isMentor: Bool, _ item: OrderItem, _ batch: OrderBatch,
    _ form: OrderForm
  ) -> WordValues {
    typealias Field = DraftField.Consenter
    var values = DraftValues(batch, form)
    values[Field.name] = person.name
    values[Field.position] = person.position.isEmpty ? "____________" : person.position
    values[Field.organization] = person.organizationName
    values[Field.subject] =
      isMentor
      ? "на выполнение дополнительных обязанностей наставника" : "на закрепление наставника"
    values[Field.partners] =
      isMentor ? item.mentees.map(\.name).joined(separator: ", ") : item.mentor.name
    values[Field.representative] =
      person.isMinor == true
      ? "Законный представитель: ______________________________ (ФИО, подпись)" : ""
    return values.word
  }

  private static func row(
    _ fields: DraftField.People, _ number: Int, _ person: OrderPerson, _ item: OrderItem,
    _ form: OrderForm
  ) -> [DraftField: String] {
    [
      fields.number: "\(number)", fields.name: person.name, fields.position: person.position,
      fields.organization: person.organizationName, fields.form: form.title.ru,
      fields.request: item.request.ru, fields.start: form.period.start?.dotted ?? "",
      fields.end: form.period.end?.dotted ?? "",
    ]
  }

  private static func values(
    _ batch: OrderBatch, _ fields: DraftField.People, _ rows: [[DraftField: String]]
  ) -> WordValues {
    var values = DraftValues(batch)
    values.set(fields.name.list, rows)
    return values.word
  }
}
