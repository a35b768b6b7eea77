/// A name in a bank or a programme file that stands for one thing, compared by its exact text.
public protocol Identifier:
  RawRepresentable<String>, Sendable, Hashable, Comparable, ExpressibleByStringLiteral,
  CustomStringConvertible, Codable
{
  /// Creates an identifier from its text.
  init(rawValue: String)
}

extension Identifier {
  /// Creates an identifier from a literal.
  public init(stringLiteral value: String) { self.init(rawValue: value) }
  /// The text itself.
  public var description: String { rawValue }
  /// Orders by text.
  public static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}

/// Who a person is: the same id in two banks is the same person.
public struct PersonID: Identifier {
  /// The id as the bank has it.
  public let rawValue: String
  /// Creates an id.
  public init(rawValue: String) { self.rawValue = rawValue }
}

/// An organization of the registry.
public struct OrganizationID: Identifier {
  /// The id as the registry has it.
  public let rawValue: String
  /// Creates an id.
  public init(rawValue: String) { self.rawValue = rawValue }
}

/// A form of mentoring in a programme's catalogue.
public struct FormID: Identifier {
  /// The id as the programme file has it.
  public let rawValue: String
  /// Creates an id.
  public init(rawValue: String) { self.rawValue = rawValue }
}

/// A role in which a person takes part: educator, student, employer, ….
public struct RoleID: Identifier {
  /// The id as the catalogue has it.
  public let rawValue: String
  /// Creates an id.
  public init(rawValue: String) { self.rawValue = rawValue }
}

/// A competency that a mentor has and a mentee asks for.
public struct CompetencyID: Identifier {
  /// The folded title: lower case, ё as е, single spaces.
  public let rawValue: String
  /// Creates an id.
  public init(rawValue: String) { self.rawValue = rawValue }
}

/// A priority group of mentees: early-career teachers, the under-35, ….
public struct PriorityGroupID: Identifier {
  /// The id as the programme file has it.
  public let rawValue: String
  /// Creates an id.
  public init(rawValue: String) { self.rawValue = rawValue }
}
