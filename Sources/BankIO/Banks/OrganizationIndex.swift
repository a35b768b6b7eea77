import MentoringModel

/// Finds organizations of the registry by id or by name.
final class OrganizationIndex {
  private let names = WordIndex<OrganizationID>()
  private let ids: Set<OrganizationID>

  /// The organizations of a registry.
  init(_ organizations: [Organization]) {
    ids = Set(organizations.map(\.id))
    for organization in organizations {
      names.add(organization.id.rawValue, for: organization.id)
    }
    for organization in organizations { names.add(organization.name, for: organization.id) }
  }

  /// The organization of the registry that a text means.
  func known(_ text: String) -> OrganizationID? {
    let id = OrganizationID(rawValue: text)
    return ids.contains(id) ? id : names[text]
  }

  /// The organization that a text means; its text as an id where the registry has none such.
  func organization(named text: String) -> OrganizationID {
    let id = OrganizationID(
      rawValue: text.split(whereSeparator: \.isNewline).joined(separator: " "))
    return ids.contains(id) ? id : names[text] ?? id
  }
}
