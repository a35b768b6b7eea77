/// What tells a person of a bank from others: a tenth of what a row holds.
public struct PersonIdentity: Sendable, Hashable {
  /// The id.
  public var id: PersonID
  /// The name as the bank has it.
  public var name: String
  /// The organization.
  public var organization: OrganizationID?
  /// The day or the year of birth.
  public var birth: Birth?

  /// Takes it from a row.
  public init(_ person: Person) {
    id = person.id
    name = person.name
    organization = person.organization
    birth = person.birth
  }

  /// Whether the row has no name but the id.
  public var isNameless: Bool { name == id.rawValue }
}
