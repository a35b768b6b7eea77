/// An organization of the registry.
public struct Organization: Sendable, Hashable {
  /// The id.
  public var id: OrganizationID
  /// The name as an order prints it.
  public var name: String
  /// The organization it belongs to, where there is one.
  public var parent: OrganizationID?
  /// Its curator.
  public var curator: String
  /// Mentees that all its mentors together may take, or nil for no limit.
  public var capacity: Int?
  /// Where the row stands, for findings.
  public var source: SourceLocation

  /// Creates an organization.
  public init(
    id: OrganizationID, name: String, parent: OrganizationID? = nil, curator: String = "",
    capacity: Int? = nil, source: SourceLocation = SourceLocation()
  ) {
    self.id = id
    self.name = name
    self.parent = parent
    self.curator = curator
    self.capacity = capacity
    self.source = source
  }
}

/// A person of the roster: the denominator of a coverage target.
public struct RosterEntry: Sendable, Hashable {
  /// Who it is.
  public var id: PersonID
  /// The organization.
  public var organization: OrganizationID?
  /// The roles.
  public var roles: Set<RoleID>
  /// The birth.
  public var birth: Birth?

  /// Creates an entry.
  public init(
    id: PersonID, organization: OrganizationID? = nil, roles: Set<RoleID> = [], birth: Birth? = nil
  ) {
    self.id = id
    self.organization = organization
    self.roles = roles
    self.birth = birth
  }
}
