import Foundation
import Hummingbird
import SyntheticBanks
import Wording

/// The page on which a programme is chosen: a recent one, one that is near, any folder, a new one or
/// an example.
struct FoldersPage {
  /// What was typed or gone to.
  struct Typed: Sendable {
    /// The folder whose folders are listed.
    var at: String?
    var path = ""
    var name = ""
    var place = ""
    var template = ProgrammeTemplate.school
  }

  let page: Page
  let places: ProgrammePlaces
  let typed: Typed
  let problem: Refusal?

  private var words: Words { page.words }

  func response() -> Response {
    let recent = places.recent.all()
    let nearby = places.nearby().filter { !recent.contains($0) }
    return page.response(
      "folders",
      [
        "title": words("Программы наставничества", "Mentoring programmes"),
        "lead": words(
          "Программа — это папка на этом компьютере: в ней правила и таблицы с людьми. Откройте "
            + "свою, создайте новую или посмотрите пример.",
          "A programme is a folder on this computer that holds the rules and the tables of people. "
            + "Open yours, make a new one, or look at an example."),
        "problem": problem.map { words($0.title) + ". " + words($0.advice) } ?? "",
        "open": words("Открыть", "Open"),
        "lists": [
          list("recent", Text(ru: "Недавние", en: "Recent"), recent),
          list(
            "nearby", Text(ru: "Найдены на этом компьютере", en: "Found on this computer"), nearby),
        ].compactMap { $0 },
      ].with(creation).with(browsing).with(examples),
      status: problem?.status ?? .ok)
  }

  private func list(_ id: String, _ title: Text, _ paths: [String]) -> Fields? {
    guard !paths.isEmpty else { return nil }
    return [
      "id": id, "title": words(title),
      "folders": paths.map { path -> Fields in
        [
          "path": path, "shown": shown(path),
          "title": ProgrammePlaces.title(of: path).map { words($0) }
            ?? (path as NSString).lastPathComponent,
        ]
      },
    ]
  }

  private var creation: Fields {
    [
      "newTitle": words("Новая программа", "A new programme"),
      "newLead": words(
        "Выберите образец, похожий на вашу программу: формы, правила и веса потом можно изменить.",
        "Choose a template like your programme: forms, rules and weights can be changed later."),
      "nameLabel": words("Название папки", "Name of the folder"), "name": typed.name,
      "namePlaceholder": words("наша-школа", "our-school"),
      "placeLabel": words("Где её создать", "Where to make it"),
      "place": typed.place.isEmpty ? places.documents : typed.place,
      "legend": words("Образец", "Template"),
      "create": words("Создать программу", "Create the programme"),
      "templates": ProgrammeTemplate.allCases.map { template -> Fields in
        [
          "id": template.rawValue, "title": words(template.title),
          "isChosen": template == typed.template,
        ]
      },
    ]
  }

  private var examples: Fields {
    [
      "examplesTitle": words("Посмотреть пример", "Look at an example"),
      "examplesLead": words(
        Text(
          ru:
            "Люди вымышлены. Пример ляжет копией в папку \(shown(places.documents)): меняйте в нём "
            + "что угодно.",
          en:
            "The people are invented. The example is copied into \(shown(places.documents)): change "
            + "in it what you like.")),
      "examples": ProgrammeTemplate.examples.map { template -> Fields in
        ["id": template.rawValue, "title": words(template.title)]
      },
    ]
  }

  /// Folders to go through, for those who know where theirs is and not what it is called.
  private var browsing: Fields {
    let asked = typed.at.flatMap { places.meant(by: $0) } ?? places.home
    let at = ProgrammePlaces.isFolder(asked) ? asked : places.home
    let names = ProgrammePlaces.subfolders(of: at)
    let start = at == "/" ? "" : at
    return [
      "browseTitle": words("Другая папка", "Another folder"),
      "pathLabel": words("Путь к папке", "Path of the folder"), "typedPath": typed.path,
      "at": at, "browseLabel": words("Найти в списке", "Find it in a list"),
      "isBrowsing": typed.at != nil,
      "hereLabel": words("Сейчас в папке", "Now in"),
      "steps": steps(to: at),
      "inside": names.prefix(ProgrammePlaces.mostShown).map { name -> Fields in
        let path = start + "/" + name
        return [
          "name": name, "href": SitePath.address(SitePath.folders, [("at", path)]) + "#browse",
          "mark": ProgrammePlaces.hasProgramme(path) ? words("программа", "programme") : "",
        ]
      },
      "none": names.isEmpty ? words("Других папок внутри нет.", "There are no folders in it.") : "",
      "more": names.count > ProgrammePlaces.mostShown
        ? words(
          Text(
            ru: "Показаны первые \(ProgrammePlaces.mostShown); остальные откройте по пути.",
            en: "The first \(ProgrammePlaces.mostShown) are shown; open others by their path."))
        : "",
      "openHere": ProgrammePlaces.hasProgramme(at)
        ? words("Открыть эту программу", "Open this programme")
        : words("Начать программу в этой папке", "Begin a programme in this folder"),
    ]
  }

  /// The folders above a folder, from the outermost on.
  private func steps(to path: String) -> [Fields] {
    let parts = path.split(separator: "/").map(String.init)
    return (0...parts.count).map { count in
      let path = "/" + parts.prefix(count).joined(separator: "/")
      return [
        "name": count == 0 ? "/" : parts[count - 1],
        "href": SitePath.address(SitePath.folders, [("at", path)]) + "#browse",
        "isHere": count == parts.count,
      ]
    }
  }

  /// A path as people write it.
  private func shown(_ path: String) -> String {
    path.hasPrefix(places.home + "/") ? "~" + path.dropFirst(places.home.count) : path
  }
}
