import Matching
public import MentoringModel
public import Reports
import Wording

/// Makes a batch of a plan.
public struct OrderBatchBuilder: Sendable {
  private let subject: ReportSubject
  private let mentors: [PersonID: Mentor]
  private let mentees: [PersonID: Mentee]
  /// The profiles of a form by each of their members.
  private let profiles: [Place: [RequestProfile]]
  private let approvals: Approvals

  private struct Place: Hashable {
    var form: FormID
    var mentee: PersonID
  }

  /// Creates a builder for a plan and the banks that it was made of.
  public init(_ subject: ReportSubject, bank: Bank) {
    self.subject = subject
    mentors = Dictionary(bank.mentors.map { ($0.id, $0) }) { first, _ in first }
    mentees = Dictionary(bank.mentees.map { ($0.id, $0) }) { first, _ in first }
    profiles = Dictionary(
      bank.profiles.flatMap { profile in
        profile.members.map { (Place(form: profile.form, mentee: $0), [profile]) }
      }, uniquingKeysWith: +)
    approvals = Approvals(bank)
  }

  /// The batch.
  ///
  /// - Parameter manifest: the manifest of the run.
  /// - Returns: what is ready, what waits and who is without a mentor, form by form.
  /// - Complexity: O(*p* + *n*) for *p* people and *n* profiles.
  public func batch(manifest: JSONValue) -> OrderBatch {
    let programme = subject.programme
    return OrderBatch(
      programme: programme.id, title: programme.title, institution: programme.institution,
      settings: programme.order, forms: subject.plan.forms.map(form), manifest: manifest)
  }

  private func form(_ plan: FormPlan) -> OrderForm {
    let form = subject.programme.form(plan.form)
    var result = OrderForm(
      form: plan.form, title: subject.title(of: plan.form),
      type: form.map { .type(of: $0) } ?? .individual, period: form?.period ?? Period(),
      curator: form?.curator ?? "", unmatched: plan.unmatched.map(unmatched))
    for match in plan.matches {
      let item = item(match, period: result.period, type: form?.type ?? "")
      if item.missing.isEmpty { result.ready.append(item) } else { result.pending.append(item) }
    }
    return result
  }

  private func item(_ match: ProposedMatch, period: Period, type: String) -> OrderItem {
    let kind: OrderItem.Kind = match.group == nil ? .pair : .group
    let isApproved = approvals.cover(match)
    let mentor = person(match.mentor, mentors[match.mentor]?.person)
    let members = match.mentees.map { person($0, mentees[$0]?.person) }
    var missing = Self.missing(of: mentor, isMentor: true)
    for member in members { missing += Self.missing(of: member, isMentor: false) }
    if subject.programme.order.requiresApproval, !isApproved { missing.append(.approvalMissing) }
    return OrderItem(
      id: match.id, kind: kind, state: isApproved ? .approved : .proposed,
      key: OrderKey.item(
        programme: subject.programme.id, form: match.form, kind: kind, mentor: match.mentor,
        mentees: match.mentees, period: period),
      type: type.isEmpty ? (kind == .pair ? .individual : .inGroup) : Text(same: type),
      mentor: mentor, mentees: members, group: match.group, request: request(of: match),
      fit: match.score.total,
      reasons: match.opened.map { [$0.reason] } ?? match.score.strongest.prefix(2).map(\.reason),
      remarks: match.remarks.filter { $0.code != "dutiesConsentMissing" }.map {
        OrderRemark(code: $0.code, person: $0.person, text: $0.text)
      },
      missing: missing)
  }

  /// What is asked for: the topic of a group that opened, else the requests of the profile.
  private func request(of match: ProposedMatch) -> Text {
    if let opened = match.opened { return opened.title }
    // A group may have come without members whom the rules left out.
    let ofFirst = match.mentees.first.flatMap { profiles[Place(form: match.form, mentee: $0)] }
    let profile = ofFirst?.first {
      $0.group == match.group && Set($0.members).isSuperset(of: match.mentees)
    }
    let requests = profile?.requests ?? []
    return requests.map { subject.programme.vocabulary.title(of: $0.competency) }
      .joined(separator: ", ")
  }

