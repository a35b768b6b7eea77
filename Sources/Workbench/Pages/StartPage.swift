import Hummingbird
import SyntheticBanks
import Wording

/// The page of a folder that has no programme yet.
struct StartPage {
  let page: Page
  /// The folder as it was named.
  let folder: String
  /// Whether another folder can be chosen.
  let choosesFolders: Bool

  func response() -> Response {
    let words = page.words
    return page.response(
      "start",
      [
        "title": words("Новая программа", "A new programme"),
        "lead": words(
          "В этой папке ещё нет программы. Выберите образец, похожий на вашу: формы, правила и "
            + "веса потом можно изменить в файле programme.yaml.",
          "This folder has no programme yet. Choose a template like yours: forms, rules and weights "
            + "can be changed later in the file programme.yaml."),
        "place": words(Text(ru: "Папка: \(folder).", en: "The folder: \(folder).")),
        "other": choosesFolders ? words("Выбрать другую папку", "Choose another folder") : "",
        "legend": words("Образец", "Template"),
        "templates": ProgrammeTemplate.allCases.enumerated().map { place, template -> Fields in
          ["id": template.rawValue, "title": words(template.title), "isFirst": place == 0]
        },
        "submit": words("Создать программу", "Create the programme"),
      ])
  }
}
