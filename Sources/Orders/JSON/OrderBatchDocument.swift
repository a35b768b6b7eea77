import MentoringModel
public import Reports
import Wording

/// A batch as one JSON document, version `nastavnik.order-batch/1`.
///
/// Order generators read it: within version 1 members may be added, but none is renamed, removed or
/// given another meaning. Its schema is `nastavnik schema order-batch`.
public enum OrderBatchDocument {
  /// The version of the format.
  public static let format = "nastavnik.order-batch/1"

  /// The document.
  ///
  /// `contentHash` is the SHA-256 of the canonical form (RFC 8785) of all the other members.
  public static func value(of batch: OrderBatch) -> JSONValue {
    let document = head(of: batch)
      .adding("manifest", batch.manifest)
      .adding("forms", JSONValue(batch.forms.map(form)))
    return document.adding("contentHash", .string(OrderKey.digest(document.canonical)))
  }

  /// What stands above the forms.
  static func head(of batch: OrderBatch) -> JSONValue {
    [
      "format": .string(format),
      "programme": .string(batch.programme),
      "title": JSONValue(batch.title),
      "institution": .string(batch.institution),
      "basis": JSONValue(batch.settings.basis.map(JSONValue.string)),
      "place": .string(batch.settings.place),
      "head": [
        "position": .string(batch.settings.headPosition), "name": .string(batch.settings.headName),
      ],
      "approval": .string(batch.settings.requiresApproval ? "required" : "optional"),
      "state": .string(batch.state.rawValue),
      "idempotencyKey": .string(OrderKey.batch(batch)),
    ]
  }

  private static func form(_ form: OrderForm) -> JSONValue {
    head(of: form)
      .adding("ready", JSONValue(form.ready.map(item)))
      .adding("pending", JSONValue(form.pending.map(item)))
      .adding("unmatched", JSONValue(form.unmatched.map(unmatched)))
  }

  /// What stands above the items of a form.
  static func head(of form: OrderForm) -> JSONValue {
    [
      "form": .string(form.form.rawValue),
      "title": JSONValue(form.title),
      "type": JSONValue(form.type),
      "period": [
        "from": JSONValue(form.period.start.map { "\($0)" }),
        "to": JSONValue(form.period.end.map { "\($0)" }),
      ],
      "curator": .string(form.curator),
      "state": .string(form.state.rawValue),
      "idempotencyKey": .string(OrderKey.form(form)),
    ]
  }

  static func item(_ item: OrderItem) -> JSONValue {
    let value: JSONValue = [
      "id": .string(item.id),
      "kind": .string(item.kind.rawValue),
      "state": .string(item.state.rawValue),
      "idempotencyKey": .string(item.key),
      "type": JSONValue(item.type),
      "mentor": person(item.mentor),
      "mentees": JSONValue(item.mentees.map(person)),
      "group": JSONValue(item.group),
      "request": JSONValue(item.request),
      "fit": JSONValue(item.fit),
      "reasons": JSONValue(item.reasons.map { JSONValue($0) }),
      "remarks": JSONValue(item.remarks.map(remark)),
    ]
    guard !item.missing.isEmpty else { return value }
    return value.adding("missing", JSONValue(item.missing.map(remark)))
  }

  static func unmatched(_ item: UnmatchedItem) -> JSONValue {
    [
      "mentees": JSONValue(item.mentees.map(person)),
      "group": JSONValue(item.group),
      "code": .string(item.code),
      "reason": JSONValue(item.reason),
      "advice": JSONValue(item.advice),
    ]
  }

  private static func person(_ person: OrderPerson) -> JSONValue {
    [
      "id": .string(person.id.rawValue),
      "name": .string(person.name),
      "position": .string(person.position),
      "organization": person.organization.map {
        ["id": .string($0.rawValue), "name": .string(person.organizationName)]
      } ?? .null,
      "minor": person.isMinor.map(JSONValue.bool) ?? .null,
      "dataConsent": consent(person.dataConsent),
      "dutiesConsent": consent(person.dutiesConsent),
    ]
  }

  private static func consent(_ consent: Consent) -> JSONValue {
    let (state, date): (String, CalendarDate?) =
      switch consent {
      case .absent: ("absent", nil)
      case .given(let date): ("given", date)
      case .withdrawn(let date): ("withdrawn", date)
      }
    return ["state": .string(state), "date": JSONValue(date.map { "\($0)" })]
  }

  private static func remark(_ remark: OrderRemark) -> JSONValue {
    [
      "code": .string(remark.code), "person": JSONValue(remark.person?.rawValue),
      "text": JSONValue(remark.text),
    ]
  }
}
