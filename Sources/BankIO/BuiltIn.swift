public import MentoringModel
import Wording
import Yams

/// What the program knows without being told: lists of competencies, roles, headings.
public enum BuiltIn {
  /// The names of the built-in lists of competencies, in their order.
  public static let vocabularyNames = ["educators", "students", "employers", "medicine"]

  /// A built-in list of competencies, or nil where there is none of that name.
  public static func vocabulary(named name: String) -> [Vocabulary.Entry]? { vocabularies[name] }

  /// The roles that every programme has.
  public static let roles: [Role] = document(PackageResources.roles_yaml).array().compactMap {
    guard let id = $0["id"]?.string, let title = $0["title"].flatMap(text) else { return nil }
    return Role(id: RoleID(rawValue: id), title: title, aliases: words($0["aliases"]))
  }

  static let guide = BuiltInGuide(document(PackageResources.guide_yaml))

  static let headings = BuiltInHeadings(document(PackageResources.headings_yaml))

  private static let vocabularies: [String: [Vocabulary.Entry]] = {
    let lists = document(PackageResources.vocabulary_yaml)
    var result: [String: [Vocabulary.Entry]] = [:]
    for name in vocabularyNames {
      result[name] = lists[name]?.array().compactMap { entry in
        text(entry).map { Vocabulary.Entry(title: $0, synonyms: words(entry["synonyms"])) }
      }
    }
    return result
  }()

  private static func text(_ node: Node) -> Text? {
    guard let ru = node["ru"]?.string, let en = node["en"]?.string else { return nil }
    return Text(ru: ru, en: en)
  }

  private static func words(_ node: Node?) -> [String] {
    node?.sequence?.compactMap { $0.scalar?.string } ?? []
  }

  private static func document(_ bytes: [UInt8]) -> Node {
    guard let node = try? compose(yaml: String(decoding: bytes, as: UTF8.self)) else {
      preconditionFailure("A built-in resource of BankIO is not YAML.")
    }
    return node
  }
}
