public import MentoringModel
public import Reports
public import Wording

/// Proposals for the order generator, form by form, with all that an order has to say of them.
///
/// Written as `nastavnik.order-batch/1` by ``OrderBatchDocument`` or, line by line, by
/// ``OrderBatchLines``, and read back by ``OrderBatchReader``.
public struct OrderBatch: Sendable, Hashable {
  /// The programme's short name.
  public var programme: String
  /// The programme's title.
  public var title: Text
  /// The institution, as an order prints it.
  public var institution: String
  /// The basis, the place and who signs.
  public var settings: OrderSettings
  /// One a form, in the order of the programme.
  public var forms: [OrderForm]
  /// How far what is ready is decided.
  public var state: OrderState { OrderState(of: forms.lazy.flatMap(\.ready)) }
  /// The manifest of the run that proposed all this.
  public var manifest: JSONValue

  /// Creates a batch.
  public init(
    programme: String, title: Text, institution: String, settings: OrderSettings,
    forms: [OrderForm], manifest: JSONValue
  ) {
    self.programme = programme
    self.title = title
    self.institution = institution
    self.settings = settings
    self.forms = forms
    self.manifest = manifest
  }
}

/// What a batch proposes in one form.
public struct OrderForm: Sendable, Hashable {
  /// The form.
  public var form: FormID
  /// The title of the form.
  public var title: Text
  /// The type (вид) of mentoring, as an order prints it.
  public var type: Text
  /// When the work begins and ends.
  public var period: Period
  /// The curator of the form.
  public var curator: String
  /// The pairs and groups that an order may name today.
  public var ready: [OrderItem]
  /// How far what is ready is decided.
  public var state: OrderState { OrderState(of: ready) }
  /// The pairs and groups that wait, each with what is missing.
  public var pending: [OrderItem]
  /// The requests without a mentor.
  public var unmatched: [UnmatchedItem]

  /// Creates a form of a batch.
  public init(
    form: FormID, title: Text, type: Text, period: Period, curator: String,
    ready: [OrderItem] = [], pending: [OrderItem] = [], unmatched: [UnmatchedItem] = []
  ) {
    self.form = form
    self.title = title
    self.type = type
    self.period = period
    self.curator = curator
    self.ready = ready
    self.pending = pending
    self.unmatched = unmatched
  }
}

/// How far something is decided.
public enum OrderState: String, Sendable, Hashable, CaseIterable {
  /// By the matching alone.
  case proposed
  /// By a curator.
  case approved

  /// The state of several items: approved where there are any and each of them is.
  init(of items: some Sequence<OrderItem>) {
    var isAny = false
    for item in items {
      isAny = true
      guard item.state == .approved else {
        self = .proposed
        return
      }
    }
    self = isAny ? .approved : .proposed
  }
}

/// A mentor with a mentee or a group.
public struct OrderItem: Sendable, Hashable {
  /// What it is.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    /// One mentee.
    case pair
    /// A group, formed beforehand or opened by the matching.
    case group
  }

  /// An id that stays the same over runs: it depends only on the form and the people.
  public var id: String
  /// What it is.
  public var kind: Kind
  /// How far it is decided.
  public var state: OrderState
  /// What makes two proposals the same, whatever else was computed: see ``OrderKey``.
  public var key: String
  /// The type (вид) of mentoring, as an order prints it.
  public var type: Text
  /// The mentor.
  public var mentor: OrderPerson
  /// The mentees: one, or the members of the group.
  public var mentees: [OrderPerson]
  /// The name of the group, where it is one.
  public var group: String?
  /// What is asked for, in words.
  public var request: Text
  /// The fit in hundredths of a percent.
  public var fit: Int
  /// Why these people, in short.
  public var reasons: [Text]
  /// What is to be seen to and hinders no order.
  public var remarks: [OrderRemark]
  /// What must be there before an order may name it; empty in the ready part.
  public var missing: [OrderRemark]

  /// Creates an item.
  public init(
    id: String, kind: Kind, state: OrderState, key: String, type: Text, mentor: OrderPerson,
    mentees: [OrderPerson], group: String?, request: Text, fit: Int, reasons: [Text],
    remarks: [OrderRemark], missing: [OrderRemark]
  ) {
    self.id = id
    self.kind = kind
    self.state = state
    self.key = key
    self.type = type
    self.mentor = mentor
    self.mentees = mentees
    self.group = group
    self.request = request
    self.fit = fit
    self.reasons = reasons
    self.remarks = remarks
    self.missing = missing
  }
}

/// A person as an order names him.
public struct OrderPerson: Sendable, Hashable {
  /// The id of the bank.
  public var id: PersonID
  /// The name as the bank has it.
  public var name: String
  /// Position, class or study group.
  public var position: String
  /// The organization, where the bank names one.
  public var organization: OrganizationID?
  /// Its name; empty where there is none.
  public var organizationName: String
  /// Whether the person is under 18 on the programme's day, so that a legal representative signs;
  /// nil where the bank has no birth.
  public var isMinor: Bool?
  /// The consent to process personal data.
  public var dataConsent: Consent
  /// The written consent to extra duties.
  public var dutiesConsent: Consent

  /// Creates a person.
  public init(
    id: PersonID, name: String, position: String, organization: OrganizationID?,
    organizationName: String, isMinor: Bool?, dataConsent: Consent, dutiesConsent: Consent
  ) {
    self.id = id
    self.name = name
    self.position = position
    self.organization = organization
    self.organizationName = organizationName
    self.isMinor = isMinor
    self.dataConsent = dataConsent
    self.dutiesConsent = dutiesConsent
  }
}

/// Something missing or to be seen to.
public struct OrderRemark: Sendable, Hashable {
  /// A stable code: `dataConsentMissing`, `menteeDutiesConsentMissing`, `approvalMissing`, ….
  public var code: String
  /// Whom it concerns; nil where it concerns the item.
  public var person: PersonID?
  /// In words.
  public var text: Text

  /// Creates a remark.
  public init(code: String, person: PersonID?, text: Text) {
    self.code = code
    self.person = person
    self.text = text
  }
}

/// A request without a mentor.
public struct UnmatchedItem: Sendable, Hashable {
  /// The mentees.
  public var mentees: [OrderPerson]
  /// The name of the group, where it is one.
  public var group: String?
  /// A stable code of the reason.
  public var code: String
  /// Why.
  public var reason: Text
  /// What would help.
  public var advice: Text

  /// Creates a request without a mentor.
  public init(
    mentees: [OrderPerson], group: String?, code: String, reason: Text, advice: Text
  ) {
    self.mentees = mentees
    self.group = group
    self.code = code
    self.reason = reason
    self.advice = advice
  }
}
