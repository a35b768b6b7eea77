import MentoringModel
import WordDocuments
import Wording

/// What somebody is asked to consent to: everything that waits for his consent, in all forms.
///
/// A mentor of one form who has a mentor in another is asked twice: the banks hold a consent for each.
private struct AwaitedConsent {
  struct Key: Hashable {
    var person: PersonID
    var isMentor: Bool
  }

  var person: OrderPerson
  var isMentor: Bool
  var codes: Set<String> = []
  var forms: [OrderForm] = []
  var partners: [OrderPerson] = []

  /// All of a batch, in its order.
  static func all(of batch: OrderBatch) -> [AwaitedConsent] {
    var (awaited, places): ([AwaitedConsent], [Key: Int]) = ([], [:])
    for form in batch.forms {
      for item in form.pending {
        for (index, person) in ([item.mentor] + item.mentees).enumerated() {
          let codes = item.missing.filter { $0.person == person.id }.map(\.code)
          guard !codes.isEmpty else { continue }
          let key = Key(person: person.id, isMentor: index == 0)
          let place = places[key] ?? awaited.count
          if place == awaited.count {
            places[key] = place
            awaited.append(AwaitedConsent(person: person, isMentor: key.isMentor))
          }
          awaited[place].codes.formUnion(codes)
          if awaited[place].forms.last?.form != form.form { awaited[place].forms.append(form) }
          awaited[place].partners += key.isMentor ? item.mentees : [item.mentor]
        }
      }
    }
    return awaited
  }
}

extension DraftValues {
  /// A page for each person whose consent is missing.
  static func consents(_ batch: OrderBatch) -> [WordValues] {
    AwaitedConsent.all(of: batch).map { sheet($0, batch) }
  }

  private static func sheet(_ awaited: AwaitedConsent, _ batch: OrderBatch) -> WordValues {
    typealias Field = DraftField.Consenter
    var values = DraftValues(batch)
    for field in [DraftField.form, .type, .period, .end, .curator] {
      values[field] = once(awaited.forms.map { DraftValues(batch, $0)[field] }, "; ")
    }
    let person = awaited.person
    values[Field.name] = person.name
    values[Field.position] = person.position.isEmpty ? "____________" : person.position
    values[Field.organization] = person.organizationName
    values[Field.subject] = subject(awaited)
    values[Field.partners] = once(awaited.partners.map(\.name), ", ")
    values[Field.representative] =
      person.isMinor == true
      ? "Законный представитель: ______________________________ (ФИО, подпись)" : ""
    return values.word
  }

  private static func subject(_ awaited: AwaitedConsent) -> String {
    let duties =
      awaited.isMentor
      ? "на выполнение дополнительных обязанностей наставника" : "на закрепление наставника"
    let data = "на обработку персональных данных"
    guard awaited.codes.contains(OrderRemark.dataConsentCode) else { return duties }
    return awaited.codes.count > 1 ? "\(data) и \(duties)" : data
  }

  /// The texts, each once.
  private static func once(_ texts: [String], _ separator: String) -> String {
    var seen: Set<String> = []
    return texts.filter { seen.insert($0).inserted }.joined(separator: separator)
  }
}