  private func unmatched(_ profile: UnmatchedProfile) -> UnmatchedItem {
    UnmatchedItem(
      mentees: profile.mentees.map { person($0, mentees[$0]?.person) }, group: profile.group,
      code: profile.code, reason: profile.reason, advice: profile.advice)
  }

  private func person(_ id: PersonID, _ person: Person?) -> OrderPerson {
    OrderPerson(
      id: id, name: subject.name(of: id), position: person?.position ?? "",
      organization: person?.organization,
      organizationName: person?.organization.map(subject.name(of:)) ?? "",
      isMinor: person?.birth.map { $0.age(on: subject.programme.asOf) < Self.fullAge },
      dataConsent: person?.dataConsent ?? .absent,
      dutiesConsent: person?.dutiesConsent ?? .absent)
  }

  private static let fullAge = 18

  private static func missing(of person: OrderPerson, isMentor: Bool) -> [OrderRemark] {
    var missing: [OrderRemark] = []
    if !person.dataConsent.isGiven { missing.append(.dataConsentMissing(person)) }
    if !person.dutiesConsent.isGiven {
      missing.append(.dutiesConsentMissing(person, isMentor: isMentor))
    }
    return missing
  }
}

/// The pairs and forms that curators have approved.
struct Approvals: Sendable {
  private let byMentee: [PersonID: [Decision]]
  private let forms: Set<FormID>

  init(_ bank: Bank) {
    byMentee = Dictionary(
      grouping: bank.decisions.filter { $0.kind == .approve }, by: \.mentee)
    forms = Set(bank.formDecisions.filter { $0.kind == .approve }.map(\.form))
  }

  /// Whether the form is approved whole, or every mentee of a pair or group for its mentor.
  func cover(_ match: ProposedMatch) -> Bool {
    forms.contains(match.form)
      || match.mentees.allSatisfy { mentee in
        byMentee[mentee]?.contains { $0.mentor == match.mentor && $0.concerns(match.form) } ?? false
      }
  }
}

extension OrderRemark {
  /// The code of a missing consent to process personal data.
  static let dataConsentCode = "dataConsentMissing"

  /// The code of a missing approval by the curator.
  public static let approvalCode = "approvalMissing"

  fileprivate static let approvalMissing = OrderRemark(
    code: approvalCode, person: nil,
    text: Text(ru: "не утверждено куратором", en: "not approved by the curator"))

  fileprivate static func dataConsentMissing(_ person: OrderPerson) -> OrderRemark {
    OrderRemark(
      code: dataConsentCode, person: person.id,
      text: Text(
        ru: "нет согласия на обработку персональных данных: \(person.name)",
        en: "no consent to process personal data: \(person.name)"))
  }

  fileprivate static func dutiesConsentMissing(
    _ person: OrderPerson, isMentor: Bool
  ) -> OrderRemark {
    OrderRemark(
      code: isMentor ? "mentorDutiesConsentMissing" : "menteeDutiesConsentMissing",
      person: person.id,
      text: isMentor
        ? Text(
          ru: "нет письменного согласия наставника на доп. обязанности: \(person.name)",
          en: "no written consent of the mentor to extra duties: \(person.name)")
        : Text(
          ru: "нет письменного согласия наставляемого: \(person.name)",
          en: "no written consent of the mentee: \(person.name)"))
  }
}

extension Text {
  fileprivate static let individual = Text(ru: "один на один", en: "one to one")
  fileprivate static let inGroup = Text(ru: "групповое", en: "in a group")

  fileprivate static func type(of form: MentoringForm) -> Text {
    guard form.type.isEmpty else { return Text(same: form.type) }
    return switch form.mode {
    case .pairs: individual
    case .groups: inGroup
    case .both: individual + Text(same: ", ") + inGroup
    }
  }
}
