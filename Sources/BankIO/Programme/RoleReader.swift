import MentoringModel
import Wording

/// Reads `roles`: further roles, or further words for built-in ones.
enum RoleReader {
  /// The programme's own roles and then the built-in ones.
  static func read(_ file: YAMLMap) -> [Role] {
    var roles: [Role] = []
    for map in file.maps("roles") {
      defer { map.finish() }
      let (stated, words) = (map.text("title"), map.strings("aliases"))
      guard let id = map.require(map.string("id"), "id") else { continue }
      let builtIn = BuiltIn.roles.first { $0.id.rawValue == id }
      let title = stated ?? builtIn?.title ?? Text(same: id)
      let aliases = words + (builtIn?.aliases ?? [])
      if roles.contains(where: { $0.id.rawValue == id }) {
        map.add(.duplicateKey(id), at: "id")
      } else {
        roles.append(Role(id: RoleID(rawValue: id), title: title, aliases: aliases))
      }
    }
    let own = Set(roles.map(\.id))
    return roles + BuiltIn.roles.filter { !own.contains($0.id) }
  }
}
