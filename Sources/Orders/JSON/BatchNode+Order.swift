import MentoringModel
import Reports
import Wording

extension OrderBatch {
  /// Reads the head of a batch, without its forms.
  init(head: BatchNode) throws(OrderBatchError) {
    let signer = try head["head"]
    self.init(
      programme: try head["programme"].string, title: try head["title"].text,
      institution: try head["institution"].string,
      settings: OrderSettings(
        basis: try head["basis"].map { ground throws(OrderBatchError) in try ground.string },
        place: try head["place"].string, headPosition: try signer["position"].string,
        headName: try signer["name"].string,
        requiresApproval: try head["approval"].string == "required"),
      forms: [], manifest: try head["manifest"].value)
  }
}

extension OrderForm {
  /// Reads the head of a form, without its items.
  init(head: BatchNode) throws(OrderBatchError) {
    let period = try head["period"]
    self.init(
      form: FormID(rawValue: try head["form"].string), title: try head["title"].text,
      type: try head["type"].text,
      period: Period(
        start: try period.optional("from")?.date, end: try period.optional("to")?.date),
      curator: try head["curator"].string)
  }
}

extension OrderItem {
  /// Reads an item.
  init(_ node: BatchNode) throws(OrderBatchError) {
    self.init(
      id: try node["id"].string, kind: try node["kind"].word(Kind.self),
      state: try node["state"].word(OrderState.self), key: try node["idempotencyKey"].string,
      type: try node["type"].text, mentor: try OrderPerson(node["mentor"]),
      mentees: try node["mentees"].map { node throws(OrderBatchError) in try OrderPerson(node) },
      group: try node.optional("group")?.string, request: try node["request"].text,
      fit: try node["fit"].integer,
      reasons: try node["reasons"].map { node throws(OrderBatchError) in try node.text },
      remarks: try node["remarks"].map { node throws(OrderBatchError) in try OrderRemark(node) },
      missing: try node.optional("missing")?.map { node throws(OrderBatchError) in
        try OrderRemark(node)
      } ?? [])
  }
}

extension OrderPerson {
  /// Reads a person.
  init(_ node: BatchNode) throws(OrderBatchError) {
    let organization = node.optional("organization")
    self.init(
      id: PersonID(rawValue: try node["id"].string), name: try node["name"].string,
      position: try node["position"].string,
      organization: try organization.map { node throws(OrderBatchError) in
        OrganizationID(rawValue: try node["id"].string)
      },
      organizationName: try organization?["name"].string ?? "",
      isMinor: try node.optional("minor")?.flag,
      dataConsent: try Consent(node["dataConsent"]),
      dutiesConsent: try Consent(node["dutiesConsent"]))
  }
}

extension Consent {
  fileprivate init(_ node: BatchNode) throws(OrderBatchError) {
    let date = try node.optional("date")?.date
    switch try node["state"].string {
    case "absent": self = .absent
    case "given": self = .given(date)
    case "withdrawn": self = .withdrawn(date)
    default: throw .unsound(path: "\(node.path).state")
    }
  }
}

extension OrderRemark {
  fileprivate init(_ node: BatchNode) throws(OrderBatchError) {
    self.init(
      code: try node["code"].string,
      person: try node.optional("person").map { node throws(OrderBatchError) in
        PersonID(rawValue: try node.string)
      },
      text: try node["text"].text)
  }
}

extension UnmatchedItem {
  /// Reads a request without a mentor.
  init(_ node: BatchNode) throws(OrderBatchError) {
    self.init(
      mentees: try node["mentees"].map { node throws(OrderBatchError) in try OrderPerson(node) },
      group: try node.optional("group")?.string, code: try node["code"].string,
      reason: try node["reason"].text, advice: try node["advice"].text)
  }
}
