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
