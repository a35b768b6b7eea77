import MentoringModel
import WordDocuments
import Wording

/// The documents that a batch is made into.
public enum DraftKind: String, Sendable, Hashable, CaseIterable {
  /// An order of assignment with its annexes, one a form.
  case order
  /// The list of mentors.
  case mentors
  /// The list of mentees.
  case mentees
  /// The consent sheets that are missing, a page each.
  case consents

  /// The name of its template.
  public var templateName: String { "\(rawValue).docx" }

  /// The placeholders that a template of this kind may use.
  public var fields: [DraftField] {
    let common: [DraftField] = [.institution, .programme]
    let form: [DraftField] = [.form, .type, .period, .end, .curator]
    return switch self {
    case .order:
      common + [.place, .basis, .headPosition, .headName, .count] + form + DraftField.Pair.all
        + DraftField.People.person.all
    case .mentors: common + DraftField.People.mentor.all
    case .mentees: common + DraftField.People.mentee.all
    case .consents: common + form + DraftField.Consenter.all
    }
  }

  /// The placeholders without which a document of this kind says nothing.
  public var requiredFields: [DraftField] {
    switch self {
    case .order: [DraftField.Pair.mentor, DraftField.Pair.mentees]
    case .mentors: [DraftField.People.mentor.name]
    case .mentees: [DraftField.People.mentee.name]
    case .consents: [DraftField.Consenter.name]
    }
  }
}

/// A template of a kind whose placeholders are known.
public struct DraftTemplate: Sendable {
  /// What it makes.
  public let kind: DraftKind
  let template: WordTemplate

  /// Reads a template.
  ///
  /// - Throws: ``DraftError``: it is no document, uses placeholders that there are not, or lacks
  ///   some that must be.
  public init(_ kind: DraftKind, _ bytes: [UInt8]) throws(DraftError) {
    self.kind = kind
    do { template = try WordTemplate(bytes) } catch {
      throw .notATemplate(kind)
    }
    let names = kind.fields.map { $0.placeholder }
    let known = Set(names.flatMap { [folded($0.ru), folded($0.en)] })
    let unknown = template.placeholders.filter { !known.contains($0) }
    guard unknown.isEmpty else {
      throw .unknownPlaceholders(
        kind, unknown, suggestion: unknown.first.flatMap { nearMiss(of: $0, among: known.sorted()) }
      )
    }
    let used = Set(template.placeholders)
    let absent = kind.requiredFields.filter {
      used.isDisjoint(with: [folded($0.placeholder.ru), folded($0.placeholder.en)])
    }
    guard absent.isEmpty else { throw .missingPlaceholders(kind, absent.map(\.placeholder.ru)) }
  }

  /// The built-in template.
  public static func builtIn(_ kind: DraftKind) throws(DraftError) -> DraftTemplate {
    guard let bytes = BuiltInTemplates.draft(of: kind).document else { throw .noMemory }
    return try DraftTemplate(kind, bytes)
  }
}
